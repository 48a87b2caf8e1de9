/** Gives the next case of a queue to whoever asks, never the same case to two people (one statement, locked rows are passed over). */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { forbidden } from '../../platform/errors.ts';
import type { CaseQueue } from './case.enums.ts';
import { findsRestricted, PERMISSION_OF } from './case.policy.ts';
import { reservationUntil } from './case.rules.ts';
import type { CaseParts } from './case-gate.ts';

/**
 * Cases of a queue that are free for the actor: $1 organisation, $2 queue, $3 actor, $4 now, $5 today.
 * With TAKE_ORDER behind it this is what take-next gives, and what may be looked at ahead.
 */
export const TAKEABLE = `c.organisation_id = $1 and c.queue = $2 and c.status = 'OPEN'
  and (c.reserved_until is null or c.reserved_until <= $4::timestamptz)
  and not exists (select 1 from case_barred b where b.case_id = c.id and b.staff_user_id = $3::bigint)
  and not exists (select 1 from case_skip s where s.case_id = c.id and s.staff_user_id = $3::bigint and s.skipped_on = $5::date)`;
export const TAKE_ORDER = 'c.priority desc, c.due_on, c.id';

/** One person's presses wait for each other, so that two at once do not give two cases. */
const ONE_PRESS = 'select 1 as one from staff_user where id = $1 for no key update';

/** Cases of a queue that the actor has already, with the same parameters; take-next gives them first, in this order. */
export const HELD = `m.reserved_by = $3::bigint and m.reserved_until > $4::timestamptz
  and m.organisation_id = $1 and m.queue = $2 and m.status = 'OPEN'`;
export const HELD_ORDER = 'm.due_on, m.id';

/** What I have already comes back first: nobody hoards cases by pressing again. */
const RESUME = `update desk_case c set reserved_until = $5
where c.id = (select m.id from desk_case m where ${HELD} order by ${HELD_ORDER} limit 1)
returning c.id`;

const TAKE = `with next as (
  select c.id, c.reserved_by from desk_case c where ${TAKEABLE}
  order by ${TAKE_ORDER} limit 1 for update of c skip locked
), taken as (
  update desk_case c set reserved_by = $3::bigint, reserved_until = $6, last_worker_id = $3::bigint, new_post_at = null, version = c.version + 1
  from next where c.id = next.id returning c.id, c.organisation_id, next.reserved_by as lapsed_by
), told as (
  insert into case_event (organisation_id, case_id, type, actor_id, old_value)
  select t.organisation_id, t.id, e.type, e.actor, e.old from taken t left join staff_user u on u.id = t.lapsed_by
  cross join lateral (values (1, 'RESERVATION_EXPIRED', null::bigint, u.name), (2, 'RESERVED', $3::bigint, null)) e (place, type, actor, old)
  where e.place = 2 or t.lapsed_by is not null order by e.place
)
select id from taken`;

export class TakeNextService {
  constructor(private readonly parts: CaseParts) {}

  /** @returns id of the case, or null when the queue has nothing for this person */
  async takeNext(db: Db, queue: CaseQueue): Promise<string | null> {
    this.#requireQueue(db, queue);
    const { actorId, organisationId } = db.principal;
    const now = this.parts.clock.now();
    const until = reservationUntil(now, this.parts.reservationMinutes);
    const whose = [organisationId, queue, actorId, now] as const;
    return db.transaction(async tx => {
      const [, mine] = await Promise.all([
        tx.query(ONE_PRESS, [actorId]),
        oneId(tx, RESUME, [...whose, until]),
      ]);
      return mine ?? oneId(tx, TAKE, [...whose, osloDate(now), until]);
    });
  }

  /** @throws AppError FORBIDDEN: finance takes inquiries only, images need the right to decide on them, protected persons a right of their own */
  #requireQueue({ principal }: Db, queue: CaseQueue): void {
    const { access } = this.parts;
    const facts = { organisationId: principal.organisationId ?? undefined, kind: queue, barred: false };
    const rights: Readonly<Record<CaseQueue, boolean>> = {
      INQUIRY: true,
      TIP_INVALID_CARD: true,
      EXCEPTION: access.mayEver(principal, 'decision', 'propose'),
      APPROVAL: access.mayEver(principal, 'decision', 'propose'),
      INVOICE_QUERY: access.mayEver(principal, 'invoice-query', 'answer'),
      IMAGE_REVIEW: access.mayEver(principal, 'image-submission', 'decide'),
      PROTECTED: findsRestricted(access, principal),
    };
    if (!access.may(principal, PERMISSION_OF.TAKE, facts) || !rights[queue]) throw forbidden();
  }
}

async function oneId(tx: Tx, sql: string, values: readonly unknown[]): Promise<string | null> {
  return (await tx.one<{ id: string }>(sql, values))?.id ?? null;
}
