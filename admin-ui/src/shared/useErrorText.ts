import { useCallback } from 'react';
import { asDeskError } from '../graphql/desk-error.ts';
import { errors } from '../i18n/errors.messages.ts';
import { type MessageKey, useT } from '../i18n/index.ts';

type KnownCode = keyof typeof errors.nb.code;
const isKnown = (code: string): code is KnownCode => code in errors.nb.code;

/** The sentence for a failure, in the language of the page: what happened, what to do, whether anything was saved. */
export function useErrorText() {
  const t = useT();
  return useCallback(
    (error: unknown) => {
      const { code } = asDeskError(error);
      const key: MessageKey = `errors.code.${isKnown(code) ? code : 'INTERNAL'}`;
      return t(key);
    },
    [t],
  );
}
