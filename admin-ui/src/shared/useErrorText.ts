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

/** The sentence for a failure, in the language of the page: what happened, what to do, whether anything was saved. */
export function useErrorText() {
  const t = useT();
  return useCallback((error: unknown) => t(`errors.code.${textCode(asDeskError(error).code)}`), [t]);
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
