/** The identity provider as the desk sees it. */

/** What is remembered between sending somebody there and seeing her again. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  /** PKCE: its hash goes with the question, itself with the code. */
  readonly verifier: string;
  /** She must prove anew who she is, whatever session she has there. */
  readonly fresh: boolean;
  readonly language: string;
}

/** The id token's claims, checked; the token itself is gone. */
export interface ProviderClaims {
  readonly [claim: string]: unknown;
  readonly iss: string;
  readonly sub: string;
}

export interface LogoutToken {
  readonly jti: string;
  readonly subject: string | null;
  readonly sessionId: string | null;
}

export interface Provider {
  /** Where to send the browser. @throws SignInRefused PROVIDER_UNAVAILABLE */
  begin(attempt: Attempt): Promise<URL>;
  /** Exchanges the code of the answer. @throws SignInRefused when anything about the answer or the token is not as it should be */
  finish(query: string, attempt: Attempt): Promise<ProviderClaims>;
  /** Where to send the browser after signing out here; null when the provider has no such page. */
  signOutUrl(returnTo: string): Promise<URL | null>;
  /** @throws Error when the token is not genuine, not for us, or too old */
  readLogoutToken(token: string, now: Date): Promise<LogoutToken>;
}
