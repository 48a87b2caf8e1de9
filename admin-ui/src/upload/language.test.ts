import { expect, it } from 'vitest';
import { browserLanguage } from './language.ts';

it.each([
  ['Bokmål for a Norwegian browser', ['no'], 'nb'],
  ['Nynorsk when it is preferred', ['nn-NO', 'nb-NO'], 'nn'],
  ['English for a Polish browser that lists nothing else', ['pl-PL'], 'en'],
  ['Bokmål for a Polish browser that lists it second', ['pl-PL', 'nb'], 'nb'],
  ['Bokmål when the browser says nothing', [], 'nb'],
])('a dead link is explained in %s', (_name, preferred, expected) => {
  expect(browserLanguage(preferred)).toBe(expected);
});
