/** Min dag and the menu's counts: what waits for me, how the queues stand, what is about to leave and what has happened. */
import type { Access } from '../../platform/access/access.ts';
import { listOf, personsOf, readShown } from '../../platform/audit/shown.ts';
import { addDays, type LocalDate, osloDate, weekdayOf, weekOf } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Values } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { cappedCount } from '../../platform/graphql/page.ts';
import type { UndoOfferType } from '../image-review/image-review.type.ts';
import { orderScope } from '../order/order.policy.ts';
import { PRODUCTION_ATTENTION } from '../production/production.readmodel.ts';
import { FOR_CHECK } from '../reissue/reissue.readmodel.ts';
import { WAITING_COUNT } from '../vat-batch/vat-batch.readmodel.ts';
import { CaseQueue } from './case.enums.ts';
import { caseScope, findsRestricted } from './case.policy.ts';
import { type CaseListRow, toCaseRow } from './case-row.readmodel.ts';
import {
  type ExceptionCounts,
  lastWorkingDays,
  type NewsRow,
  type QueueDayRow,
  type QueueRow,
  toExceptionDay,
  toNews,
  toQueueSize,
} from './my-day.map.ts';
import {
  dueSoonSql,
  EXCEPTIONS_TODAY,
  historySql,
  LETTERS_TO_PRINT,
  menuSql,
  myCountsSql,
  newsSql,
  queuesSql,
  sendingSoonSql,
  stalledOrdersSql,
  WAITING_GRANTS,
  WAITING_SETTINGS,
} from './my-day.sql.ts';
import type { MenuCountsType, MyDayType } from './my-day.type.ts';

type MyCounts = Pick<MyDayType, 'mine' | 'onHold' | 'overdue' | 'dueToday' | 'withNewPost'>;
type MenuRow = MyCounts & { open: Partial<Record<CaseQueue, number>> | null; outbox: number };

/** For those whom a count is not for. */
const NOTHING: readonly [string, Values] = ['select 0 as n', []];

export class MyDayReadModel {
  constructor(private readonly parts: { readonly access: Access; readonly clock: Clock }) {}

  async myDay(db: Db): Promise<MyDayType> {
    const { organisationId, actorId } = db.principal;
    const now = this.parts.clock.now();
    const today = osloDate(now);
    const scope = caseScope(this.parts.access, db.principal);
    const me: Values = [organisationId, actorId];
    const queues = this.#queues(db.principal);
    const days = lastWorkingDays(today);
    const { access } = this.parts;
    const decides = access.mayEver(db.principal, 'decision', 'propose');
    const signs = access.mayEver(db.principal, 'decision', 'approve');
    const statements: (readonly [string, Values])[] = [
      [dueSoonSql(scope), [...me, now, sundayOf(today)]],
      [myCountsSql(scope), [...me, now, today]],
      [queuesSql(scope), [organisationId, queues, today]],
      [historySql(scope), [organisationId, queues, days[0]]],
      [sendingSoonSql(scope), [...me, now]],
      [newsSql(scope), [...me, startOfDay(addDays(today, -1))]],
      asked(decides, EXCEPTIONS_TODAY, [...me, today, sundayOf(today)]),
    ];
    const [cases = [], [counts] = [], sizes = [], history = [], sending = [], news = [], [waiting] = []] =
      await readShown<object>(db, statements, ([mine = []]) => listOf(personsOf(mine as CaseListRow[])));
    return {
      today,
      week: weekOf(today),
      ...(counts as unknown as MyCounts),
      cases: (cases as unknown as CaseListRow[]).map(row => toCaseRow(row, { actorId, now, today })),
      queues: (sizes as unknown as QueueRow[]).map(row =>
        toQueueSize(row, { history: history as unknown as QueueDayRow[], days, today }),
      ),
      sendingSoon: (sending as unknown as UndoOfferType[]).map(offer => ({
        ...offer,
        secondsLeft: Math.ceil((offer.until.getTime() - now.getTime()) / 1000),
      })),
      news: (news as unknown as NewsRow[]).map(toNews),
      exceptions: decides ? toExceptionDay(waiting as unknown as ExceptionCounts, signs) : null,
    };
  }

  /** Null for what the person may not see; a count would tell that it is there. */
  async menuCounts(db: Db): Promise<MenuCountsType> {
    const { organisationId, actorId } = db.principal;
    const { access, clock } = this.parts;
    const now = clock.now();
    const queues = this.#queues(db.principal);
    const today = osloDate(now);
    const approves = access.mayEver(db.principal, 'staff', 'approve');
    const rules = access.mayEver(db.principal, 'setting', 'approve');
    const orders = orderScope(access, db.principal);
    const makes = access.mayEver(db.principal, 'production', 'release');
    const sends = access.mayEver(db.principal, 'vat-batch', 'make');
    const reissues = access.mayEver(db.principal, 'invoice', 'reissue');
    const prints = access.mayEver(db.principal, 'letter', 'print');
    const answers = await db.readAll<MenuRow & { n: number }>([
      [menuSql(caseScope(access, db.principal)), [organisationId, actorId, now, today, queues]],
      asked(approves, WAITING_GRANTS, [actorId]),
      asked(rules, WAITING_SETTINGS, [actorId, today]),
      [stalledOrdersSql(orders), [organisationId]],
      asked(makes, PRODUCTION_ATTENTION, [organisationId, today]),
      asked(sends, WAITING_COUNT, []),
      asked(prints, LETTERS_TO_PRINT, [organisationId]),
      asked(reissues, FOR_CHECK, [organisationId, actorId]),
    ]);
    const [row, grants, settings, stalled, cards, vat, letters, toCheck] = answers.map(([first]) => first);
    const open = (queue: CaseQueue) => (queues.includes(queue) ? cappedCount(row?.open?.[queue] ?? 0) : null);
    const works = access.mayEver(db.principal, 'case', 'work');
    return {
      imageReview: open('IMAGE_REVIEW'),
      ...{ inquiry: open('INQUIRY'), tipInvalidCard: open('TIP_INVALID_CARD') },
      ...{ exception: open('EXCEPTION'), approval: open('APPROVAL'), invoiceQuery: open('INVOICE_QUERY') },
      protectedPersons: open('PROTECTED'),
      stalledOrders: orders === 'none' ? null : cappedCount(stalled?.n ?? 0),
      mine: seen(works, row?.mine),
      onHold: seen(works, row?.onHold),
      overdue: seen(works, row?.overdue),
      outbox: seen(access.mayEver(db.principal, 'mail', 'read'), row?.outbox),
      staffGrants: seen(approves, grants?.n),
      settings: seen(rules, settings?.n),
      production: seen(makes, cards?.n),
      ...{ vatFirms: seen(sends, vat?.n), reissues: seen(reissues, toCheck?.n) },
      lettersToPrint: seen(prints, letters?.n),
    };
  }

  /** Queues the person may see: images need the right to images. */
  #queues(actor: Principal): CaseQueue[] {
    const { access } = this.parts;
    const queues: CaseQueue[] = [];
    if (access.scopes(actor, 'image-submission', 'read').has('own_organisation'))
      queues.push(CaseQueue.IMAGE_REVIEW);
    if (access.mayEver(actor, 'case', 'read')) queues.push(CaseQueue.INQUIRY);
    // Tips are the authority's alone, whoever else reads cases.
    if (actor.organisationKind === 'AUTHORITY' && access.mayEver(actor, 'case', 'register'))
      queues.push(CaseQueue.TIP_INVALID_CARD);
    if (access.mayEver(actor, 'decision', 'propose')) queues.push(CaseQueue.EXCEPTION, CaseQueue.APPROVAL);
    if (access.mayEver(actor, 'invoice-query', 'read')) queues.push(CaseQueue.INVOICE_QUERY);
    if (findsRestricted(access, actor)) queues.push(CaseQueue.PROTECTED);
    return queues;
  }
}

/** Null: not for this person. */
const seen = (may: boolean, n: number | undefined): number | null => (may ? (n ?? 0) : null);
const asked = (may: boolean, sql: string, values: Values): readonly [string, Values] =>
  may ? [sql, values] : NOTHING;

const sundayOf = (day: LocalDate) => addDays(day, 7 - weekdayOf(day));

/** Midnight in Oslo is 22:00 or 23:00 UTC the day before; the earlier one loses no event. */
const startOfDay = (day: LocalDate) => new Date(`${addDays(day, -1)}T22:00:00Z`);
