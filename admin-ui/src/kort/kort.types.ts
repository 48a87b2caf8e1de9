export type Language = 'nb' | 'nn' | 'en';

export type Status = 'VALID' | 'INVALID' | 'BLOCKED' | 'EXPIRED' | 'UNKNOWN';

export interface Firm {
  readonly name: string;
  readonly orgNumber: string;
}

export interface NumberAnswer {
  readonly number: string;
  readonly status: Status;
  readonly firm: Firm | null;
}

export interface ShownCard {
  readonly number: string;
  readonly firm: Firm;
  readonly name: string;
  readonly expiresOn: string;
  readonly photo: string | null;
}

export interface CardAnswer {
  readonly status: Status;
  readonly signature: 'VALID' | 'EXPIRED' | 'FORGED' | null;
  readonly card: ShownCard | null;
}

/** What this phone could tell by itself: null when it could not get the public keys. */
export type OwnCheck = { readonly number: string; readonly expiresAt: number } | 'FORGED' | null;

export const CATEGORIES = ['WRONG_PERSON', 'LOOKS_FORGED', 'NOT_VALID', 'OTHER_EMPLOYER', 'OTHER'] as const;
export type Category = (typeof CATEGORIES)[number];

/** Why there is no answer. */
export type Failure = 'OFFLINE' | 'TOO_MANY' | 'NUMBER';
