import { describe, expect, test } from 'vitest';
import { answerLines } from './answer.rules.ts';

const shown = (body: unknown) => answerLines(body).map(({ label, value, depth }) => [label, value, depth]);

describe('a register’s answer', () => {
  test('is read line by line, with names in words', () => {
    expect(shown({ kind: 'FOUND', employmentType: 'ordinaert', active: true })).toEqual([
      ['Kind', 'FOUND', 0],
      ['Employment type', 'ordinaert', 0],
      ['Active', true, 0],
    ]);
  });

  test('numbers what there are several of', () => {
    expect(shown({ employments: [{ start: '2026-11-02', end: null }] })).toEqual([
      ['Employments', '', 0],
      ['Employments 1', '', 1],
      ['Start', '2026-11-02', 2],
      ['End', null, 2],
    ]);
  });

  test('says that a list is empty, and is never endless', () => {
    expect(shown({ roles: [] })).toEqual([['Roles', null, 0]]);
    expect(answerLines({ many: Array.from({ length: 1000 }, (_, n) => n) }).length).toBeLessThanOrEqual(200);
    expect(answerLines(null)).toEqual([{ path: '', label: '', value: null, depth: 0 }]);
  });
});
