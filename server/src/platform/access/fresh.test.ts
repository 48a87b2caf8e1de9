import { describe, expect, test } from 'vitest';
import { ANONYMOUS, type Principal, SYSTEM } from '../db/principal.ts';
import { requireFresh } from './fresh.ts';

const now = new Date('2026-11-23T09:00:00.000Z');
const staff = (at: string | null): Principal => ({
  ...ANONYMOUS,
  kind: 'staff',
  actorId: '7',
  proof: { method: 'PASSWORD', at: at === null ? null : new Date(at) },
});
const ask = (actor: Principal) => () => requireFresh(actor, { now, minutes: 30 });

describe('a far-reaching action', () => {
  test('goes through for whoever signed in within the last half hour', () => {
    expect(ask(staff('2026-11-23T08:30:00.000Z'))).not.toThrow();
  });

  test('asks for a new proof a moment later, and says of which kind', () => {
    expect(ask(staff('2026-11-23T08:29:59.999Z'))).toThrow('STEP_UP_REQUIRED');
    expect(ask(staff('2026-11-23T08:00:00.000Z'))).toThrow(
      expect.objectContaining({ params: { method: 'PASSWORD' } }),
    );
  });

  test('asks when nobody knows when the person proved who she is', () => {
    expect(ask(staff(null))).toThrow('STEP_UP_REQUIRED');
    expect(ask(ANONYMOUS)).toThrow('STEP_UP_REQUIRED');
  });

  test('asks nothing of a job', () => {
    expect(ask(SYSTEM)).not.toThrow();
  });
});
