/** Proposals to issue invoices anew: the worklist for those who check, and one proposal with every invoice before and after. */
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { cappedCount, decodeCursor, type PageAsk, pageOf, ROW_ID } from '../../platform/graphql/page.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import { ReissueState } from './reissue.enums.ts';
import { allowedActions } from './reissue.policy.ts';
import { CAUSES, ONE_PROPOSAL, ROWS_OF, WORKLIST } from './reissue.sql.ts';
import type {
  ReissueCauseCountType,
  ReissueProposalDetailType,
  ReissueProposalPageType,
  ReissueProposalType,
  ReissueRowType,
} from './reissue.type.ts';
import { planDigest, planReissue } from './reissue-plan.readmodel.ts';

const CAUSES_DAYS = 90;
/** $1 organisation, $2 who asks: hers are for others to check. */
export const FOR_CHECK = `select count(*)::int as n from (select from reissue_proposal p where p.organisation_id = $1 and p.state = 'PROPOSED'
  and p.proposed_by <> $2 limit 1001) x`;

interface Someone {
  readonly id: string;
  readonly name: string;
}

type Row = Omit<ReissueProposalType, 'firm' | 'proposedBy' | 'settledBy' | 'allowedActions' | 'grossOre'> & {
  readonly firmId: string;
  readonly firmName: string;
  readonly orgNumber: string;
  readonly proposedBy: Someone;
  readonly settledBy: Someone | null;
  readonly grossOre: string;
};

type ResultRow = Omit<ReissueRowType, 'plan' | 'movedOre'> & {
  readonly invoiceId: string;
  readonly movedOre: string | null;
};

export class ReissueReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  async list(db: Db, state: ReissueState, ask: PageAsk): Promise<ReissueProposalPageType> {
    const { organisationId, actorId } = db.principal;
    const cursor = ask.before ?? ask.after;
    const [from = null] = cursor ? decodeCursor(cursor, 1, ROW_ID) : [];
    const order = WORKLIST[state === ReissueState.PROPOSED ? 'rising' : 'falling'];
    const since = new Date(this.parts.clock.now().getTime() - CAUSES_DAYS * 86_400_000);
    const [rows = [], count = [], causes = []] = await db.readAll<Record<string, unknown>>([
      [order[ask.before ? 'before' : 'after'], [organisationId, state, from, ask.first + 1]],
      [FOR_CHECK, [organisationId, actorId]],
      [CAUSES, [organisationId, since]],
    ]);
    const page = pageOf(rows as unknown as Row[], ask, ({ id }) => [id]);
    return {
      ...page,
      rows: page.rows.map(row => this.#shown(db, row)),
      forCheck: cappedCount((count[0] as { n?: number } | undefined)?.n ?? 0),
      causes: causes as unknown as ReissueCauseCountType[],
    };
  }

  /** @throws AppError NOT_FOUND, also when the actor may not see it */
  async one(db: Db, id: string): Promise<ReissueProposalDetailType> {
    const [[found] = [], results = []] = await db.readAll<Record<string, unknown>>([
      [ONE_PROPOSAL, [id]],
      [ROWS_OF, [id]],
    ]);
    if (!found) throw notFound();
    const proposal = this.#shown(db, found as unknown as Row);
    const told = results as unknown as ResultRow[];
    const invoiceIds = told.map(({ invoiceId }) => invoiceId);
    const ask = { invoiceIds, reference: proposal.reference, proposalId: id, now: this.parts.clock.now() };
    const plan = await planReissue(db, ask);
    if (!plan) throw notFound();
    const open = proposal.state === ReissueState.PROPOSED;
    return {
      proposal,
      rows: plan.rows.map((row, n) => rowOf(told[n] as ResultRow, row)),
      digest: open ? planDigest(proposal.reference, plan).toString('hex') : null,
    };
  }

  #shown(db: Db, row: Row): ReissueProposalType {
    const { firmId, firmName, orgNumber, proposedBy, settledBy, grossOre, ...said } = row;
    const facts = { organisationId: db.principal.organisationId ?? 0, proposedBy: proposedBy.id };
    return {
      ...said,
      grossOre: Number(grossOre),
      firm: { id: firmId, name: firmName, orgNumber },
      proposedBy: withInitials(proposedBy),
      settledBy: settledBy && withInitials(settledBy),
      allowedActions: allowedActions(this.parts.access, db.principal, { state: row.state, ...facts }),
    };
  }
}

const withInitials = (someone: Someone) => ({ ...someone, initials: initialsOf(someone.name) });

/** Both are in the order of the invoices. */
const rowOf = ({ movedOre, ...result }: ResultRow, plan: ReissueRowType['plan']): ReissueRowType => ({
  ...result,
  plan,
  movedOre: movedOre === null ? null : Number(movedOre),
});
