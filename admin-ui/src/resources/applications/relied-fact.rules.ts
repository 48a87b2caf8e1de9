/** A fact of the registers as a sentence of the letter: which register, what it answered and when, in the language of the letter. */
import { applications } from '../../i18n/applications.messages.ts';
import { createFormat, type Language } from '../../i18n/format.ts';
import type { Comparison } from './application.documents.ts';
import { inSentence } from './in-sentence.ts';

type Source = 'ER' | 'FREG';
/** Who answers for what; the register an exception is from answers for itself. */
const SOURCES: Readonly<Record<Exclude<Comparison['key'], 'REGISTER'>, Source>> = {
  ...({ OWNER: 'ER', ROLE: 'ER', FORM: 'ER', EMPLOYEES: 'ER', SECTOR: 'ER', AGE: 'ER' } as const),
  ...({ MUNICIPALITY: 'ER', NO_ADDRESS: 'ER', FIRM: 'ER' } as const),
  ...({ SPOUSE: 'FREG', ADDRESS: 'FREG', PERSON: 'FREG' } as const),
};
const REGISTERS = ['AA', 'UDI', 'MVA', 'STAFFING'] as const;

const fill = (text: string, words: Readonly<Record<string, string>>) =>
  text.replace(/%\{(\w+)\}/g, (_, name: string) => words[name] ?? '');

/** Null where no register has answered. */
export function reliedFact(
  { key, agreement, value }: Comparison,
  { language, askedAt }: { language: Language; askedAt: string | null },
): string | null {
  if (agreement === 'UNKNOWN') return null;
  const words = applications[language];
  const format = createFormat(language);
  const when = askedAt ? fill(words.relied.at, { when: format.dateTime(askedAt) }) : '';
  if (key === 'REGISTER') {
    const register = REGISTERS.find(one => one === value);
    if (!register) return null;
    return fill(words.relied[agreement === 'DIFFERS' ? 'yes' : 'no'], {
      register: words.register[register],
      when,
    });
  }
  const what = [inSentence(words.fact[key]), shownValue(key, value, language)].filter(Boolean).join(' ');
  const agrees = words.relied[agreement === 'LIKE' ? 'like' : 'differs'];
  return fill(words.relied.text, { register: words.relied[SOURCES[key]], when, what, agrees });
}

function shownValue(key: Comparison['key'], value: string | null, language: Language): string {
  if (value === null) return '';
  if (key === 'AGE') return createFormat(language).date(value);
  return value === 'ACTIVE' ? applications[language].facts.active : value;
}
