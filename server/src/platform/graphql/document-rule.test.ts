import { parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documentFault, LIMITS, type Rule } from './document-rule.ts';

const ruleBroken = (text: string): Rule | null => documentFault(parse(text))?.rule ?? null;
const times = (n: number, one: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => one(i)).join(' ');
const deep = (levels: number) => `${'{ a '.repeat(levels)}${'}'.repeat(levels)}`;
/** `levels` fragments, each spread twice in the one before: 2^levels fields from a few lines. */
const fan = (levels: number) =>
  `{ ...F0 } ${times(levels, i => `fragment F${i} on T { x${i} { ...F${i + 1} } y${i} { ...F${i + 1} } }`)} fragment F${levels} on T { z }`;

describe('a document is refused one past each limit, and not before', () => {
  const CASES: [Rule, (n: number) => string][] = [
    ['aliases', n => `{ ${times(n, i => `a${i}: me { id }`)} }`],
    ['sameKey', n => `{ ${times(n, () => 'me { id }')} }`],
    ['directives', n => `{ me ${times(n, () => '@skip(if: false)')} { id } }`],
    ['depth', n => deep(n)],
    ['fields', n => `{ ${times(n, i => `f${i}`)} }`],
    ['variables', n => `query Q(${times(n, i => `$v${i}: Int`)}) { me }`],
    ['operations', n => times(n, i => `query Q${i} { me }`)],
    ['fragments', n => `{ me } ${times(n, i => `fragment F${i} on T { a }`)}`],
  ];
  it.each(CASES)('%s', (rule, make) => {
    expect(ruleBroken(make(LIMITS[rule]))).toBeNull();
    expect(ruleBroken(make(LIMITS[rule] + 1))).toBe(rule);
  });
});

describe('fragments hide nothing', () => {
  it('what a fragment brings counts where it is spread, each time', () => {
    const big = `fragment Big on T { ${times(100, i => `f${i}`)} }`;
    expect(ruleBroken(`{ a { ...Big } b { ...Big } } ${big}`)).toBeNull();
    expect(ruleBroken(`{ a { ...Big } b { ...Big } c { ...Big } } ${big}`)).toBe('fields');
    expect(ruleBroken(`{ ${times(11, () => '...One')} } fragment One on T { id }`)).toBe('sameKey');
    expect(ruleBroken(`{ ${times(11, () => '... on T { id }')} }`)).toBe('sameKey');
    expect(ruleBroken(`{ a { ...Deep } } fragment Deep on T ${deep(9)}`)).toBe('depth');
    expect(ruleBroken(`{ ${times(16, () => '...X')} } fragment X on T { a: b }`)).toBe('sameKey');
    expect(ruleBroken(`{ me } fragment Unused on T { ${times(16, i => `a${i}: b`)} }`)).toBe('aliases');
  });

  it('a fragment that contains itself, straight or by way of another', () => {
    expect(ruleBroken('{ ...A } fragment A on T { a { ...A } }')).toBe('cycles');
    expect(ruleBroken('{ ...A } fragment A on T { ...B } fragment B on T { a { ...A } }')).toBe('cycles');
    expect(ruleBroken('{ me } fragment A on T { ...A }')).toBe('cycles');
  });

  it('a fan of fragments is refused without being written out', () => {
    const began = performance.now();
    expect(ruleBroken(fan(7))).toBe('fields');
    expect(ruleBroken(fan(49))).not.toBeNull();
    expect(performance.now() - began).toBeLessThan(100);
  });
});

it('subscriptions are refused, whatever the schema offers', () => {
  expect(ruleBroken('subscription S { news }')).toBe('subscriptions');
});

it('the time grows with the document, not faster', () => {
  const took = (n: number) => {
    const document = parse(
      `{ ${times(n, i => `...F${i}`)} } ${times(45, i => `fragment F${i} on T { f${i} }`)}`,
    );
    const began = performance.now();
    for (let i = 0; i < 50; i += 1) documentFault(document);
    return performance.now() - began;
  };
  took(100);
  const [short, long] = [took(30), took(300)];
  expect(long).toBeLessThan(Math.max(short, 1) * 100);
});
