import { useCallback } from 'react';
import { asDeskError } from '../graphql/desk-error.ts';
import { errors } from '../i18n/errors.messages.ts';
import { useT } from '../i18n/index.ts';

type KnownCode = keyof typeof errors.nb.code;
type KnownFault = keyof typeof errors.nb.field;

const isKnown = (code: string): code is KnownCode => code in errors.nb.code;
const isKnownFault = (code: string): code is KnownFault => code in errors.nb.field;

/** The server says which check a number failed; people only need to know that it is the number. */
function textCode(code: string): KnownCode {
  if (isKnown(code)) return code;
  if (code.startsWith('NATIONAL_ID_')) return 'NATIONAL_ID';
  return code.startsWith('ORG_NUMBER_') ? 'ORG_NUMBER' : 'INTERNAL';
}

/** What a sentence may quote: how long to wait, never a text from the server. */
const numbersOf = (params: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(params).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );

/** The sentence for a failure, in the language of the page: what happened, what to do, whether anything was saved. */
export function useErrorText() {
  const t = useT();
  return useCallback(
    (error: unknown) => {
      const { code, params } = asDeskError(error);
      return t(`errors.code.${textCode(code)}`, numbersOf(params));
    },
    [t],
  );
}

/** The sentence for a code that came as part of an answer: what became of one row of many. */
export function useCodeText() {
  const t = useT();
  return useCallback((code: string) => t(`errors.code.${textCode(code)}`), [t]);
}

/** The words beside one field of a refused form: `fieldText(error, 'until')`, undefined when the field is fine. */
export function useFieldErrorText() {
  const t = useT();
  return useCallback(
    (error: unknown, field: string) => {
      const fault = error ? asDeskError(error).fieldErrors[field] : undefined;
      if (fault === undefined) return undefined;
      return t(`errors.field.${isKnownFault(fault) ? fault : 'INVALID'}`);
    },
    [t],
  );
}
