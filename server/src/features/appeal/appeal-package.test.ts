import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { packAppeal } from './appeal-package.ts';

const paper = (place: number, title: string, text: string) => ({
  ...{ place, title, on: '2026-11-16', mediaType: 'application/pdf', bytes: Buffer.from(text) },
});
const given = {
  ...{ caseNumber: '2026/003987', forwardedOn: '2026-12-01', assessment: 'Ingen nye opplysninger.' },
  papers: [paper(1, 'APPEAL', 'klagen'), paper(2, 'DECISION_REFUSE', 'vedtaket')],
};

it('a package holds every paper as it is, and a list with the hash of each', () => {
  const files = unzipSync(packAppeal(given));
  expect(Object.keys(files).sort()).toEqual(['001-APPEAL.pdf', '002-DECISION-REFUSE.pdf', 'innhold.json']);
  expect(strFromU8(files['001-APPEAL.pdf'] as Uint8Array)).toBe('klagen');
  const list = JSON.parse(strFromU8(files['innhold.json'] as Uint8Array));
  expect(list).toMatchObject({ caseNumber: '2026/003987', assessment: 'Ingen nye opplysninger.' });
  expect(list.papers[1]).toMatchObject({
    file: '002-DECISION-REFUSE.pdf',
    sha256: createHash('sha256').update('vedtaket').digest('hex'),
  });
});

it('the same file of a case makes the same bytes', () => {
  expect(packAppeal(given).equals(packAppeal(given))).toBe(true);
});
