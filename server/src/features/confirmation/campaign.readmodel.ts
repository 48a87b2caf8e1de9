/** The campaigns of yearly confirmations: how far each has come, and which firms have answered; for caseworkers and auditors. */
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Values } from '../../platform/db/db.ts';
import { likeAnywhere } from '../../platform/db/like.ts';
import { notFound } from '../../platform/errors.ts';
import {
  COUNT_CAP,
  cappedCount,
  decodeCursor,
  FIRST_PAGE,
  type PageAsk,
  pageOf,
  ROW_ID,
} from '../../platform/graphql/page.ts';
import { recogniseText } from '../case/case-text.rules.ts';
import type { ConfirmationFilter } from './confirmation.input.ts';
import type {
  AnnualConfirmationType,
  ConfirmationCampaignPageType,
  ConfirmationCampaignType,
} from './confirmation.type.ts';

/** Whether the firm is approved in the register that asks annual_confirmation k, and has been since it was asked. */
export const STILL_APPROVED = `exists (select from firm_approval h join confirmation_campaign asks on asks.register = h.register
  where asks.id = k.campaign_id and h.firm_id = k.firm_id and h.to_at is null and h.status like 'APPROVED%'
    and not exists (select from firm_approval lost where lost.firm_id = h.firm_id and lost.register = h.register and lost.status = 'NOT_APPROVED'
      and lost.from_at > asks.opened_at))`;
/** Of annual_confirmation k and its application a. What was decided counts, not what was meant to be. */
const STATE = `case when k.confirmed_at is not null then 'CONFIRMED' when a.status in ('WITHDRAWN', 'APPEALED', 'FORWARDED') then 'WITHDRAWN'
  when a.id is null and not ${STILL_APPROVED} then 'WITHDRAWN'
  when a.status = 'FOR_APPROVAL' then 'WITHDRAWAL_PROPOSED' when k.noticed_at is not null then 'NOTICED'
  when k.reminded_at is not null then 'REMINDED' else 'WAITING' end`;

export const CONFIRMATION_COLUMNS = `k.id::text, f.id::text as "firmId", f.org_number as "orgNumber", f.name as "firmName", ${STATE} as state,
  k.case_id::text as "caseId", a.number as "caseNumber", k.reminded_at as "remindedAt", k.noticed_at as "noticedAt", k.comment_by::text as "commentBy",
  k.confirmed_at as "confirmedAt", k.received_on::text as "receivedOn", k.channel, k.employees, k.statements, k.receipt, k.version`;
export const CONFIRMATION_TABLES = `join organisation f on f.id = k.firm_id left join exception_application a on a.id = k.application_id`;

export interface ConfirmationRow extends Omit<AnnualConfirmationType, 'firm'>, Record<string, unknown> {
  readonly firmId: string;
  readonly orgNumber: string;
  readonly firmName: string;
}

export function toConfirmation(row: ConfirmationRow): AnnualConfirmationType {
  const { firmId, orgNumber, firmName, ...kept } = row;
  return { ...kept, firm: { id: firmId, orgNumber, name: firmName } };
}

/** $1 organisation or null for all, $2 one campaign or null for the newest. */
const CAMPAIGNS = `select g.id::text, g.register, g.year, g.due_on::text as "dueOn", g.opened_at as "openedAt", coalesce(p.firms, 0) as firms,
  coalesce(p.progress, '[]') as progress
from confirmation_campaign g cross join lateral (
  select sum(s.firms)::int as firms, jsonb_agg(jsonb_build_object('state', s.state, 'firms', s.firms)) as progress
  from (select ${STATE} as state, count(*)::int as firms from annual_confirmation k
    left join exception_application a on a.id = k.application_id where k.campaign_id = g.id group by 1) s) p
where ($1::smallint is null or g.organisation_id = $1) and ($2::bigint is null or g.id = $2)
order by g.year desc, g.register limit 12`;

const WHERE = `($1::smallint is null or k.organisation_id = $1) and k.campaign_id = $2 and ($3::text[] is null or ${STATE} = any ($3))
  and ($4::text is null or f.org_number = $4) and ($5::text is null or fold(f.name) like fold($5))`;
const FROM = `from annual_confirmation k ${CONFIRMATION_TABLES} where ${WHERE}`;
const COUNT = `select count(*)::int as n from (select 1 ${FROM} limit ${COUNT_CAP + 1}) x`;
/** One statement text per size and direction. */
const PAGE_SIZES = [25, 50, 100];
const MOST_ID = '9223372036854775807';

const listed = <T>(values: readonly T[] | null | undefined) => (values && values.length > 0 ? values : null);

export interface CampaignAsk {
  readonly id: string;
  readonly filter?: ConfirmationFilter | null;
  readonly page?: PageAsk | null;
}

type Row = ConfirmationRow & ConfirmationCampaignType & { readonly n: number };

export class CampaignReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  campaigns(db: Db): Promise<ConfirmationCampaignType[]> {
    return db.read<ConfirmationCampaignType & Record<string, unknown>>(CAMPAIGNS, [this.#scope(db), null]);
  }

  /** @throws AppError NOT_FOUND */
  async campaign(db: Db, { id, filter, page }: CampaignAsk): Promise<ConfirmationCampaignPageType> {
    const ask = page ?? FIRST_PAGE;
    const organisationId = this.#scope(db);
    const where = [organisationId, id, listed(filter?.state), ...textOf(filter?.text)];
    const [campaigns = [], rows = [], counts = []] = await db.readAll<Row>([
      [CAMPAIGNS, [organisationId, id]],
      pageStatement(where, ask),
      [COUNT, where],
    ]);
    const [campaign] = campaigns;
    if (!campaign) throw notFound();
    const { rows: kept, pageInfo } = pageOf(rows, ask, row => [row.id]);
    return { campaign, rows: kept.map(toConfirmation), pageInfo, count: cappedCount(counts[0]?.n ?? 0) };
  }

  #scope(db: Db): number | null {
    const any = this.parts.access.scopes(db.principal, 'decision', 'read').has('any');
    return any ? null : db.principal.organisationId;
  }
}

function pageStatement(where: Values, { first, after, before }: PageAsk): readonly [string, Values] {
  const cursor = before ?? after;
  const up = !before;
  const [from = up ? '0' : MOST_ID] = cursor ? decodeCursor(cursor, 1, ROW_ID) : [];
  const size = PAGE_SIZES.find(most => first <= most) ?? COUNT_CAP;
  const order = up ? 'k.id' : 'k.id desc';
  const sql = `select ${CONFIRMATION_COLUMNS} ${FROM} and k.id ${up ? '>' : '<'} $6::bigint order by ${order} limit ${size + 1}`;
  return [sql, [...where, from]];
}

/** An organisation number, or part of a name. */
function textOf(text: string | null | undefined): [string | null, string | null] {
  if (!text || text.trim() === '') return [null, null];
  const typed = recogniseText(text);
  if (typed.kind === 'ORG_NUMBER') return [typed.number, null];
  return [null, likeAnywhere(text.trim())];
}
