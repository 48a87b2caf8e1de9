import { Field, Int, ObjectType } from 'type-graphql';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { Language } from '../../platform/language.ts';
import { ImageRequirement } from '../image-review/image-review.enums.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import { OrderItemStatus, Scheme } from './order.enums.ts';

@ObjectType('OrderItem', { simpleResolvers: true })
export class OrderItemType {
  @Field(() => EntityId) id: string;
  @Field(() => String) orderNumber: string;
  @Field(() => Int) line: number;
  @Field(() => Scheme) scheme: Scheme;
  @Field(() => OrderItemStatus) status: OrderItemStatus;
  @Field(() => ImageRequirement) imageRequirement: ImageRequirement;
  @Field(() => LocalDateScalar) orderedOn: string;
  @Field(() => String) ordererName: string;
  @Field(() => String, { nullable: true }) ordererRole: string | null;
  @Field(() => String) ordererEmail: string;
  @Field(() => Language) ordererLanguage: Language;
  @Field(() => Boolean) headgearExemption: boolean;
  @Field(() => OrganisationType) unit: OrganisationType;
  @Field(() => OrganisationType) mainUnit: OrganisationType;
}
