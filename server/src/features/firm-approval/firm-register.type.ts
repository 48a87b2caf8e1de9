import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { FirmStatus } from '../organisation/firm.enums.ts';
import { OrganisationType } from '../organisation/organisation.type.ts';
import { ApprovalRegister, FirmApprovalStatus } from './firm-approval.enums.ts';

@ObjectType('ApprovalCase', { simpleResolvers: true })
export class ApprovalCaseType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
}

@ObjectType('ApprovedFirm', {
  simpleResolvers: true,
  description: 'A firm in a register of approved firms, as it stands now.',
})
export class ApprovedFirmType {
  @Field(() => EntityId) id: string;
  @Field(() => OrganisationType) firm: OrganisationType;
  @Field(() => FirmStatus, { description: 'In Enhetsregisteret.' }) firmStatus: FirmStatus;
  @Field(() => ApprovalRegister) register: ApprovalRegister;
  @Field(() => FirmApprovalStatus) status: FirmApprovalStatus;
  @Field(() => LocalDateScalar) since: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of an agency’s year.' })
  validTo: string | null;
  @Field(() => Boolean, { description: 'The agency’s year is over.' }) lapsed: boolean;
  @Field(() => String, { nullable: true, description: 'Two digits; null when the register has not told.' })
  county: string | null;
  @Field(() => ApprovalCaseType, { nullable: true, description: 'For those who see it.' })
  openCase: ApprovalCaseType | null;
}

@ObjectType('ApprovedFirmCount', { simpleResolvers: true })
export class ApprovedFirmCountType {
  @Field(() => String, { nullable: true }) county: string | null;
  @Field(() => FirmApprovalStatus) status: FirmApprovalStatus;
  @Field(() => Int) firms: number;
}

@ObjectType('ApprovedFirmPage', { simpleResolvers: true })
export class ApprovedFirmPageType {
  @Field(() => [ApprovedFirmType]) rows: ApprovedFirmType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType) count: CappedCountType;
  @AtMost(200)
  @Field(() => [ApprovedFirmCountType], {
    description: 'Firms per county and status, whatever county and status are asked for.',
  })
  overview: ApprovedFirmCountType[];
}
