/** The outbox, one mail as it reads, and the letter a rejection would cause, for the console. */
import type { Access } from '../../platform/access/access.ts';
import { readShown, type Shown } from '../../platform/audit/shown.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { invalid, notFound } from '../../platform/errors.ts';
import { cappedCount, decodeCursor, type PageAsk, pageOf, ROW_ID } from '../../platform/graphql/page.ts';
import { type CaseScope, caseScope } from '../case/case.policy.ts';
import { factsOf, type LockedCase } from '../case/case.write.ts';
import { checkRejection, outcomeOf } from '../image-review/image-review.rules.ts';
import type { MailFilter, MailPreviewArgs } from './mail.input.ts';
import {
  LETTER,
  type LetterRecord,
  type MailRenderer,
  ORDER_COLUMNS,
  type OrderFacts,
} from './mail.renderer.ts';
import { MAIL_COLUMNS, MAIL_TABLES, type MailRecord, mailRowOf } from './mail.row.ts';
import type { MailPageType, RenderedMailPreviewType, RenderedMailType } from './mail.type.ts';

export interface MailReadParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly renderer: MailRenderer;
  /** True when mail really leaves: then nobody at the desk needs to see the orderer's secret link. */
  readonly delivers: boolean;
}

const READ = { resource: 'mail', action: 'read' } as const;
const DECIDE = { resource: 'image-submission', action: 'decide' } as const;
const SIZES = [25, 50, 100] as const;

/** Of the mail itself; nobody who sees inquiries only has the right to see mail. */
const OF_MAIL: Readonly<Record<CaseScope, string>> = {
  any: 'true',
  organisation: 'm.organisation_id = $1::smallint',
  inquiries: 'false',
  none: 'false',
};

/** $1 organisation, $2 statuses or null, $3 case or null. */
const matches = (scope: CaseScope) =>
  `${OF_MAIL[scope]} and ($2::text[] is null or m.status = any ($2)) and ($3::bigint is null or m.case_id = $3)`;
const pageSql = (scope: CaseScope, back: boolean, size: number) => `select ${MAIL_COLUMNS} from ${MAIL_TABLES}
where ${matches(scope)} and ($4::bigint is null or m.id ${back ? '>' : '<'} $4) order by m.id ${back ? 'asc' : 'desc'} limit ${size + 1}`;

const countSql = (scope: CaseScope) =>
  `select count(*)::int as n from (select 1 from outbox_mail m where ${matches(scope)} order by m.id desc limit 1001) x`;

const mailSql = (scope: CaseScope) => `${LETTER} where ${OF_MAIL[scope]} and m.id = $2`;

const PREVIEW = `select c.organisation_id, c.kind, c.reserved_by, c.number as "caseNumber", oi.orderer_language as language, ${ORDER_COLUMNS},
  oi.orderer_email as recipient, p.id as "personId",
  exists (select 1 from case_barred b where b.case_id = c.id and b.staff_user_id = $2) as barred
from desk_case c join order_item oi on oi.id = c.order_item_id join person p on p.id = oi.person_id where c.id = $1`;

type PreviewRecord = Pick<LockedCase, 'organisation_id' | 'kind' | 'reserved_by' | 'barred' | 'language'> &
  OrderFacts & { caseNumber: string; recipient: string; personId: string };

export class MailReadModel {
  constructor(private readonly parts: MailReadParts) {}

  /** Newest first. */
  async outbox(db: Db, filter: MailFilter, page: PageAsk): Promise<MailPageType> {
    const scope = caseScope(this.parts.access, db.principal, READ);
    const cursor = page.after ?? page.before;
    const [start] = cursor ? decodeCursor(cursor, 1, ROW_ID) : [null];
    const size = SIZES.find(most => page.first <= most) ?? 100;
    const values = [db.principal.organisationId, filter.status ?? null, filter.caseId ?? null];
    const [rows = [], [counted] = []] = await db.readAll<MailRecord & { n: number }>([
      [pageSql(scope, Boolean(page.before), size), [...values, start]],
      [countSql(scope), values],
    ]);
    const { rows: shown, pageInfo } = pageOf(rows, page, row => [row.id]);
    const now = this.parts.clock.now();
    return { rows: shown.map(row => mailRowOf(row, now)), pageInfo, count: cappedCount(counted?.n ?? 0) };
  }

  /** @throws AppError NOT_FOUND */
  async mail(db: Db, id: string): Promise<RenderedMailType> {
    const scope = caseScope(this.parts.access, db.principal, READ);
    const statement = [mailSql(scope), [db.principal.organisationId, id]] as const;
    const [[record] = []] = await readShown<LetterRecord>(db, [statement], ([rows]) =>
      rows?.[0] ? shownIn(rows[0]) : null,
    );
    if (!record) throw notFound();
    const { html, text } = await this.parts.renderer.letter(record, { hideLink: this.parts.delivers });
    return { row: mailRowOf(record, this.parts.clock.now()), html, text };
  }

  /** @throws AppError NOT_FOUND | FORBIDDEN | VALIDATION_FAILED with the fault of the reasons */
  async mailPreview(db: Db, { caseId, reasons, comment }: MailPreviewArgs): Promise<RenderedMailPreviewType> {
    const statement = [PREVIEW, [caseId, db.principal.actorId]] as const;
    const [[row] = []] = await readShown<PreviewRecord>(db, [statement], ([previews = []]) => {
      const [found] = previews;
      if (!found) return null;
      this.parts.access.require(db.principal, DECIDE, factsOf(found));
      return { ...letterOf(caseId, found.personId), view: 'mail-preview', table: 'desk_case', rowId: caseId };
    });
    if (!row) throw notFound();
    const fault = checkRejection(reasons);
    if (fault) throw invalid({ reasons: fault });
    const template = outcomeOf(reasons) === 'STOPPED' ? 'IMAGES_STOPPED' : 'IMAGES_REJECTED';
    const letter = this.parts.renderer.preview({ ...row, template, reasons, comment: comment ?? null });
    return { ...letter, recipient: row.recipient };
  }
}

const letterOf = (caseId: string | null, personId: string | null) => ({
  ...{ view: 'mail', caseId, personIds: personId ? [personId] : [], fields: ['letter'] },
});

const shownIn = ({ id, caseId, personId }: LetterRecord): Shown => ({
  ...{ ...letterOf(caseId, personId), table: 'outbox_mail', rowId: id },
});
