import { expect, test } from 'vitest';
import { licenceFaults } from './licences.mjs';

const part = (name: string, licence?: string) => ({
  name,
  version: '1.0.0',
  ...(licence ? { licenses: [{ license: { id: licence } }] } : {}),
});

test('a library under a licence we may use passes, also when it leaves a choice', () => {
  const choice = { name: 'b', version: '1', licenses: [{ expression: '(MIT OR GPL-3.0-only)' }] };
  expect(licenceFaults([part('a', 'MIT'), choice], {})).toEqual([]);
});

test.each([
  ['GPL-3.0-only', 'GPL-3.0-only'],
  ['AGPL-3.0-or-later', 'AGPL-3.0-or-later'],
  ['Proprietary', 'Proprietary'],
  [undefined, 'none'],
])('a library under %s is named', (licence, said) => {
  expect(licenceFaults([part('a', 'MIT'), part('x', licence)], {})).toEqual([
    `x 1.0.0 is under "${said}", which is not on the list`,
  ]);
});

test.each(['(MIT AND GPL-2.0-only)', '(MIT OR ISC) AND GPL-2.0-only', 'MIT OR ISC AND GPL-2.0-only'])(
  'every licence that binds must be allowed: %s',
  expression => {
    const both = { name: 'x', version: '1', licenses: [{ expression }] };
    expect(licenceFaults([both], {})).toHaveLength(1);
  },
);

test('an exception holds for the library it names and its platform builds, and goes when it is not needed', () => {
  const exceptions = { '@img/sharp-libvips': 'linked at run time' };
  const libvips = { ...part('sharp-libvips-linux-x64', 'LGPL-3.0-or-later'), group: '@img' };
  expect(licenceFaults([libvips], exceptions)).toEqual([]);
  expect(licenceFaults([part('a', 'MIT')], exceptions)).toEqual([
    'the exception for @img/sharp-libvips is not needed any more: take it out',
  ]);
});
