import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId, LocalDateScalar, ShortText } from '../../platform/graphql/scalars.ts';
import { ExceptionCode } from '../exception/exception.enums.ts';
import { BypassedRegister } from '../exception-catalogue/exception-catalogue.enums.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import { ApplicationChannel, ApplicationStatus } from './application.enums.ts';

@InputType()
export class ApplicationFilter {
  @Field(() => BypassedRegister, { nullable: true }) register?: BypassedRegister | null;
  @Field(() => [ExceptionCode], { nullable: true }) code?: ExceptionCode[] | null;
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
  @Field(() => ExceptionCode) code: ExceptionCode;
  @Field(() => BypassedRegister) register: BypassedRegister;
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
