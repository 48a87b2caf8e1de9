import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { type MessageKey, translate } from './upload.messages.ts';
import type { Language } from './upload.types.ts';

interface Text {
  language: Language;
  t: (key: MessageKey, values?: Record<string, string | number>) => string;
}

const TextContext = createContext<Text | null>(null);

interface TextProviderProps {
  language: Language;
  children: ReactNode;
}

export function TextProvider({ language, children }: TextProviderProps) {
  const text = useMemo<Text>(
    () => ({ language, t: (key, values) => translate(language, key, values) }),
    [language],
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return <TextContext value={text}>{children}</TextContext>;
}

export function useText(): Text {
  const text = useContext(TextContext);
  if (!text) throw new Error('useText needs a TextProvider above it');
  return text;
}
