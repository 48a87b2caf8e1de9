import { describe, expect, test } from 'vitest';
import { type Comparable, type Decided, likenessOf, mostAlike } from './precedent.rules.ts';

const ASKED: Comparable = {
  ...({ code: 'AA_ENK_SPOUSE', form: 'ENK', sectorCode: '8200' } as const),
  papers: ['JOINT_TAX_RETURN', 'MARRIAGE_CERTIFICATE'],
};
const decided = (id: string, given: Partial<Decided> = {}): Decided => ({
  ...{ ...ASKED, id, decidedOn: '2026-06-01' },
  ...given,
});
const order = (...all: Decided[]) => mostAlike(ASKED, all, 10).map(({ id }) => id);

describe('the most similar decided applications', () => {
  test('the same exception comes before every other likeness together', () => {
    const otherCode = decided('1', { code: 'AA_BOARD_CHAIR' });
    const onlyCode = decided('2', { form: 'AS', sectorCode: '1120', papers: [] });
    expect(order(otherCode, onlyCode)).toEqual(['2', '1']);
  });

  test('then the same papers, then the form of the firm, then its sector', () => {
    const papers = decided('1', { form: 'AS', sectorCode: '1120' });
    const form = decided('2', { papers: [], sectorCode: '1120' });
    const sector = decided('3', { papers: [], form: 'AS' });
    expect(order(sector, form, papers)).toEqual(['1', '2', '3']);
  });

  test('of two equally alike the newer decision comes first', () => {
    expect(order(decided('1'), decided('2', { decidedOn: '2026-06-02' }), decided('3'))).toEqual([
      '2',
      '3',
      '1',
    ]);
  });

  test('a sector nobody knows is not alike, and no more than asked for are shown', () => {
    const unknown = { ...ASKED, sectorCode: null };
    expect(likenessOf(unknown, unknown)).toEqual(['CODE', 'PAPERS', 'FORM']);
    expect(mostAlike(ASKED, [decided('1'), decided('2')], 1)).toHaveLength(1);
  });
});
