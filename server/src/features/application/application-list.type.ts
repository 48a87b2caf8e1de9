import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId, LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import {
  ApplicationChannel,
  ApplicationCode,
  ApplicationRegister,
  ApplicationStatus,
} from './application.enums.ts';

@InputType()
export class ApplicationFilter {
  @Field(() => ApplicationRegister, { nullable: true }) register?: ApplicationRegister | null;
  @Field(() => [ApplicationCode], { nullable: true }) code?: ApplicationCode[] | null;
  @Field(() => [ApplicationStatus], { nullable: true }) status?: ApplicationStatus[] | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Not closed, and due on this day or before.' })
  dueBefore?: string | null;
  @Field(() => ShortText, {
    nullable: true,
    description: 'A case number, an organisation number, or a name.',
  })
  text?: string | null;
}

@ObjectType('ApplicationRow', { simpleResolvers: true })
export class ApplicationRowType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId) caseId: string;
  @Field(() => String) number: string;
  @Field(() => ApplicationCode) code: ApplicationCode;
  @Field(() => ApplicationRegister) register: ApplicationRegister;
  @Field(() => ApplicationStatus) status: ApplicationStatus;
  @Field(() => ApplicationChannel) channel: ApplicationChannel;
  @Field(() => Int) version: number;
  @Field(() => LocalDateScalar) receivedOn: string;
  @Field(() => DateTime, { nullable: true }) handedOverAt: Date | null;
  @Field(() => LocalDateScalar, { nullable: true }) decidedOn: string | null;
  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Of the case; null where it is not mine to see.',
  })
  dueOn: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) promisedOn: string | null;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => OrganisationType) firm: OrganisationType;
  @Field(() => Boolean) mayHandOver: boolean;
}

@ObjectType('ApplicationPage', { simpleResolvers: true })
export class ApplicationPageType {
  @Field(() => [ApplicationRowType]) rows: ApplicationRowType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType, { nullable: true }) count: CappedCountType | null;
}
