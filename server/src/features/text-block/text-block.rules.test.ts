import { describe, expect, it } from 'vitest';
import {
  groundsOf,
  isSuggested,
  type StatuteRow,
  statutesOf,
  type TextBlockRow,
} from './text-block.rules.ts';

const IN_THREE = { nb: 'nb', nn: 'nn', en: 'en' };
const block = (code: string, given: Partial<TextBlockRow> = {}): TextBlockRow => ({
  ...{ id: code, code, version: 1, validFrom: '2020-01-01', label: IN_THREE, text: IN_THREE },
  ...{ exceptionCodes: [], outcomes: ['GRANT'], ...given },
});
const statute = (code: string, given: Partial<StatuteRow> = {}): StatuteRow => ({
  ...{ id: code, code, validFrom: '1970-01-01', validTo: null, citation: IN_THREE, title: IN_THREE },
  ...{ source: 'lovdata.no', exceptionCodes: [], outcomes: [], ...given },
});
const GRANT = { code: 'AA_ENK_SPOUSE', outcome: 'GRANT', day: '2026-11-23' } as const;

describe('the grounds offered', () => {
  const rows = [
    block('ALL'),
    block('SPOUSE', { exceptionCodes: ['AA_ENK_SPOUSE'] }),
    block('SPOUSE', { id: 'two', exceptionCodes: ['AA_ENK_SPOUSE'], version: 2, validFrom: '2026-11-23' }),
    block('PARTNER', { exceptionCodes: ['AA_DA_ANS_PARTNER'] }),
    block('NO', { outcomes: ['REFUSE'] }),
  ];
  const offered = (given: object = {}) =>
    groundsOf(rows, { ...GRANT, ...given }).map(({ code, version }) => `${code} ${version}`);

  it('fit exception and outcome, the particular ones first', () => {
    expect(offered()).toEqual(['SPOUSE 2', 'ALL 1']);
    expect(offered({ outcome: 'REFUSE' })).toEqual(['NO 1']);
  });

  it('are in the version of the day of the decision', () => {
    expect(offered({ day: '2026-11-22' })).toEqual(['SPOUSE 1', 'ALL 1']);
    expect(offered({ day: '2019-12-31' })).toEqual([]);
  });
});

describe('the law of a day', () => {
  const rows = [
    statute('FVL-23-25', { validTo: '2027-06-30' }),
    statute('FVL-2025-46', { validFrom: '2027-07-01' }),
    statute('FOR-1', { validFrom: '2008-01-01', title: { ...IN_THREE, nb: 'gammel' } }),
    statute('FOR-1', { validFrom: '2026-01-01', title: { ...IN_THREE, nb: 'ny' } }),
  ];
  const law = (day: string) => statutesOf(rows, day).map(({ code, title }) => `${code} ${title.nb}`);

  it('changes on the date a new act takes over, not the day before', () => {
    expect(law('2027-06-30')).toEqual(['FVL-23-25 nb', 'FOR-1 ny']);
    expect(law('2027-07-01')).toEqual(['FVL-2025-46 nb', 'FOR-1 ny']);
  });

  it('for a decision of an earlier day is the law of that day', () => {
    expect(law('2025-12-31')).toEqual(['FVL-23-25 nb', 'FOR-1 gammel']);
  });

  it('is suggested where it belongs', () => {
    const vat = statute('MVAL-3-28', { exceptionCodes: ['VAT_KF_1510'], outcomes: ['GRANT'] });
    expect(isSuggested(vat, { code: 'VAT_KF_1510', outcome: 'GRANT' })).toBe(true);
    expect(isSuggested(vat, { code: 'VAT_KF_1510', outcome: 'REFUSE' })).toBe(false);
    expect(isSuggested(vat, GRANT)).toBe(false);
    expect(isSuggested(statute('FVL-31'), GRANT)).toBe(false);
  });
});
