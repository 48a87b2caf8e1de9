/** Approving and turning down an image pair, for support agents: the decision, its consequences and its mail, all or nothing. */

import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid } from '../../platform/errors.ts';
import type { CaseVersionInput } from '../case/case.input.ts';
import { nextStatus } from '../case/case.rules.ts';
import { addEvent, type CaseChanges, saveCase } from '../case/case.write.ts';
import { FREE } from '../case/reservation.write.ts';
import { type NewMail, queueMail } from '../correspondence/outbox.write.ts';
import { createUploadLink } from '../upload/upload-link.ts';
import { followImages, type GateParts, type OpenedImages, openImages } from './image-gate.ts';
import type { RejectImagesInput } from './image-review.input.ts';
import {
  checkRejection,
  type ImageTrigger,
  nextSubmissionStatus,
  outcomeOf,
  type TaggedReason,
  undoUntil,
} from './image-review.rules.ts';
import { insertDecision, lockPair, markPair, type StoredPair } from './image-review.store.ts';
import type { UndoOfferType } from './image-review.type.ts';

export interface ReviewParts extends GateParts {
  readonly keys: Keys;
  readonly undoSeconds: number;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

type Outcome = 'APPROVED' | 'REJECTED' | 'STOPPED';

interface Verdict {
  readonly outcome: Outcome;
  readonly reasons: readonly TaggedReason[];
  readonly comment: string | null;
}

const TRIGGER_OF = {
  APPROVED: 'IMAGES_APPROVED',
  REJECTED: 'IMAGES_REJECTED',
  STOPPED: 'IMAGES_STOPPED',
} as const satisfies Record<Outcome, ImageTrigger>;

/** One mail per decision; taking the decision back takes this mail back. */
export const decisionMail = (decisionId: string) => `decision:${decisionId}`;

export class ImageReviewService {
  constructor(private readonly parts: ReviewParts) {}

  /** The image requirement is met; the order item stays PENDING until every check has passed (R1), and goes on by itself then. No mail. */
  approveImages(db: Db, { caseId, expectedVersion }: CaseVersionInput): Promise<UndoOfferType> {
    const ask = { caseId, expectedVersion, action: 'APPROVE_IMAGES' } as const;
    return this.#decide(db, ask, { outcome: 'APPROVED', reasons: [], comment: null });
  }

  /** Repairable reasons lead to a fresh link, final ones to the end of the order item (R13). */
  rejectImages(db: Db, input: RejectImagesInput): Promise<UndoOfferType> {
    const { caseId, expectedVersion, reasons } = input;
    const fault = checkRejection(reasons);
    if (fault) throw invalid({ reasons: fault });
    const comment = input.comment?.trim() || null;
    const ask = { caseId, expectedVersion, action: 'REJECT_IMAGES' } as const;
    return this.#decide(db, ask, { outcome: outcomeOf(reasons), reasons, comment });
  }

  #decide(
    db: Db,
    ask: CaseVersionInput & { action: 'APPROVE_IMAGES' | 'REJECT_IMAGES' },
    verdict: Verdict,
  ): Promise<UndoOfferType> {
    return db.transaction(async tx => {
      const opened = await openImages(this.parts, { tx, actor: db.principal }, ask);
      const pair = await lockPair(tx, opened.row.id);
      if (!pair) throw new AppError('ACTION_NOT_AVAILABLE');
      const trigger = TRIGGER_OF[verdict.outcome];
      await this.#markPair(tx, pair, trigger);
      await followImages(tx, opened.item, { trigger, at: opened.now });
      return this.#conclude(tx, { ...opened, pair, actorId: db.principal.actorId }, verdict);
    });
  }

  async #markPair(tx: Tx, pair: StoredPair, trigger: ImageTrigger): Promise<void> {
    const status = nextSubmissionStatus(pair.status, trigger);
    if (!status) throw new AppError('ACTION_NOT_AVAILABLE');
    await markPair(tx, pair.id, status);
  }

  async #conclude(tx: Tx, review: Review, verdict: Verdict): Promise<UndoOfferType> {
    const { row, now, pair } = review;
    const { outcome, reasons, comment } = verdict;
    const until = undoUntil(now, this.parts.undoSeconds);
    const link = outcome === 'REJECTED' ? await this.#freshLink(tx, review) : null;
    const about = { row, submissionId: pair.id, decidedAt: now, undoUntil: until, uploadLinkId: link?.id };
    const decisionId = await insertDecision(tx, { ...about, ...verdict });
    const version = await saveCase(tx, row, this.#caseAfter(review, outcome));
    const codes = reasons.map(({ code }) => code).join(',') || null;
    await addEvent(tx, row, { type: TRIGGER_OF[outcome], newValue: codes, note: comment });
    if (outcome !== 'APPROVED') await this.#queueMail(tx, review, { outcome, decisionId, until });
    return {
      decisionId,
      outcome,
      until,
      version,
      caseId: row.id,
      caseNumber: row.number,
      reasons: reasons.length,
      secondsLeft: this.parts.undoSeconds,
    };
  }

  #freshLink(tx: Tx, { row, now, actorId }: Review) {
    return createUploadLink(tx, this.parts.keys, { case: row, channel: 'LINK', createdBy: actorId, now });
  }

  /** The reservation ends with the decision. The order's clock runs on while new images are awaited (R2). */
  #caseAfter({ row, now, actorId }: Review, outcome: Outcome): CaseChanges {
    const status = nextStatus(row.status, TRIGGER_OF[outcome]);
    if (!status) throw new AppError('ACTION_NOT_AVAILABLE');
    const done = { ...FREE, status, last_worker_id: actorId, new_post_at: null };
    return outcome === 'REJECTED' ? done : { ...done, closed_at: now };
  }

  async #queueMail(
    tx: Tx,
    { row, item }: Review,
    { outcome, decisionId, until }: { outcome: 'REJECTED' | 'STOPPED'; decisionId: string; until: Date },
  ): Promise<void> {
    const template = outcome === 'REJECTED' ? 'IMAGES_REJECTED' : 'IMAGES_STOPPED';
    const mail: NewMail = {
      template,
      organisationId: row.organisation_id,
      caseId: row.id,
      subjectId: decisionId,
      language: item.orderer_language,
      dedupe: decisionMail(decisionId),
      sendAfter: until,
    };
    await queueMail(tx, mail, this.parts.mailDomain);
    await addEvent(tx, row, { type: 'MAIL_QUEUED', newValue: template });
  }
}

interface Review extends OpenedImages {
  readonly pair: StoredPair;
  readonly actorId: string | null;
}
