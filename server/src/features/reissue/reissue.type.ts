import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { AtMost } from '../../platform/graphql/cost.ts';
import { CappedCountType, PageInfoType } from '../../platform/graphql/page.type.ts';
import { DateTime, EntityId, LocalDateScalar, Ore } from '../../platform/graphql/scalars.ts';
import { StaffRefType } from '../staff/me.type.ts';
import {
  ReissueAction,
  ReissueCause,
  ReissueProblem,
  ReissueRowState,
  ReissueState,
} from './reissue.enums.ts';

registerEnumType(ReissueAction, { name: 'ReissueAction' });
registerEnumType(ReissueCause, { name: 'ReissueCause' });
registerEnumType(ReissueProblem, { name: 'ReissueProblem' });
registerEnumType(ReissueRowState, { name: 'ReissueRowState' });
registerEnumType(ReissueState, { name: 'ReissueState' });

@ObjectType('ReissueAfter', { simpleResolvers: true, description: 'As it will be.' })
export class ReissueAfterType {
  @Field(() => Ore, { description: 'What the credit note takes back, and the new invoice bills.' })
  grossOre: number;
  @Field(() => Ore, { description: 'What was paid for the first and is moved.' }) movedOre: number;
  @Field(() => Ore, { description: 'Below zero: what is owed to the buyer.' }) owedOre: number;
  @Field(() => LocalDateScalar) dueOn: LocalDate;
}

@ObjectType('ReissuePlanRow', {
  simpleResolvers: true,
  description: 'An invoice as it stands, and as it will be.',
})
export class ReissuePlanRowType {
  @Field(() => EntityId) invoiceId: string;
  @Field(() => String) number: string;
  @Field(() => String) kid: string;
  @Field(() => String) orderNumber: string;
  @Field(() => LocalDateScalar) issuedOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true }) dueOn: LocalDate | null;
  @Field(() => String, { nullable: true }) customerReference: string | null;
  @Field(() => Ore) grossOre: number;
  @Field(() => Ore) balanceOre: number;
  @Field(() => ReissueProblem, { nullable: true, description: 'Why it cannot be issued anew.' })
  problem: ReissueProblem | null;
  @Field(() => ReissueAfterType) after: ReissueAfterType;
}

@ObjectType('ReissuePreview', { simpleResolvers: true })
export class ReissuePreviewType {
  @Field(() => String) firmName: string;
  @Field(() => String, { nullable: true }) orgNumber: string | null;
  @Field(() => String, { nullable: true, description: 'REQUIRED, TEXT_TOO_LONG or INVALID.' })
  referenceFault: string | null;
  @AtMost(200)
  @Field(() => [ReissuePlanRowType])
  rows: ReissuePlanRowType[];
  @Field(() => Int) ready: number;
  @Field(() => Int) refused: number;
  @Field(() => String, { description: 'What the series gives next, if nobody is faster.' })
  nextNumber: string;
  @Field(() => String) nextKid: string;
  @Field(() => String) nextCreditNumber: string;
}

@ObjectType('ReissuedDocument', { simpleResolvers: true })
export class ReissuedDocumentType {
  @Field(() => EntityId) id: string;
  @Field(() => String) number: string;
  @Field(() => String) kid: string;
  @Field(() => LocalDateScalar, { nullable: true }) dueOn: LocalDate | null;
}

@ObjectType('ReissueRow', { simpleResolvers: true })
export class ReissueRowType {
  @Field(() => ReissuePlanRowType, { description: 'As it stands now.' }) plan: ReissuePlanRowType;
  @Field(() => ReissueRowState) state: ReissueRowState;
  @Field(() => ReissueProblem, { nullable: true, description: 'Of a row that was refused.' })
  problem: ReissueProblem | null;
  @Field(() => Ore, { nullable: true }) movedOre: number | null;
  @Field(() => ReissuedDocumentType, { nullable: true }) creditNote: ReissuedDocumentType | null;
  @Field(() => ReissuedDocumentType, { nullable: true }) newInvoice: ReissuedDocumentType | null;
}

@ObjectType('ReissueFirm', { simpleResolvers: true, description: 'The main unit that is billed.' })
export class ReissueFirmType {
  @Field(() => EntityId) id: string;
  @Field(() => String) name: string;
  @Field(() => String) orgNumber: string;
}

@ObjectType('ReissueProposal', { simpleResolvers: true })
export class ReissueProposalType {
  @Field(() => EntityId) id: string;
  @Field(() => ReissueState) state: ReissueState;
  @Field(() => ReissueCause) cause: ReissueCause;
  @Field(() => String) reference: string;
  @Field(() => ReissueFirmType) firm: ReissueFirmType;
  @Field(() => Int) invoices: number;
  @Field(() => Int) done: number;
  @Field(() => Int) refused: number;
  @Field(() => Int, { description: 'For the approval, or for their turn after it.' }) waiting: number;
  @Field(() => String, { nullable: true, description: 'Of the first of its invoices.' }) firstNumber:
    | string
    | null;
  @Field(() => Ore) grossOre: number;
  @Field(() => StaffRefType) proposedBy: StaffRefType;
  @Field(() => DateTime) proposedAt: Date;
  @Field(() => StaffRefType, { nullable: true }) settledBy: StaffRefType | null;
  @Field(() => DateTime, { nullable: true }) settledAt: Date | null;
  @Field(() => DateTime, { nullable: true }) finishedAt: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was rejected.' }) reason: string | null;
  @Field(() => Int) version: number;
  @Field(() => [ReissueAction], { description: 'What the caller may do about it now.' })
  allowedActions: ReissueAction[];
}

@ObjectType('ReissueProposalDetail', { simpleResolvers: true })
export class ReissueProposalDetailType {
  @Field(() => ReissueProposalType) proposal: ReissueProposalType;
  @AtMost(200)
  @Field(() => [ReissueRowType])
  rows: ReissueRowType[];
  @Field(() => String, { nullable: true, description: 'Of what is seen here; an approval names it.' })
  digest: string | null;
}

@ObjectType('ReissueCauseCount', { simpleResolvers: true })
export class ReissueCauseCountType {
  @Field(() => ReissueCause) cause: ReissueCause;
  @Field(() => Int) invoices: number;
}

@ObjectType('ReissueProposalPage', { simpleResolvers: true })
export class ReissueProposalPageType {
  @Field(() => [ReissueProposalType]) rows: ReissueProposalType[];
  @Field(() => PageInfoType) pageInfo: PageInfoType;
  @Field(() => CappedCountType, { description: 'Proposed by colleagues, for the caller to check.' })
  forCheck: CappedCountType;
  @AtMost(3)
  @Field(() => [ReissueCauseCountType], { description: 'Invoices issued anew in the last 90 days.' })
  causes: ReissueCauseCountType[];
}
