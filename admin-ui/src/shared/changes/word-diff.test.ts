import { describe, expect, it } from 'vitest';
import { wordDiff } from './word-diff.ts';

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'new' ? '+' : '-'}[${text.trim()}] `))
    .join('')
    .trim();

describe('what differs between two versions of a text', () => {
  it.each([
    [
      'De øvrige vilkårene er oppfylt.',
      'De andre vilkårene er oppfylt.',
      'De -[øvrige] +[andre] vilkårene er oppfylt.',
    ],
    ['Kortet gjelder.', 'Kortet gjelder bare her.', 'Kortet -[gjelder.] +[gjelder bare her.]'],
    ['a b c', 'b c d', '-[a] b c +[d]'],
    ['likt', 'likt', 'likt'],
    ['', 'nytt', '+[nytt]'],
    ['gammelt', '', '-[gammelt]'],
  ])('%j to %j', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it('is both texts whole where they are very long', () => {
    const long = 'ord '.repeat(700);
    expect(wordDiff(long, 'kort').map(({ kind }) => kind)).toEqual(['gone', 'new']);
  });
});
