import type { CheckReason } from './register-check.enums.ts';

/** What a reason says to the orderer: what is the matter, and what to do about it (up to three things; none where nothing is to be done). */
export interface CheckWording {
  readonly label: string;
  readonly remedies: readonly string[];
}

export type CheckWordings = Readonly<Record<CheckReason, CheckWording>>;
