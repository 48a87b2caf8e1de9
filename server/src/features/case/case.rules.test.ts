import { describe, expect, it } from 'vitest';
import { CaseAction, CaseKind, CaseStatus } from './case.enums.ts';
import {
  availableActions,
  type CaseFacts,
  type CaseTrigger,
  isReservationLive,
  nextStatus,
  reservationUntil,
} from './case.rules.ts';

const ready: CaseFacts = {
  kind: 'IMAGE_REVIEW',
  status: 'OPEN',
  reservation: 'mine',
  image: 'AWAITING_REVIEW',
  undoOpen: false,
};
const actions = (changes: Partial<CaseFacts> = {}) => availableActions({ ...ready, ...changes });
const FREE = ['NOTE', 'LINK', 'BAR', 'REVEAL_NATIONAL_ID'];

function everyCombination(): CaseFacts[] {
  const reservations = ['mine', 'other', 'none'] as const;
  const images = ['AWAITING_REVIEW', 'AWAITING_UPLOAD', 'DECIDED', 'NONE'] as const;
  return Object.values(CaseKind)
    .flatMap(kind => Object.values(CaseStatus).map(status => ({ kind, status })))
    .flatMap(facts => reservations.map(reservation => ({ ...facts, reservation })))
    .flatMap(facts => images.map(image => ({ ...facts, image })))
    .flatMap(facts => [true, false].map(undoOpen => ({ ...facts, undoOpen })));
}

describe('what can be done with a case', () => {
  it('an open image case that I have reserved can be decided, put aside or handed on', () => {
    expect(actions().sort()).toEqual(
      [
        ...FREE,
        'APPROVE_IMAGES',
        'REJECT_IMAGES',
        'EXTEND',
        'RELEASE',
        'HAND_OVER',
        'SKIP',
        'HOLD',
        'SET_PRIORITY',
        'SET_PROMISE',
      ].sort(),
    );
  });

  it("a colleague's case can be looked at and noted on, nothing more", () => {
    expect(actions({ reservation: 'other' })).toEqual(FREE);
  });

  it('a case nobody has reserved can be taken', () => {
    for (const status of ['OPEN', 'ON_HOLD', 'AWAITING_UPLOAD'] as const) {
      expect(actions({ status, reservation: 'none' })).toEqual(['TAKE', ...FREE]);
    }
  });

  it('a case on hold can be resumed but not decided', () => {
    expect(actions({ status: 'ON_HOLD' })).toContain('RESUME');
    expect(actions({ status: 'ON_HOLD' })).not.toContain('APPROVE_IMAGES');
  });

  it('a case that waits for images can get a new link, or a pair that came by post', () => {
    const waiting = actions({ status: 'AWAITING_UPLOAD', image: 'AWAITING_UPLOAD' });
    expect(waiting).toEqual(expect.arrayContaining(['REGISTER_UPLOAD', 'SEND_UPLOAD_LINK']));
    expect(actions()).not.toContain('REGISTER_UPLOAD');
  });

  it('an image decision can be undone by anyone who may, until its mail has left', () => {
    for (const status of ['AWAITING_UPLOAD', 'CLOSED'] as const) {
      expect(actions({ status, image: 'DECIDED', reservation: 'none', undoOpen: true })).toContain(
        'UNDO_DECISION',
      );
      expect(actions({ status, image: 'DECIDED', undoOpen: false })).not.toContain('UNDO_DECISION');
    }
  });

  it('a closed case can be reopened, an open one cannot', () => {
    expect(actions({ status: 'CLOSED', reservation: 'none', image: 'DECIDED' })).toEqual(['REOPEN', ...FREE]);
    expect(everyCombination().filter(canReopenUnclosed)).toEqual([]);
  });

  it('an inquiry can be closed and is never about images', () => {
    const inquiry = actions({ kind: 'INQUIRY', image: 'NONE' });
    expect(inquiry).toContain('CLOSE');
    expect(inquiry.filter(action => /IMAGES|UPLOAD|UNDO/.test(action))).toEqual([]);
    expect(actions()).not.toContain('CLOSE');
  });

  it('no action is offered twice', () => {
    for (const facts of everyCombination()) {
      const offered = availableActions(facts);
      expect(new Set(offered).size).toBe(offered.length);
    }
  });

  it('every action is offered in some state', () => {
    const offered = new Set(everyCombination().flatMap(availableActions));
    expect([...offered].sort()).toEqual(Object.values(CaseAction).sort());
  });

  it('without the reservation nothing is offered that changes the work', () => {
    // Post is put where it belongs by whoever opens it, and a second signature is never that of who has the case.
    const ofApplications = ['ADD_DOCUMENT', 'SETTLE_PROPOSAL', 'REGISTER_APPEAL'];
    const allowed = new Set([...FREE, 'TAKE', 'REOPEN', 'UNDO_DECISION', ...ofApplications]);
    const others = everyCombination().filter(facts => facts.reservation !== 'mine');
    expect(others.flatMap(availableActions).filter(action => !allowed.has(action))).toEqual([]);
  });
});

function canReopenUnclosed(facts: CaseFacts): boolean {
  return facts.status !== 'CLOSED' && availableActions(facts).includes('REOPEN');
}

describe('where an event takes a case', () => {
  it.each([
    ['OPEN', 'HOLD', 'ON_HOLD'],
    ['OPEN', 'IMAGES_APPROVED', 'CLOSED'],
    ['OPEN', 'IMAGES_REJECTED', 'AWAITING_UPLOAD'],
    ['OPEN', 'IMAGES_STOPPED', 'CLOSED'],
    ['OPEN', 'CLOSED', 'CLOSED'],
    ['ON_HOLD', 'RESUME', 'OPEN'],
    ['ON_HOLD', 'IMAGES_SUBMITTED', 'OPEN'],
    ['AWAITING_UPLOAD', 'IMAGES_SUBMITTED', 'OPEN'],
    ['AWAITING_UPLOAD', 'DECISION_UNDONE', 'OPEN'],
    ['CLOSED', 'DECISION_UNDONE', 'OPEN'],
    ['CLOSED', 'REOPENED', 'OPEN'],
  ] as const)('%s and %s gives %s', (status, trigger, expected) => {
    expect(nextStatus(status, trigger)).toBe(expected);
  });

  it.each([
    ['OPEN', 'RESUME'],
    ['OPEN', 'REOPENED'],
    ['OPEN', 'DECISION_UNDONE'],
    ['ON_HOLD', 'IMAGES_APPROVED'],
    ['AWAITING_UPLOAD', 'IMAGES_REJECTED'],
    ['CLOSED', 'IMAGES_SUBMITTED'],
    ['CLOSED', 'CLOSED'],
  ] as [CaseStatus, CaseTrigger][])('%s refuses %s', (status, trigger) => {
    expect(nextStatus(status, trigger)).toBeNull();
  });
});

describe('a reservation', () => {
  const now = new Date('2026-11-23T08:00:00Z');

  it('lasts thirty minutes from the last activity and is gone on the stroke', () => {
    const until = reservationUntil(now, 30);
    expect(until.toISOString()).toBe('2026-11-23T08:30:00.000Z');
    expect(isReservationLive(until, new Date('2026-11-23T08:29:59.999Z'))).toBe(true);
    expect(isReservationLive(until, until)).toBe(false);
    expect(isReservationLive(null, now)).toBe(false);
  });
});
