import { describe, expect, it } from 'vitest';
import { translate, uploadMessages } from './upload.messages.ts';

const placeholders = (text: string) => new Set(text.match(/\{\w+\}/g));

describe.each(Object.entries(uploadMessages))('the message %s', (_key, { nb, nn, en }) => {
  it('is written in all three languages', () => {
    for (const text of [nb, nn, en]) expect(text.trim()).not.toBe('');
  });

  it('has the same placeholders in all three', () => {
    expect(placeholders(nn)).toEqual(placeholders(nb));
    expect(placeholders(en)).toEqual(placeholders(nb));
  });

  it('is not Bokmål in the Nynorsk text', () => {
    expect(nn).not.toMatch(/\b(ikke|hva|hvordan|bilde|bildet|bildene|jeg|filen|lenken|noe|fra|nå)\b/i);
  });
});

it('fills in placeholders', () => {
  expect(translate('nb', 'uploading', { percent: 25 })).toBe('Laster opp: 25 prosent');
});

it('says exactly what an expired link must say', () => {
  expect(uploadMessages.expiredTitle).toEqual({
    nb: 'Bildene kunne ikke lastes opp',
    nn: 'Bileta kunne ikkje lastast opp',
    en: 'Images could not be uploaded',
  });
});
