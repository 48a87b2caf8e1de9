import { Field, ObjectType } from 'type-graphql';
import { EntityId } from '../../platform/graphql/scalars.ts';

@ObjectType('Organisation', { simpleResolvers: true })
export class OrganisationType {
  @Field(() => EntityId) id: string;
  @Field(() => String) orgNumber: string;
  @Field(() => String) name: string;
}
