import { useCallback } from 'react';
import { type Language, useLanguage, useT } from '../../i18n/index.ts';
import type { StatusShape, StatusTone } from '../../shared/StatusChip.tsx';
import type { Application, ApplicationRow, Wording } from './application.documents.ts';
import { useExceptionRules } from './application.provider.ts';

/** The server's words in the language of the page. */
export function useWords() {
  const language: Language = useLanguage();
  return useCallback((wording: Wording) => wording[language], [language]);
}

/** What an exception is called today; an approval, and an exception until the catalogue is here, by the desk's own word. */
export function useCodeName() {
  const t = useT();
  const words = useWords();
  const { data } = useExceptionRules(null);
  return (code: ApplicationRow['code']) => {
    const rule = data?.rules.find(one => one.code === code);
    return rule ? words(rule.name) : t(`entries.code.${code}`);
  };
}

type Kind = NonNullable<Application['checklist'][number]['missing'][number]>['kinds'][number];

/** What a paper is called, small inside a sentence. */
export function useKindName() {
  const words = useWords();
  const { data } = useExceptionRules(null);
  return (kind: Kind) => {
    const found = data?.documentKinds.find(one => one.kind === kind);
    return found ? words(found.label) : kind;
  };
}

/** The form a state is drawn with; its word stands beside it. */
export const STATUS_SHAPES: Readonly<
  Record<ApplicationRow['status'], { shape: StatusShape; tone?: StatusTone }>
> = {
  REGISTERED: { shape: 'work' },
  UNDER_REVIEW: { shape: 'ready' },
  AWAITING_DOCUMENTS: { shape: 'hold' },
  CARD_ORDERING: { shape: 'hold' },
  FOR_APPROVAL: { shape: 'waits' },
  GRANTED: { shape: 'exception' },
  REFUSED: { shape: 'rejected' },
  DISMISSED: { shape: 'rejected', tone: 'neutral' },
  WITHDRAWN: { shape: 'notApplicable' },
  WRONG_CHANNEL: { shape: 'attention' },
  APPEALED: { shape: 'post', tone: 'info' },
  FORWARDED: { shape: 'sending' },
};
