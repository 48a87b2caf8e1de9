import { describe, expect, it } from 'vitest';
import type { CaseFilter } from './case.input.ts';
import { pageStatement } from './case.readmodel.ts';
import { type CaseAsk, caseWhere } from './case-where.ts';

const ask: CaseAsk = {
  restricted: false,
  scope: 'organisation',
  organisationId: 1,
  actorId: '7',
  now: new Date('2026-11-18T09:00:00Z'),
  today: '2026-11-18',
};

function pseudoRandom(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

function randomFilter(next: (below: number) => number): CaseFilter {
  const pick = <T>(...choices: T[]): T => choices[next(choices.length)] as T;
  return {
    queue: pick(null, 'IMAGE_REVIEW', 'INQUIRY'),
    status: pick(null, [], ['OPEN'], ['CLOSED'], ['OPEN', 'ON_HOLD'], ['OPEN', 'CLOSED']),
    scheme: pick(null, ['CLEANING'], ['CLEANING', 'CAR_CARE']),
    owner: pick(null, ['MINE'], ['FREE', 'COLLEAGUES']),
    overdue: pick(null, true, false),
    dueFrom: pick(null, '2026-11-01'),
    dueTo: pick(null, '2026-12-01'),
    attemptFrom: pick(null, 2),
    text: pick(
      null,
      '',
      'bygg',
      `navn ${next(1000)}`,
      `2026/${next(999)}`,
      '1000001',
      '312345676',
      '17858512345',
    ),
    closed: pick(null, true, false),
  };
}

describe('the statements behind lists of cases', () => {
  it('stay few however the list is filtered, sorted and paged', () => {
    const next = pseudoRandom(7);
    const texts = new Set<string>();
    for (let n = 0; n < 20_000; n += 1) {
      const by = (['DUE_ON', 'NUMBER', 'OPENED_ON'] as const)[next(3)] ?? 'DUE_ON';
      const direction = next(2) === 0 ? 'ASC' : 'DESC';
      const where = caseWhere(ask, randomFilter(next));
      texts.add(pageStatement(where, { by, direction }, { first: 1 + next(100) })[0]);
    }
    expect(texts.size).toBeLessThanOrEqual(600);
  });

  it('hold nothing that was typed: it travels apart', () => {
    const { sql, values } = caseWhere(ask, { text: `x' or '1'='1`, dueFrom: '2026-11-01' });
    expect(sql).not.toContain('1=');
    expect(sql).not.toContain('2026');
    expect(values).toContain(`%x' or '1'='1%`);
  });

  it('use every parameter, and each by its place', () => {
    const next = pseudoRandom(11);
    for (let n = 0; n < 2000; n += 1) {
      const { sql, values } = caseWhere(ask, randomFilter(next));
      const used = new Set([...sql.matchAll(/\$(\d+)/g)].map(([, place]) => Number(place)));
      expect([...used].sort((a, b) => a - b)).toEqual(values.map((_, i) => i + 1));
    }
  });
});
