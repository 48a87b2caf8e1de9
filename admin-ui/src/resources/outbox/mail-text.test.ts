import { expect, test } from 'vitest';
import { splitLinks } from './mail-text.ts';

test('the link in a letter can be followed, the rest is plain text', () => {
  expect(splitLinks('Last opp her: http://127.0.0.1:4000/opplasting/abc_-1\nHilsen')).toEqual([
    { at: 0, value: 'Last opp her: ', isLink: false },
    { at: 14, value: 'http://127.0.0.1:4000/opplasting/abc_-1', isLink: true },
    { at: 53, value: '\nHilsen', isLink: false },
  ]);
});

test('nothing but http and https becomes a link', () => {
  expect(splitLinks('javascript:alert(1) file:///etc/passwd').some(part => part.isLink)).toBe(false);
});
