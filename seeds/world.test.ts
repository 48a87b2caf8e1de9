import { describe, expect, test } from 'vitest';
import { createKeys } from '../server/src/platform/crypto/keys.ts';
import { ID_FAULT_CODES, PORTRAIT_FAULT_CODES } from './drawings/faults.ts';
import type { Row } from './rows.ts';
import { inventWorld } from './world.ts';

const ring = (name: string, byte: number) => ({
  current: name,
  keys: { [name]: Buffer.alloc(32, byte).toString('base64') },
});
const keys = createKeys({ ...ring('k1', 7), cards: ring('c1', 8) });
const worldAt = (now: Date) => inventWorld({ now, keys, mailDomain: 'hms-kort.example' });
/** Eight thousand order lines, judged one by one. */
const PATIENCE = 60_000;
const MONDAY = new Date('2026-11-23T09:00:00Z');

describe('the invented desk', { timeout: PATIENCE }, () => {
  test.each([
    ['a working day', MONDAY],
    ['a Saturday night', new Date('2026-11-21T23:30:00Z')],
    ['New Year', new Date('2027-01-01T12:00:00Z')],
    ['Easter', new Date('2027-03-29T03:00:00Z')],
  ])('is the same every time on %s, and nothing in it has yet to happen', (_, now) => {
    const [a, b] = [worldAt(now).rows, worldAt(now).rows];
    for (const table of [
      'organisation',
      'card_order',
      'order_item',
      'desk_case',
      'case_event',
      'image_submission',
    ] as const) {
      expect(a.of(table)).toEqual(b.of(table));
    }
    const submitted = (row: Row<'image_submission'>) => row.submitted_at as Date;
    expect(a.of('case_event').filter(({ at }) => (at as Date) > now)).toEqual([]);
    expect(a.of('image_submission').filter(row => submitted(row) > now)).toEqual([]);
    expect(a.of('image_decision').filter(({ decided_at }) => (decided_at as Date) > now)).toEqual([]);
  });

  test('has each kind of fault in several pairs that await review, and nothing wrong with about half of them', () => {
    const { rows, pictures } = worldAt(MONDAY);
    const faultsOf = (id: unknown) => pictures[Number(id) - 1]?.faults ?? [];
    const open = rows.of('image_submission').filter(({ status }) => status === 'AWAITING_REVIEW');
    const codes = open.map(row =>
      [...faultsOf(row.photo_file_id), ...faultsOf(row.id_file_id)].map(({ code }) => code),
    );
    const good = codes.filter(list => list.length === 0).length / open.length;
    expect(good).toBeGreaterThan(0.45);
    expect(good).toBeLessThan(0.65);
    const all = [...Object.values(PORTRAIT_FAULT_CODES), ...Object.values(ID_FAULT_CODES)].flat();
    for (const code of all) expect(codes.filter(list => list.includes(code)).length, code).toBeGreaterThan(2);
  });

  test('shows one person in all attempts of a case: the same face on portrait and document', () => {
    const { rows } = worldAt(MONDAY);
    const persons = rows.of('person');
    const namesByPicture = new Map<unknown, Set<string>>();
    for (const submission of rows.of('image_submission')) {
      const person = persons[Number(rows.of('desk_case')[Number(submission.case_id) - 1]?.person_id) - 1];
      const name = `${person?.given_name} ${person?.family_name}, ${person?.birth_date}`;
      for (const picture of [submission.photo_file_id, submission.id_file_id]) {
        const names = namesByPicture.get(picture) ?? new Set();
        namesByPicture.set(picture, names.add(name));
      }
    }
    expect([...namesByPicture.values()].filter(names => names.size !== 1)).toEqual([]);
  });
});
