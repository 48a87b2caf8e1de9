/** What every register gives back, for whoever asks one: what came, or that nothing came and why, and a snapshot to keep as evidence. */

/** Why there is no answer. None of them says anything about the firm or the person: a time-out is never a refusal. */
export const UnavailableCause = {
  TIMEOUT: 'TIMEOUT',
  /** Nobody listens at the address. */
  REFUSED_CONNECTION: 'REFUSED_CONNECTION',
  /** The connection broke before the answer was whole. */
  CUT_CONNECTION: 'CUT_CONNECTION',
  HTTP_5XX: 'HTTP_5XX',
  /** A status that has no meaning here, a redirect among them: the question was not understood. */
  UNEXPECTED_STATUS: 'UNEXPECTED_STATUS',
  /** Asked too often (429). */
  RATE_LIMITED: 'RATE_LIMITED',
  /** No token, or one that does not open this register (401, 403). */
  FORBIDDEN: 'FORBIDDEN',
  /** Not JSON, or not of the agreed shape. */
  GARBAGE: 'GARBAGE',
  TOO_LARGE: 'TOO_LARGE',
  /** It failed so often that it is left in peace for a while. */
  CIRCUIT_OPEN: 'CIRCUIT_OPEN',
  /** The desk has too many questions waiting for this register already. */
  BUSY: 'BUSY',
  /** The desk has no address for it. */
  NOT_CONFIGURED: 'NOT_CONFIGURED',
} as const;
export type UnavailableCause = (typeof UnavailableCause)[keyof typeof UnavailableCause];

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

/** Evidence: fit to be kept as JSON for years. Never a national ID number, nor more of a person than the question needs. */
export interface Snapshot {
  /** `question` and its parameters; a person as `personId`, or masked when the desk does not know her. */
  readonly asked: { readonly question: string; readonly [parameter: string]: string | undefined };
  /** What came back, in our words; null when nothing did. */
  readonly answered: Json;
  /** HTTP status of the last try; null when none came. */
  readonly status: number | null;
  /** When it was asked, ISO in UTC. */
  readonly at: string;
  /** All tries together. */
  readonly durationMs: number;
  /** Register, and address without what was asked. */
  readonly source: string;
}

export interface Unavailable {
  readonly kind: 'UNAVAILABLE';
  readonly cause: UnavailableCause;
}

/** Ports never throw for what a register does. */
export type Answer<Result extends { readonly kind: string }> = (Result | Unavailable) & {
  readonly snapshot: Snapshot;
};

/** A person asked about. The number goes to the register, the id to the evidence. */
export interface PersonKey {
  readonly nationalId: string;
  readonly personId?: string;
}

export interface Period {
  readonly start: string;
  /** Null while it lasts. */
  readonly end: string | null;
}
