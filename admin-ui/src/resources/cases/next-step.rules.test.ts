import { describe, expect, test } from 'vitest';
import type { CaseDetail } from './case.documents.ts';
import { isLive, nextStep } from './next-step.rules.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const link = {
  id: '1',
  createdAt: '2026-11-22T10:00:00Z',
  expiresAt: '2026-11-27T10:00:00Z',
  usedAt: null,
  revokedAt: null,
};
const colleague = {
  by: { id: '2', name: 'Jonas Berg', initials: 'JB' },
  until: '2026-11-23T11:08:00Z',
  mine: false,
};
const reviewed = {
  kind: 'IMAGE_REVIEW',
  status: 'OPEN',
  dueOn: '2026-12-07',
  deadline: { daysCounted: 10, days: 20, overdueDays: 0 },
  reservation: null,
  allowedActions: ['TAKE', 'NOTE'],
  uploadLink: null,
  orderItem: { ordererName: 'Anne-Grete Skarv' },
  submissions: [],
};
const detail = (part: object) => ({ ...reviewed, ...part }) as unknown as CaseDetail;
const step = (part: object) => nextStep(detail(part), NOW);

describe('the next step', () => {
  test('a free case is ready, with its deadline in working days', () => {
    expect(step({})).toMatchObject({
      shape: 'ready',
      sentence: {
        key: 'casePage.next.review',
        params: { counted: 10, days: 20 },
        dates: { date: '2026-12-07' },
      },
      detail: { key: 'casePage.next.free.IMAGE_REVIEW' },
    });
  });

  test('an overdue case says how late it is', () => {
    const late = step({ dueOn: '2026-11-18', deadline: { daysCounted: 20, days: 20, overdueDays: 3 } });
    expect(late).toMatchObject({
      tone: 'warn',
      sentence: { key: 'casePage.next.reviewLate', params: { smart_count: 3 } },
    });
  });

  test('on the weekend after the due day it is late, though no working day has gone', () => {
    const late = step({ dueOn: '2026-11-20', deadline: { daysCounted: 20, days: 20, overdueDays: 0 } });
    expect(late.sentence).toMatchObject({ key: 'casePage.next.reviewPassed', dates: { date: '2026-11-20' } });
  });

  test('a colleague who has it is named', () => {
    expect(step({ reservation: colleague }).detail).toEqual({
      key: 'casePage.next.theirs',
      params: { name: 'Jonas Berg' },
      dates: { time: '2026-11-23T11:08:00Z' },
    });
  });

  test('whoever may not take it is not told to', () => {
    expect(step({ allowedActions: [] }).detail).toBeNull();
  });

  test('on hold says until when and why, and the note that was left', () => {
    const held = step({
      status: 'ON_HOLD',
      holdUntil: '2026-11-28',
      holdReason: 'AWAITING_FIRM',
      holdNote: 'Ringer mandag',
    });
    expect(held.sentence).toEqual({
      key: 'casePage.next.held.AWAITING_FIRM',
      dates: { date: '2026-11-28' },
    });
    expect(held.detail).toEqual({ key: 'casePage.next.heldNote', params: { note: 'Ringer mandag' } });
  });

  test('waiting for images says until when the order waits, and how long the link works', () => {
    expect(step({ status: 'AWAITING_UPLOAD', uploadLink: link })).toMatchObject({
      sentence: { key: 'casePage.next.upload', dates: { date: '2026-12-07' } },
      detail: { key: 'casePage.next.uploadDetail', dates: { date: '2026-11-27T10:00:00Z' } },
    });
  });

  test('waiting for images without a link that works asks for a new one', () => {
    const expired = { ...link, expiresAt: '2026-11-22T10:00:00Z' };
    expect(step({ status: 'AWAITING_UPLOAD', uploadLink: expired })).toMatchObject({
      shape: 'attention',
      sentence: { key: 'casePage.next.noLink' },
      detail: { key: 'casePage.next.noLinkTake' },
    });
  });

  test('a closed case says how it ended, unless the decision was taken back', () => {
    const ended = (outcome: string, undoneAt: string | null) =>
      step({
        status: 'CLOSED',
        closedAt: '2026-11-20T10:00:00Z',
        submissions: [{ decision: { outcome, undoneAt } }],
      });
    expect(ended('APPROVED', null).sentence.key).toBe('casePage.next.closedApproved');
    expect(ended('STOPPED', null).sentence.key).toBe('casePage.next.closedStopped');
    expect(ended('APPROVED', '2026-11-21T10:00:00Z').sentence.key).toBe('casePage.next.closed');
  });

  test('a link is dead when it is used, revoked or run out', () => {
    expect(isLive(link, NOW)).toBe(true);
    expect(isLive({ ...link, usedAt: link.createdAt }, NOW)).toBe(false);
    expect(isLive({ ...link, revokedAt: link.createdAt }, NOW)).toBe(false);
    expect(isLive(link, Date.parse(link.expiresAt))).toBe(false);
    expect(isLive(null, NOW)).toBe(false);
  });
});
