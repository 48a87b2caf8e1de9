/** What a leader or the auditor says about an oddity, and that a week is gone through. Nothing said is ever changed. */
import type { Access } from '../../platform/access/access.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { AppError, forbidden, invalid, notFound } from '../../platform/errors.ts';
import type { MarkOddityInput, SignAccessReviewInput } from './access-review.input.ts';
import { type AccessReviewReadModel, mondayOf } from './access-review.readmodel.ts';
import { oddityKey } from './access-review.rules.ts';
import { MARKS } from './access-review.sql.ts';

export interface AccessReviewServiceParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly reviews: AccessReviewReadModel;
}

const SETTLE = { resource: 'access-review', action: 'settle' } as const;
const SIGN = { resource: 'access-review', action: 'sign' } as const;
const SHORTEST_COMMENT = 10;

const MARK = `insert into access_review_mark (organisation_id, week_on, oddity, actor_id, verdict, comment, marked_by, marked_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)`;
const SIGNATURE = `insert into access_review (organisation_id, week_on, signed_by, signed_at, oddities) values ($1, $2, $3, $4, $5)
on conflict (organisation_id, week_on) do nothing returning id`;

export class AccessReviewService {
  constructor(private readonly parts: AccessReviewServiceParts) {}

  /** @throws AppError NOT_FOUND, FORBIDDEN for one about oneself, REVIEW_SIGNED never: later words are welcome */
  async markOddity(db: Db, input: MarkOddityInput): Promise<void> {
    const comment = input.comment.trim();
    if ([...comment].length < SHORTEST_COMMENT) throw invalid({ comment: 'REASON_TOO_SHORT' });
    const { access, clock, reviews } = this.parts;
    const of = reviews.reviewOf(db, input);
    const oddity = (await reviews.oddities(db, of)).find(found => oddityKey(found) === input.key);
    if (!oddity) throw notFound();
    const facts = { organisationId: of.organisationId, staffUserId: oddity.actorId };
    if (!access.may(db.principal, SETTLE, facts)) throw forbidden();
    const values = [of.organisationId, of.weekOn, input.key, oddity.actorId, input.verdict, comment];
    await db.transaction(tx => tx.query(MARK, [...values, db.principal.actorId, clock.now()]));
  }

  /** @throws AppError FORBIDDEN, REVIEW_WEEK_RUNNING, REVIEW_NOT_SETTLED with how many, REVIEW_SIGNED */
  async signReview(db: Db, { weekOn }: SignAccessReviewInput): Promise<void> {
    const { access, clock, reviews } = this.parts;
    const of = reviews.reviewOf(db, { weekOn });
    if (!access.may(db.principal, SIGN, { organisationId: of.organisationId })) throw forbidden();
    if (of.weekOn >= mondayOf(osloDate(clock.now()))) throw new AppError('REVIEW_WEEK_RUNNING');
    const oddities = await reviews.oddities(db, of);
    await db.transaction(async tx => {
      const marks = await tx.query<{ oddity: string }>(MARKS, [of.organisationId, of.weekOn]);
      const said = new Set(marks.map(({ oddity }) => oddity));
      // Those about herself are the auditor's, and do not hold her back.
      const open = oddities.filter(o => o.actorId !== db.principal.actorId && !said.has(oddityKey(o)));
      if (open.length > 0) throw new AppError('REVIEW_NOT_SETTLED', { count: open.length });
      const values = [of.organisationId, of.weekOn, db.principal.actorId, clock.now(), oddities.length];
      if (!(await tx.one(SIGNATURE, values))) throw new AppError('REVIEW_SIGNED');
    });
  }
}
