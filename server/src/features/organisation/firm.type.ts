import { Field, Int, ObjectType } from 'type-graphql';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId, LocalDateScalar } from '../../platform/graphql/scalars.ts';
import { CallType } from '../caller/caller.type.ts';
import { CaseKind, CaseStatus } from '../case/case.enums.ts';
import { ApprovalRegister, FirmApprovalStatus } from '../firm-approval/firm-approval.enums.ts';
import { CardRefType } from '../order/order-page.type.ts';
import { DelegationState, EmploymentSource, FirmStatus } from './firm.enums.ts';
import { OrganisationType } from './organisation.type.ts';

@ObjectType('FirmUnit', { simpleResolvers: true })
export class FirmUnitType {
  @Field(() => EntityId) id: string;
  @Field(() => String) orgNumber: string;
  @Field(() => String) name: string;
  @Field(() => FirmStatus) status: FirmStatus;
  @Field(() => String, { nullable: true }) city: string | null;
}

@ObjectType('FirmRole', { simpleResolvers: true, description: 'Of Enhetsregisteret.' })
export class FirmRoleType {
  @Field(() => EntityId) id: string;
  @Field(() => String) code: string;
  @Field(() => String, { nullable: true, description: 'Null for a protected person.' }) holderName:
    | string
    | null;
  @Field(() => EntityId, { nullable: true }) personId: string | null;
  @Field(() => Boolean, { description: 'A role that orders, by the setting of today.' }) orders: boolean;
}

@ObjectType('Delegation', { simpleResolvers: true })
export class DelegationType {
  @Field(() => EntityId) id: string;
  @Field(() => OrganisationType) unit: OrganisationType;
  @Field(() => EntityId, { nullable: true }) personId: string | null;
  @Field(() => String, { nullable: true }) personName: string | null;
  @Field(() => String, { nullable: true }) grantedByName: string | null;
  @Field(() => LocalDateScalar) fromOn: string;
  @Field(() => LocalDateScalar, { nullable: true }) toOn: string | null;
  @Field(() => DelegationState) state: DelegationState;
  @Field(() => Boolean, { description: 'It may be revoked, and by me.' }) revocable: boolean;
  @Field(() => Int) version: number;
}

@ObjectType('FirmApproval', {
  simpleResolvers: true,
  description: 'A status the firm has, or had, in a register of approved firms.',
})
export class FirmApprovalType {
  @Field(() => ApprovalRegister) register: ApprovalRegister;
  @Field(() => FirmApprovalStatus) status: FirmApprovalStatus;
  @Field(() => LocalDateScalar) fromOn: string;
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it changed; null: still so.' })
  toOn: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Last day of an agency’s year.' })
  validTo: string | null;
}

@ObjectType('FirmCoverage', {
  simpleResolvers: true,
  description: 'How many of those known to work in the firm have a valid card of the scheme.',
})
export class FirmCoverageType {
  @Field(() => ApprovalRegister) register: ApprovalRegister;
  @Field(() => Int) known: number;
  @Field(() => Int) covered: number;
  @Field(() => Int, { description: 'Orders of the scheme under way: a number to whoever sees no orders.' })
  underWay: number;
}

@ObjectType('FirmCase', { simpleResolvers: true })
export class FirmCaseType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => CaseKind) kind: CaseKind;
  @Field(() => CaseStatus) status: CaseStatus;
  @Field(() => LocalDateScalar) openedOn: string;
  @Field(() => String, { nullable: true }) personName: string | null;
}

@ObjectType('FirmDetail', { simpleResolvers: true })
export class FirmDetailType {
  @Field(() => EntityId) id: string;
  @Field(() => String) orgNumber: string;
  @Field(() => String) name: string;
  @Field(() => String) form: string;
  @Field(() => FirmStatus) status: FirmStatus;
  @Field(() => LocalDateScalar, { nullable: true }) registeredOn: string | null;
  @Field(() => Boolean, { nullable: true }) inCompanyRegister: boolean | null;
  @Field(() => Boolean, { nullable: true }) inVatRegister: boolean | null;
  @Field(() => String, { nullable: true }) sectorCode: string | null;
  @Field(() => Int, { nullable: true }) employees: number | null;
  @Field(() => String, { nullable: true }) street: string | null;
  @Field(() => String, { nullable: true }) postcode: string | null;
  @Field(() => String, { nullable: true }) city: string | null;
  @Field(() => DateTime, { nullable: true }) refreshedAt: Date | null;
  @Field(() => OrganisationType, { nullable: true, description: 'Of a sub-unit.' })
  mainUnit: OrganisationType | null;
  @AtMost(200)
  @Field(() => [FirmUnitType])
  units: FirmUnitType[];
  @Field(() => CappedCountType) unitCount: CappedCountType;
  @AtMost(100)
  @Field(() => [FirmRoleType])
  roles: FirmRoleType[];
  @AtMost(100)
  @Field(() => [DelegationType])
  delegations: DelegationType[];
  @AtMost(60)
  @Field(() => [FirmApprovalType])
  approvals: FirmApprovalType[];
  @AtMost(2)
  @Field(() => [FirmCoverageType], { description: 'Where cards come before approval.' })
  coverage: FirmCoverageType[];
  @AtMost(20)
  @Field(() => [FirmCaseType])
  cases: FirmCaseType[];
  @Field(() => CappedCountType) openCases: CappedCountType;
  @Field(() => CappedCountType) cards: CappedCountType;
  @Field(() => CappedCountType) ordersUnderWay: CappedCountType;
  @AtMost(20)
  @Field(() => [CallType], { description: 'Calls for the firm that were checked.' })
  calls: CallType[];
}

@ObjectType('FirmEmployee', { simpleResolvers: true })
export class FirmEmployeeType {
  @Field(() => EntityId) id: string;
  @Field(() => EntityId) personId: string;
  @Field(() => String) personName: string;
  @Field(() => OrganisationType) unit: OrganisationType;
  @Field(() => EmploymentSource) source: EmploymentSource;
  @Field(() => String) kind: string;
  @Field(() => LocalDateScalar) startOn: string;
  @Field(() => LocalDateScalar, { nullable: true }) endOn: string | null;
  @Field(() => CardRefType, { nullable: true, description: 'Her live card at the firm.' })
  card: CardRefType | null;
}

@ObjectType('FirmEmployeePage', { simpleResolvers: true })
export class FirmEmployeePageType {
  @Field(() => [FirmEmployeeType]) rows: FirmEmployeeType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType) count: CappedCountType;
}
