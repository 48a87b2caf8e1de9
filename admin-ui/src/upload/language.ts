import type { Language } from './upload.types.ts';

export const LANGUAGES: readonly { code: Language; name: string }[] = [
  { code: 'nb', name: 'Bokmål' },
  { code: 'nn', name: 'Nynorsk' },
  { code: 'en', name: 'English' },
];

const BY_PREFIX: Record<string, Language> = { nb: 'nb', no: 'nb', nn: 'nn', en: 'en' };

/** For a link that tells no language any more: the first the browser knows, else English for a foreign reader. */
export function browserLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = BY_PREFIX[tag.slice(0, 2).toLowerCase()];
    if (language) return language;
  }
  return preferred.length > 0 ? 'en' : 'nb';
}
