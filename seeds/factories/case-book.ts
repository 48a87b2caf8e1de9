/** Opens cases in the order they came in: numbers, timelines and what each queue took in and gave out a day. */
import type { CaseEventType, CaseQueue } from '../../server/src/features/case/case.enums.ts';
import { type LocalDate, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { NewRow, Rows } from '../rows.ts';

/** The first case of the demo's history follows this number. */
const FIRST_NUMBER = 3_619;

export interface NewEvent {
  readonly at: Date;
  /** Nobody: the system did it. */
  readonly by?: number | null;
  readonly old?: string;
  readonly new?: string;
  readonly note?: string;
}

export interface OpenedCase {
  readonly id: number;
  readonly organisationId: 1 | 2;
  readonly number: string;
  readonly queue: CaseQueue;
}

type CaseRow = Omit<
  NewRow<'desk_case'>,
  'number' | 'organisation_id' | 'queue' | 'kind' | 'opened_on' | 'due_on' | 'due_days' | 'created_at'
>;

export interface NewCase {
  readonly organisationId: 1 | 2;
  readonly kind: CaseQueue;
  readonly openedAt: Date;
  readonly dueDays: number;
  readonly dueOn: LocalDate;
  /** Staff who registered it; nobody when it came from the portal. */
  readonly openedBy?: number;
  readonly row: CaseRow;
}

export class CaseBook {
  readonly #rows: Rows;
  readonly #events: NewRow<'case_event'>[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #days = new Map<string, { opened: number; closed: number }>();

  constructor(rows: Rows) {
    this.#rows = rows;
  }

  /** Cases must be opened oldest first. */
  open({ organisationId, kind, openedAt, dueDays, dueOn, openedBy, row }: NewCase): OpenedCase {
    const openedOn = osloDate(openedAt);
    const year = openedOn.slice(0, 4);
    const last = (this.#numbers.get(year) ?? (this.#numbers.size === 0 ? FIRST_NUMBER : 0)) + 1;
    this.#numbers.set(year, last);
    const number = `${year}/${String(last).padStart(6, '0')}`;
    const id = this.#rows.add('desk_case', {
      priority: 0,
      attempt: 0,
      ...row,
      organisation_id: organisationId,
      number,
      kind,
      queue: kind,
      opened_on: openedOn,
      due_days: dueDays,
      due_on: dueOn,
      created_at: openedAt,
    });
    const opened = { id, organisationId, number, queue: kind };
    this.event(opened, 'CASE_OPENED', { at: openedAt, by: openedBy, new: String(row.channel) });
    return opened;
  }

  event(about: OpenedCase, type: CaseEventType, event: NewEvent): void {
    this.#events.push({
      organisation_id: about.organisationId,
      case_id: about.id,
      at: event.at,
      type,
      actor_id: event.by,
      old_value: event.old,
      new_value: event.new,
      note: event.note,
    });
  }

  /** The case became work for its queue. */
  cameIn(about: OpenedCase, at: Date): void {
    this.#day(about, at).opened += 1;
  }

  /** The case was done, or waits for somebody else. */
  wentOut(about: OpenedCase, at: Date): void {
    this.#day(about, at).closed += 1;
  }

  #day({ organisationId, queue }: OpenedCase, at: Date): { opened: number; closed: number } {
    const key = `${organisationId}|${queue}|${osloDate(at)}`;
    const known = this.#days.get(key);
    if (known) return known;
    const day = { opened: 0, closed: 0 };
    this.#days.set(key, day);
    return day;
  }

  /** Writes timelines, oldest event first, days and number series. */
  close(): void {
    const time = (event: NewRow<'case_event'>) => (event.at as Date).getTime();
    for (const event of this.#events.sort((a, b) => time(a) - time(b))) this.#rows.add('case_event', event);
    for (const [key, counts] of this.#days) {
      const [organisation_id = '', queue = '', day = ''] = key.split('|');
      this.#rows.add('queue_day', { organisation_id: Number(organisation_id), queue, day, ...counts });
    }
    for (const [year, last] of this.#numbers) this.#rows.add('number_series', { name: `case ${year}`, last });
  }
}
