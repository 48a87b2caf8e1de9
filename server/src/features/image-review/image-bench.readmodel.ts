/** What the image bench shows: the case with its newest pair beside the one before, and how much is left of the day's work. */
import type { Access } from '../../platform/access/access.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { forbidden, notFound } from '../../platform/errors.ts';
import { COUNT_CAP, cappedCount } from '../../platform/graphql/page.ts';
import type { CaseQueue } from '../case/case.enums.ts';
import type { CaseDetailReadModel } from '../case/case-detail.readmodel.ts';
import { HELD, HELD_ORDER, TAKE_ORDER, TAKEABLE } from '../case/take-next.service.ts';
import type { ImageBenchType } from './image-bench.type.ts';

export interface ImageBenchParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly details: CaseDetailReadModel;
}

/** $1 organisation, $2 the actor, $3 today, $4 the queue. Decisions taken back do not count. */
const COUNTS = `select
  (select count(*)::int from image_decision d where d.decided_by = $2::bigint and d.undone_at is null
    and d.decided_at >= ($3::date::timestamp at time zone 'Europe/Oslo')) as decided,
  (select count(*)::int from (select 1 from desk_case c where c.organisation_id = $1 and c.queue = $4 and c.status = 'OPEN'
    and c.kind = 'IMAGE_REVIEW' limit ${COUNT_CAP + 1}) x) as remaining`;

/** In the order of take-next: what the actor has already, then what is free. $6 is the case in front of her. */
const PEEK = `select id from (
  (select 1 as place, m.id from desk_case m where ${HELD} and m.id is distinct from $6::bigint order by ${HELD_ORDER} limit 1)
  union all
  (select 2, c.id from desk_case c where ${TAKEABLE} and c.kind = 'IMAGE_REVIEW' and c.id is distinct from $6::bigint order by ${TAKE_ORDER} limit 1)
) next order by place limit 1`;

const READ = { resource: 'image-submission', action: 'read' } as const;

export class ImageBenchReadModel {
  constructor(private readonly parts: ImageBenchParts) {}

  /** @throws AppError NOT_FOUND, also for what is not an image case or not the actor's to see */
  async imageBench(db: Db, caseId: string): Promise<ImageBenchType> {
    const { organisationId, actorId } = db.principal;
    const today = osloDate(this.parts.clock.now());
    const detail = await this.parts.details.caseDetail(db, caseId);
    const whose = [organisationId, actorId, today, detail.queue];
    const [counts] = await db.read<{ decided: number; remaining: number }>(COUNTS, whose);
    if (detail.kind !== 'IMAGE_REVIEW') throw notFound();
    const [submission = null, previous = null] = detail.submissions;
    return {
      case: detail,
      submission,
      previous,
      decidedToday: counts?.decided ?? 0,
      remaining: cappedCount(counts?.remaining ?? 0),
    };
  }

  /** The case take-next would most likely give, so that its images can be fetched ahead. Reserves nothing. */
  async peekNext(db: Db, queue: CaseQueue, except: string | null): Promise<ImageBenchType | null> {
    const { organisationId, actorId } = db.principal;
    const facts = { organisationId: organisationId ?? undefined };
    if (!this.parts.access.may(db.principal, READ, facts)) throw forbidden();
    if (queue === 'INQUIRY') return null;
    const now = this.parts.clock.now();
    const whose = [organisationId, queue, actorId, now, osloDate(now), except];
    const [next] = await db.read<{ id: string }>(PEEK, whose);
    return next ? this.imageBench(db, next.id) : null;
  }
}
