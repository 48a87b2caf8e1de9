/** What a letter that came back says when it leaves again: the same, with the day, the address and the time limits of today. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { LetterKind } from '../letter/letter.enums.ts';
import {
  LETTER_LAYOUT,
  type LetterContent,
  type LetterFacts,
  letterTexts,
  letterWords,
  lockedParagraph,
} from '../letter/letter-content.rules.ts';

const TIME_LIMITS = ['APPEAL_DEADLINE', 'ANSWER_BY'] as const;

/** Nothing else of it may change: it met its contract, and whoever signed it signed those words. */
export function contentAgain(
  content: LetterContent,
  today: Pick<LetterFacts, 'date' | 'recipient'> & { readonly record: LetterFacts },
): LetterContent {
  const { kind, language, textVersion } = content;
  const texts = letterTexts(language, textVersion, today.record);
  const words = letterWords(today.record, language, texts);
  return {
    ...content,
    date: today.date,
    recipient: today.recipient,
    paragraphs: content.paragraphs.map(paragraph => {
      const limit = TIME_LIMITS.find(key => key === paragraph.key);
      return limit ? lockedParagraph(limit, kind, { texts, words }) : paragraph;
    }),
  };
}

export const saysAppealDeadline = (kind: LetterKind): boolean =>
  LETTER_LAYOUT[kind].includes('APPEAL_DEADLINE');

/** Days a letter asked or promised an answer by; null when it is over, and a letter that names it cannot leave. */
export function answerDayAgain(
  kind: LetterKind,
  {
    today,
    promisedOn,
    askedUntil,
  }: { today: LocalDate; promisedOn: LocalDate | null; askedUntil: LocalDate },
): LocalDate | null {
  if (kind === 'DEFICIENCY') return askedUntil;
  return promisedOn !== null && promisedOn > today ? promisedOn : null;
}
