import { describe, expect, it } from 'vitest';
import type { Language } from './format.ts';
import { messagesIn } from './messages.ts';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as const]
      : [...flatten(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

const texts = (language: Language) => flatten(messagesIn(language) as unknown as Tree);
const nb = texts('nb');
const parametersOf = (text: string) => [...new Set(text.match(/%\{\w+\}/g) ?? [])].sort().join();

describe.each(['nn', 'en'] as const)('the texts in %s', language => {
  const other = texts(language);

  it('are there for everything that is said in bokmål', () => {
    expect([...nb.keys()].filter(key => !other.get(key)?.trim() && nb.get(key)?.trim())).toEqual([]);
  });

  it('mention the same numbers and names as in bokmål', () => {
    const own = [...nb].filter(([key]) => !key.startsWith('ra.'));
    const different = own.filter(([key, text]) => parametersOf(text) !== parametersOf(other.get(key) ?? ''));
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('have as many plural forms as in bokmål', () => {
    const forms = (text = '') => text.split('||||').length;
    expect(
      [...nb].filter(([key, text]) => forms(text) !== forms(other.get(key))).map(([key]) => key),
    ).toEqual([]);
  });
});
