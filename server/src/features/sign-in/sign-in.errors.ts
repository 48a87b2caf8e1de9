/** Why the provider's answer did not open the desk; the console has a text for each. */
export type SignInRefusal =
  | 'CANCELLED'
  | 'EMAIL_TAKEN'
  | 'EXPIRED'
  | 'LEVEL_TOO_LOW'
  | 'NO_NAME'
  | 'NO_ROLE'
  | 'NOT_ACTIVE'
  | 'NOT_FRESH'
  | 'OTHER_PERSON'
  | 'PROVIDER_REFUSED'
  | 'PROVIDER_UNAVAILABLE';

export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';

  constructor(
    readonly code: SignInRefusal,
    override readonly cause?: unknown,
  ) {
    super(code);
  }
}
