import polyglotI18nProvider from 'ra-i18n-polyglot';
import { useCallback, useMemo } from 'react';
import { getPreference, setPreference, usePreference } from '../providers/preferences.ts';
import { createFormat, type Language } from './format.ts';
import { type MessageKey, messagesIn } from './messages.ts';

export type { Language } from './format.ts';
export type { MessageKey } from './messages.ts';

export const languages: { code: Language; name: string }[] = [
  { code: 'nb', name: 'Bokmål' },
  { code: 'nn', name: 'Nynorsk' },
  { code: 'en', name: 'English' },
];

export const isLanguage = (value: unknown): value is Language =>
  value === 'nb' || value === 'nn' || value === 'en';
const chosenLanguage = (): Language => {
  const stored = getPreference<unknown>('locale', 'nb');
  return isLanguage(stored) ? stored : 'nb';
};

export const i18nProvider = polyglotI18nProvider(
  locale => messagesIn(isLanguage(locale) ? locale : 'nb'),
  chosenLanguage(),
  languages.map(({ code, name }) => ({ locale: code, name })),
  { allowMissing: false },
);
document.documentElement.lang = chosenLanguage();

/** Changes the language of every page and remembers it. */
export async function setLanguage(language: Language) {
  await i18nProvider.changeLocale(language);
  document.documentElement.lang = language;
  setPreference('locale', language);
}

export type Params = Record<string, string | number>;
export type Translate = (key: MessageKey, params?: Params) => string;

/** `const t = useT()` then `t('frame.signOut')`; works with and without react-admin around it. */
export function useT(): Translate {
  const language = useLanguage();
  // A new language gives a new function, so that texts are drawn again.
  return useCallback((key, params) => i18nProvider.translate(key, params), [language]);
}

export function useLanguage(): Language {
  const [stored] = usePreference<unknown>('locale', 'nb');
  return isLanguage(stored) ? stored : 'nb';
}

/** Dates, times, numbers, organisation numbers in the language of the page. */
export function useFormat() {
  const language = useLanguage();
  return useMemo(() => createFormat(language), [language]);
}
