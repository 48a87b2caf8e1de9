import { asDeskError } from '../../graphql/desk-error.ts';
import { useT } from '../../i18n/index.ts';

const codes = [
  'TAKEN',
  'EMAIL_INVALID',
  'ROLES_REQUIRED',
  'ROLES_DUPLICATE',
  'ROLES_WRONG_ORGANISATION',
  'REQUIRED',
] as const;
type FieldCode = (typeof codes)[number];
const isKnown = (code: string): code is FieldCode => (codes as readonly string[]).includes(code);

/** What is wrong with one field of the form that was refused, or undefined. */
export function useFieldError(error: unknown) {
  const t = useT();
  const fieldErrors = error ? asDeskError(error).fieldErrors : undefined;
  return (field: string): string | undefined => {
    const code = fieldErrors?.[field];
    if (!code) return undefined;
    return isKnown(code) ? t(`staff.fieldErrors.${code}`) : t('staff.fieldErrors.other');
  };
}
