import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useFormat, useLanguage, useT } from '../../../i18n/index.ts';
import { ChangedLines, type Line } from '../../../shared/changes/ChangedLines.tsx';
import type { ChangeKind } from '../../../shared/changes/change.ts';
import type { DecisionText, DecisionTextChange } from './text.documents.ts';
import { approveText, getHistory, getTexts, type TextKind, withdrawText } from './text.provider.ts';

const KEY = 'decision-texts';
/** What a change of a text changes; the decision panel offers what holds. */
export const KEYS = [KEY];
export const KINDS: readonly TextKind[] = ['GROUND', 'STATUTE'];
export const LANGUAGES = ['nb', 'nn', 'en'] as const;

export function useTextsOn(day: string | null) {
  return useQuery({
    queryKey: [KEY, 'day', day],
    queryFn: ({ signal }) => getTexts(day, signal),
    placeholderData: keepPreviousData,
  });
}

export function useTextHistory(kind: TextKind, code: string | null) {
  return useQuery({
    queryKey: [KEY, 'history', kind, code],
    queryFn: ({ signal }) => getHistory(kind, code, signal),
  });
}

export const addressOf = ({ kind, code }: Pick<DecisionText, 'kind' | 'code'>) =>
  `/catalogue/texts/${kind}/${code}`;

/** A text in words, in the language of the page; what the letter says is shown in all three. */
export function useTextWords() {
  const t = useT();
  const format = useFormat();
  const language = useLanguage();
  const fits = ({ exceptionCodes }: Pick<DecisionText, 'exceptionCodes'>) =>
    exceptionCodes.map(code => t(`entries.code.${code}`)).join(', ') || t('decisionTexts.every');
  const outcomes = (text: Pick<DecisionText, 'outcomes' | 'kind'>) =>
    text.outcomes.map(outcome => t(`catalogue.outcomes.${outcome}`)).join(', ') ||
    t(`decisionTexts.noOutcome.${text.kind}`);
  const saying = (text: DecisionText): Line[] =>
    (['label', 'text'] as const).flatMap(part =>
      LANGUAGES.map(
        one => [`${t(`decisionTexts.${part}`)}, ${t(`enums.language.${one}`)}`, text[part][one]] as const,
      ),
    );
  return {
    say: ({ label }: Pick<DecisionText, 'label'>) => label[language],
    fits,
    outcomes,
    lines: (text: DecisionText): Line[] => [
      ...saying(text),
      [t('decisionTexts.fits'), fits(text)],
      [t('decisionTexts.outcomes'), outcomes(text)],
      ...(text.kind === 'STATUTE' ? law(text) : []),
    ],
  };
  function law({ source, validTo }: DecisionText): Line[] {
    return [
      [t('decisionTexts.source'), source ?? ''],
      [t('decisionTexts.validTo'), validTo ? format.date(validTo) : t('decisionTexts.noEnd')],
    ];
  }
}

/** How a change of a text is told. */
export function useTextChanges(): ChangeKind<DecisionTextChange> {
  const t = useT();
  const format = useFormat();
  const words = useTextWords();
  const name = ({ text }: DecisionTextChange) => words.say(text);
  const ref = ({ id, text }: DecisionTextChange) => ({ kind: text.kind, id });
  return {
    name,
    to: ({ text }) => addressOf(text),
    line: ({ validFrom, proposedBy }) =>
      t('catalogue.line', { day: format.date(validFrom), name: proposedBy.name }),
    more: change => <TextDiff change={change} />,
    about: name,
    approve: change => approveText(ref(change)),
    withdraw: (change, reason) => withdrawText({ ...ref(change), reason }),
    keys: KEYS,
  };
}

/** Word by word against what holds until then. */
export function TextDiff({ change: { text, before } }: { change: DecisionTextChange }) {
  const { lines } = useTextWords();
  return <ChangedLines lines={lines(text)} before={before && lines(before)} words />;
}
