import { describe, expect, it } from 'vitest';
import { boxesOn, findingWords } from './finding.rules.ts';
import type { Finding } from './image-review.documents.ts';

const box = { part: 'PHOTO', x: 0.1, y: 0.2, width: 0.3, height: 0.4 } as const;
const findings: Finding[] = [
  { reason: 'PH_LIGHT', level: 'CLEAR', value: '12', box: null },
  { reason: 'PH_BACKGROUND', level: 'REMARK', value: '31', box },
  { reason: 'PH_QUALITY', level: 'REMARK', value: '4', box: { ...box, part: 'ID' } },
  { reason: 'PH_EYES', level: 'HUMAN', value: null, box },
];

describe('findings', () => {
  it('says what was measured in words, with its number', () => {
    expect(findingWords(findings, 'PH_LIGHT')).toEqual({ level: 'CLEAR', key: 'bench.finding.even', n: 12 });
    expect(findingWords(findings, 'PH_BACKGROUND')).toMatchObject({ key: 'bench.finding.shadow', n: 31 });
  });

  it('says that a picture is too dark when there is no number', () => {
    const dark: Finding[] = [{ reason: 'PH_LIGHT', level: 'REMARK', value: null, box: null }];
    expect(findingWords(dark, 'PH_LIGHT').key).toBe('bench.finding.dark');
  });

  it('leaves to the person what nothing measured', () => {
    expect(findingWords(findings, 'PH_EYES').level).toBe('HUMAN');
    expect(findingWords([], 'ID_KIND')).toEqual({ level: 'HUMAN', key: 'bench.finding.judge', n: 0 });
  });

  it('draws boxes only for remarks, on the picture they are about', () => {
    expect(boxesOn(findings, 'PHOTO')).toEqual([{ reason: 'PH_BACKGROUND', box }]);
    expect(boxesOn(findings, 'ID').map(({ reason }) => reason)).toEqual(['PH_QUALITY']);
  });
});
