import { describe, expect, it } from 'vitest';
import { Language } from '../../platform/language.ts';
import { OrderItemStatus } from '../order/order.enums.ts';
import { nextOrderItemStatus } from '../order/order-item.rules.ts';
import { ImageReason, ImageRequirement, ImageSubmissionStatus } from './image-review.enums.ts';
import {
  canUndo,
  checkRejection,
  type ImageTrigger,
  imageStateOf,
  isCompletePair,
  isUploadLinkLive,
  nextImageRequirement,
  nextSubmissionStatus,
  outcomeOf,
  undoUntil,
  uploadLinkExpiresAt,
} from './image-review.rules.ts';
import { REASONS, reasonTexts, reasonWording } from './reason-catalogue.ts';

const glasses = { code: 'PH_GLASSES', part: 'PHOTO' } as const;
const bankCard = { code: 'ID_BANKCARD', part: 'ID' } as const;
const forged = { code: 'STOP_FORGED_ID', part: 'ID' } as const;

describe('the reason catalogue', () => {
  it('has a label and a remedy for every reason in Bokmål, Nynorsk and English', () => {
    for (const language of Object.values(Language)) {
      const texts = reasonTexts(language);
      expect(texts.map(text => text.code)).toEqual(Object.values(ImageReason));
      for (const { label, remedy, catalogueVersion } of texts) {
        expect(label).toMatch(/^\p{Lu}.*[^.]$/u);
        expect(remedy).toMatch(/^\p{Lu}.*\.$/u);
        expect(remedy.split(/\.(?: |$)/).filter(Boolean).length).toBeLessThanOrEqual(3);
        expect(catalogueVersion).toBe(1);
      }
    }
  });

  it('says different things for different reasons, and in different languages', () => {
    for (const language of Object.values(Language)) {
      expect(new Set(reasonTexts(language).map(text => text.label)).size).toBe(27);
    }
    expect(reasonWording('PH_EARS', 'nb').label).toBe('Ørene er ikke helt synlige');
    expect(reasonWording('PH_EARS', 'nn').label).toBe('Øyra er ikkje heilt synlege');
    expect(reasonWording('PH_EARS', 'en').label).toBe('Ears not fully visible');
  });

  it('keeps only forgery, false identity and death as final', () => {
    const finals = Object.values(ImageReason).filter(code => REASONS[code].final);
    expect(finals).toEqual(['STOP_FORGED_ID', 'STOP_FALSE_IDENTITY', 'STOP_PERSON_DECEASED']);
  });

  it('ties photo reasons to the photo and ID reasons to the ID', () => {
    const partOf = (prefix: string) =>
      new Set(reasonTexts('nb').flatMap(({ code, part }) => (code.startsWith(prefix) ? [part] : [])));
    expect(partOf('ID_')).toEqual(new Set(['ID']));
    expect(partOf('PH_ID_MISMATCH')).toEqual(new Set(['BOTH']));
    expect(partOf('PH_')).toEqual(new Set(['PHOTO', 'BOTH']));
  });
});

describe('a rejection', () => {
  it('needs at least one reason', () => {
    expect(checkRejection([])).toBe('REASON_REQUIRED');
  });

  it('may name faults in both parts', () => {
    expect(checkRejection([glasses, bankCard])).toBeNull();
    expect(outcomeOf([glasses, bankCard])).toBe('REJECTED');
  });

  it('does not name the same reason twice', () => {
    expect(checkRejection([glasses, bankCard, glasses])).toBe('REASON_DUPLICATE');
  });

  it('does not blame the ID for glasses in the photo', () => {
    expect(checkRejection([{ code: 'PH_GLASSES', part: 'ID' }])).toBe('REASON_WRONG_PART');
  });

  it('may say which file has the wrong format', () => {
    for (const part of ['PHOTO', 'ID', 'BOTH'] as const) {
      expect(checkRejection([{ code: 'FILE_FORMAT', part }])).toBeNull();
    }
  });

  it('does not mix what can be repaired with what is final', () => {
    expect(checkRejection([forged, glasses])).toBe('REASON_MIXED_FINAL');
  });

  it('with a final reason stops the order item', () => {
    expect(checkRejection([forged])).toBeNull();
    expect(outcomeOf([forged])).toBe('STOPPED');
  });
});

describe('both parts', () => {
  it('a pair is one photo and one ID; neither can be handed in alone', () => {
    expect(isCompletePair(['PHOTO', 'ID'])).toBe(true);
    expect(isCompletePair(['ID', 'PHOTO'])).toBe(true);
    for (const parts of [[], ['PHOTO'], ['ID'], ['ID', 'ID'], ['PHOTO', 'ID', 'ID'], ['BOTH']] as const) {
      expect(isCompletePair(parts)).toBe(false);
    }
  });
});

describe('an image pair', () => {
  it('is decided once, and goes back to review when the decision is undone', () => {
    expect(nextSubmissionStatus('AWAITING_REVIEW', 'IMAGES_APPROVED')).toBe('APPROVED');
    expect(nextSubmissionStatus('AWAITING_REVIEW', 'IMAGES_REJECTED')).toBe('REJECTED');
    expect(nextSubmissionStatus('AWAITING_REVIEW', 'IMAGES_STOPPED')).toBe('STOPPED');
    for (const status of ['APPROVED', 'REJECTED', 'STOPPED'] as const) {
      expect(nextSubmissionStatus(status, 'IMAGES_APPROVED')).toBeNull();
      expect(nextSubmissionStatus(status, 'IMAGES_REJECTED')).toBeNull();
      expect(nextSubmissionStatus(status, 'DECISION_UNDONE')).toBe('AWAITING_REVIEW');
    }
  });

  it('is never replaced by a later pair', () => {
    const answers = Object.values(ImageSubmissionStatus).map(s =>
      nextSubmissionStatus(s, 'IMAGES_SUBMITTED'),
    );
    expect(answers).toEqual([null, null, null, null]);
  });
});

describe('the image requirement of an order item', () => {
  it.each([
    ['AWAITING_UPLOAD', 'IMAGES_SUBMITTED', 'AWAITING_REVIEW'],
    ['AWAITING_REVIEW', 'IMAGES_APPROVED', 'MET'],
    ['AWAITING_REVIEW', 'IMAGES_REJECTED', 'REJECTED'],
    ['AWAITING_REVIEW', 'IMAGES_STOPPED', 'STOPPED'],
    ['REJECTED', 'IMAGES_SUBMITTED', 'AWAITING_REVIEW'],
    ['REJECTED', 'DECISION_UNDONE', 'AWAITING_REVIEW'],
    ['MET', 'DECISION_UNDONE', 'AWAITING_REVIEW'],
    ['STOPPED', 'DECISION_UNDONE', 'AWAITING_REVIEW'],
    ['MET', 'IMAGES_SUBMITTED', null],
    ['STOPPED', 'IMAGES_SUBMITTED', null],
    ['AWAITING_UPLOAD', 'IMAGES_APPROVED', null],
  ] as const)('%s and %s gives %s', (requirement, trigger, expected) => {
    expect(nextImageRequirement(requirement, trigger)).toBe(expected);
  });

  it('tells the case what its images wait for', () => {
    expect(Object.values(ImageRequirement).map(imageStateOf)).toEqual([
      'AWAITING_UPLOAD',
      'AWAITING_REVIEW',
      'DECIDED',
      'AWAITING_UPLOAD',
      'DECIDED',
    ]);
  });
});

describe('the order item', () => {
  it.each([
    ['PENDING', 'IMAGES_REJECTED', 'IMAGE_REJECTED'],
    ['PENDING', 'IMAGES_STOPPED', 'REJECTED'],
    ['PENDING', 'IMAGES_APPROVED', 'PENDING'],
    ['IMAGE_REJECTED', 'IMAGES_SUBMITTED', 'PENDING'],
    ['IMAGE_REJECTED', 'DECISION_UNDONE', 'PENDING'],
    ['REJECTED', 'DECISION_UNDONE', 'PENDING'],
    ['READY', 'DECISION_UNDONE', 'PENDING'],
    ['IN_PRODUCTION', 'DECISION_UNDONE', null],
    ['AUTO_CANCELLED', 'IMAGES_SUBMITTED', null],
  ] as const)('%s and %s gives %s', (status, trigger, expected) => {
    expect(nextOrderItemStatus(status, trigger)).toBe(expected);
  });

  it('never becomes ready by an image event alone', () => {
    const triggers: ImageTrigger[] = [
      'IMAGES_SUBMITTED',
      'IMAGES_APPROVED',
      'IMAGES_REJECTED',
      'IMAGES_STOPPED',
      'DECISION_UNDONE',
    ];
    const reached = Object.values(OrderItemStatus).flatMap(s => triggers.map(t => nextOrderItemStatus(s, t)));
    expect(reached).not.toContain('READY');
  });
});

describe('an upload link', () => {
  it('lives 120 hours to the second, also across the change from summer time', () => {
    const expiresAt = uploadLinkExpiresAt(new Date('2026-10-23T10:00:00Z'));
    expect(expiresAt.toISOString()).toBe('2026-10-28T10:00:00.000Z');
    const link = { expiresAt, usedAt: null, revokedAt: null };
    expect(isUploadLinkLive(link, new Date('2026-10-28T09:59:59.999Z'))).toBe(true);
    expect(isUploadLinkLive(link, expiresAt)).toBe(false);
  });

  it('is dead once it is used or withdrawn', () => {
    const now = new Date('2026-11-01T00:00:00Z');
    const link = { expiresAt: uploadLinkExpiresAt(now), usedAt: null, revokedAt: null };
    expect(isUploadLinkLive({ ...link, usedAt: now }, now)).toBe(false);
    expect(isUploadLinkLive({ ...link, revokedAt: now }, now)).toBe(false);
  });
});

describe('undoing a decision', () => {
  const decidedAt = new Date('2026-11-23T08:00:00Z');
  const justMade = {
    decidedAt,
    undoneAt: null,
    now: new Date('2026-11-23T08:00:59.999Z'),
    undoSeconds: 60,
    mailLeft: false,
    newerSubmission: false,
  };

  it('works while the mail waits', () => {
    expect(canUndo(justMade)).toEqual({ ok: true });
  });

  it('is too late when the minute is over, or the mail has left early', () => {
    const now = undoUntil(decidedAt, 60);
    expect(canUndo({ ...justMade, now })).toEqual({ ok: false, code: 'UNDO_TOO_LATE' });
    expect(canUndo({ ...justMade, mailLeft: true })).toEqual({ ok: false, code: 'UNDO_TOO_LATE' });
  });

  it('is refused when new images have come in, so that nothing is lost silently', () => {
    expect(canUndo({ ...justMade, newerSubmission: true })).toEqual({ ok: false, code: 'UNDO_NEW_IMAGES' });
  });

  it('is done once', () => {
    expect(canUndo({ ...justMade, undoneAt: decidedAt })).toEqual({ ok: false, code: 'UNDO_ALREADY' });
  });
});
