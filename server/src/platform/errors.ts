/** What can go wrong for a user: a code the console translates, with parameters. Thrown by rules and services, mapped in one place. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, string | number | boolean | null>> = {},
    readonly fieldErrors?: Readonly<Record<string, string>>,
  ) {
    super(code);
  }
}

/** Unknown and forbidden look the same, so that nobody can probe for what exists. */
export const notFound = () => new AppError('NOT_FOUND');
export const forbidden = () => new AppError('FORBIDDEN');
export const unauthenticated = () => new AppError('UNAUTHENTICATED');
/** The row has changed since the user saw it; nothing was saved. `current` is the version that stands now. */
export const stale = (current: number) => new AppError('STALE', { current });
/** Input that breaks a rule: field name → code of what is wrong. */
export const invalid = (fieldErrors: Readonly<Record<string, string>>) =>
  new AppError('VALIDATION_FAILED', {}, fieldErrors);
