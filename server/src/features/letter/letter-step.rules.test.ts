import { describe, expect, it } from 'vitest';
import { LetterStatus } from './letter.enums.ts';
import { afterMailbox, canCancelLetter, secondsUntilLeaves } from './letter-step.rules.ts';

const createdAt = new Date('2026-11-23T10:00:00Z');
const at = { createdAt, attempts: 1, now: new Date('2026-11-23T10:01:00Z'), random: 0.5 };

describe('a letter after a try', () => {
  it('that was delivered is delivered', () => {
    expect(afterMailbox({ kind: 'DELIVERED', receipt: 'r' }, at)).toEqual({
      status: 'DELIVERED',
      receipt: 'r',
    });
  });

  it.each([[{ kind: 'NO_MAILBOX' } as const], [{ kind: 'UNAVAILABLE', cause: 'NOT_CONFIGURED' } as const]])(
    'goes by post when there is no mailbox: %j',
    tried => {
      expect(afterMailbox(tried, at).status).toBe('TO_PRINT');
    },
  );

  it('is tried again when the mailbox does not answer, later each time', () => {
    const waits = [1, 2, 3, 20].map(attempts => {
      const next = afterMailbox({ kind: 'UNAVAILABLE', cause: 'TIMEOUT' }, { ...at, attempts });
      return next.status === 'QUEUED' ? (next.sendAfter.getTime() - at.now.getTime()) / 1000 : null;
    });
    expect(waits).toEqual([30, 60, 120, 7_200]);
  });

  it('is put on paper when the mailbox has not answered for two days', () => {
    const late = { ...at, attempts: 40, now: new Date('2026-11-25T09:00:00Z') };
    expect(afterMailbox({ kind: 'UNAVAILABLE', cause: 'TIMEOUT' }, late)).toEqual({
      status: 'TO_PRINT',
      error: 'TIMEOUT',
    });
  });
});

describe('a letter can be stopped', () => {
  it('until it leaves or is printed', () => {
    const stoppable = Object.values(LetterStatus).filter(canCancelLetter);
    expect(stoppable).toEqual(['QUEUED', 'TO_PRINT']);
  });

  it('and says how many seconds are left', () => {
    const sendAfter = new Date('2026-11-23T10:01:30.200Z');
    expect(secondsUntilLeaves('QUEUED', sendAfter, at.now)).toBe(31);
    expect(secondsUntilLeaves('QUEUED', createdAt, at.now)).toBe(0);
    expect(secondsUntilLeaves('SENDING', sendAfter, at.now)).toBe(0);
  });
});
