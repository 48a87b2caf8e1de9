import { describe, expect, test } from 'vitest';
import type { CaseAction, CaseDetail } from './case.documents.ts';
import { headActions } from './case-actions.rules.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const live = { expiresAt: '2026-11-27T10:00:00Z', usedAt: null, revokedAt: null };
const offer = (allowedActions: CaseAction[], part: object = {}) =>
  headActions({ allowedActions, submissions: [{}], uploadLink: null, ...part } as unknown as CaseDetail, NOW);

describe('the buttons of the case page', () => {
  test('a free case can be taken first of all', () => {
    expect(offer(['TAKE', 'NOTE', 'LINK', 'BAR'])).toEqual({
      primary: 'TAKE',
      secondary: null,
      more: ['OPEN_BENCH', 'LINK', 'BAR'],
    });
  });

  test('my case with images leads to the bench, and can be put on hold beside', () => {
    const { primary, secondary, more } = offer(['APPROVE_IMAGES', 'HOLD', 'RELEASE', 'HAND_OVER']);
    expect([primary, secondary]).toEqual(['OPEN_BENCH', 'HOLD']);
    expect(more).toEqual(['HAND_OVER', 'RELEASE']);
  });

  test('without a link that works the first thing is to send one', () => {
    const actions: CaseAction[] = ['SEND_UPLOAD_LINK', 'REGISTER_UPLOAD'];
    expect(offer(actions).primary).toBe('SEND_UPLOAD_LINK');
    expect(offer(actions).more).not.toContain('REVOKE_UPLOAD_LINK');
    expect(offer(actions, { uploadLink: live }).primary).toBeNull();
    expect(offer(actions, { uploadLink: live }).more).toContain('REVOKE_UPLOAD_LINK');
  });

  test('an inquiry of mine is closed, a closed one reopened', () => {
    expect(offer(['CLOSE', 'HOLD'], { submissions: [] }).primary).toBe('CLOSE');
    expect(offer(['REOPEN', 'NOTE'], { submissions: [] })).toEqual({
      primary: 'REOPEN',
      secondary: null,
      more: [],
    });
  });

  test('whoever may only look gets no button', () => {
    expect(offer([], { submissions: [] })).toEqual({ primary: null, secondary: null, more: [] });
  });
});
