/** Image pairs and what can still be undone, from the JSON of the case page to the API's types. */

import { canUndo } from '../image-review/image-review.rules.ts';
import type {
  ImageSubmissionType,
  StoredImageType,
  UndoOfferType,
} from '../image-review/image-review.type.ts';
import { REASONS, reasonWording } from '../image-review/reason-catalogue.ts';
import type { StaffRefType } from '../staff/me.type.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import type { CaseDetailRow, JsonDecision, JsonSubmission } from './case-detail.row.ts';

export const dateOf = (text: string | null) => (text === null ? null : new Date(text));

export const toStaffRef = ({ id, name }: { id: string; name: string }): StaffRefType => ({
  id,
  name,
  initials: initialsOf(name),
});

export function toSubmission(submission: JsonSubmission): ImageSubmissionType {
  return {
    ...submission,
    submittedAt: new Date(submission.submittedAt),
    photo: toImage(submission.photo),
    identification: toImage(submission.identification),
    findings: submission.findings.map(({ reason, level, value, box }) => ({
      reason,
      level,
      value,
      box: box ?? null,
    })),
    decision: submission.decision && toDecision(submission.decision),
  };
}

/** Where the bytes are served, each time with the right asked for and a row in the access log. */
function toImage(image: Omit<StoredImageType, 'displayUrl' | 'thumbnailUrl'>): StoredImageType {
  return { ...image, displayUrl: `/files/${image.id}/display`, thumbnailUrl: `/files/${image.id}/thumbnail` };
}

function toDecision(decision: JsonDecision) {
  return {
    ...decision,
    decidedBy: toStaffRef(decision.decidedBy),
    decidedAt: new Date(decision.decidedAt),
    undoneAt: dateOf(decision.undoneAt),
    reasons: (decision.reasons ?? []).map(({ code, part }) => ({
      code,
      part,
      ...reasonWording(code, 'nb'),
      final: REASONS[code].final,
    })),
  };
}

/** The newest pair's decision, while it can be taken back; whoever asks must still have the right. */
export function undoOfferOf(row: CaseDetailRow, now: Date): UndoOfferType | null {
  const decision = row.submissions?.[0]?.decision;
  if (!decision) return null;
  const until = new Date(decision.undoUntil);
  const decidedAt = new Date(decision.decidedAt);
  const open = canUndo({
    decidedAt,
    undoneAt: dateOf(decision.undoneAt),
    now,
    undoSeconds: (until.getTime() - decidedAt.getTime()) / 1000,
    mailLeft: decision.mailLeft,
    newerSubmission: false,
  });
  if (!open.ok) return null;
  return {
    decisionId: decision.id,
    caseId: row.id,
    caseNumber: row.number,
    outcome: decision.outcome,
    reasons: decision.reasons?.length ?? 0,
    until,
    secondsLeft: Math.ceil((until.getTime() - now.getTime()) / 1000),
    version: row.version,
  };
}
