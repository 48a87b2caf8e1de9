/** Decisions on image pairs: who decided what and why, the fresh link and the mail of a rejection. */
import { REASON_CATALOGUE_VERSION } from '../../server/src/features/image-review/reason-catalogue.ts';
import type { Random } from '../random.ts';
import type { Rows } from '../rows.ts';
import { secondsAfter } from '../work-time.ts';
import type { CaseBook, OpenedCase } from './case-book.ts';
import { REJECTION_COMMENTS } from './comments.ts';
import type { Pair } from './identities.ts';
import type { Attempt, Verdict } from './image-plans.ts';
import type { Link, LinkBook } from './links.ts';
import type { MailBook } from './mails.ts';
import type { OrderedItem } from './orders.ts';

interface DecisionParts {
  readonly random: Random;
  readonly rows: Rows;
  readonly book: CaseBook;
  readonly mails: MailBook;
}

export class DecisionBook {
  readonly #parts: DecisionParts;
  readonly #links: LinkBook;

  constructor(parts: DecisionParts, links: LinkBook) {
    this.#parts = parts;
    this.#links = links;
  }

  /** @returns the fresh link of a rejection */
  decide(
    opened: OpenedCase,
    about: { attempt: Attempt; verdict: Verdict; submission: number; item: OrderedItem },
  ): Link | null {
    const { book, mails } = this.#parts;
    const { attempt, verdict, item } = about;
    const { at, by, outcome } = verdict;
    const rejected = outcome === 'REJECTED';
    book.event(opened, 'RESERVED', { at: secondsAfter(at, -this.#parts.random.int(25, 240)), by });
    const link = rejected ? this.#links.create(opened, at, by) : null;
    const comment = rejected ? this.#comment(attempt.pair, item) : null;
    const decisionId = this.#writeDecision(opened, { ...about, comment, linkId: link?.id });
    const codes = rejected ? attempt.pair.faults.map(({ code }) => code).join(',') : undefined;
    book.event(opened, rejected ? 'IMAGES_REJECTED' : 'IMAGES_APPROVED', {
      at,
      by,
      new: codes,
      note: comment ?? undefined,
    });
    book.wentOut(opened, at);
    if (rejected) mails.sendRejection(opened, { decisionId, at, by, language: item.language });
    return link;
  }

  #comment({ faults }: Pair, { language }: OrderedItem): string | null {
    const first = faults[0];
    const comment = first && REJECTION_COMMENTS[language][first.code];
    return comment && this.#parts.random.chance(0.7) ? comment : null;
  }

  #writeDecision(
    opened: OpenedCase,
    about: {
      attempt: Attempt;
      verdict: Verdict;
      submission: number;
      comment: string | null;
      linkId?: number;
    },
  ): number {
    const { rows } = this.#parts;
    const { attempt, verdict, submission, comment, linkId } = about;
    const id = rows.add('image_decision', {
      organisation_id: 1,
      case_id: opened.id,
      submission_id: submission,
      outcome: verdict.outcome,
      comment,
      catalogue_version: REASON_CATALOGUE_VERSION,
      decided_by: verdict.by,
      decided_at: verdict.at,
      undo_until: secondsAfter(verdict.at, 60),
      upload_link_id: linkId,
    });
    const reasons = verdict.outcome === 'REJECTED' ? attempt.pair.faults : [];
    for (const [position, { code, part }] of reasons.entries()) {
      rows.add('image_decision_reason', { decision_id: id, organisation_id: 1, code, part, position });
    }
    return id;
  }
}
