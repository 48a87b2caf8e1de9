/** Step-up: what is far-reaching is only for someone who proved who she is a short while ago. */
import type { Principal } from '../db/principal.ts';
import { AppError } from '../errors.ts';

export interface Freshness {
  readonly now: Date;
  /** How old the proof may be; setting STEP_UP_MINUTES. */
  readonly minutes: number;
}

/** @throws AppError STEP_UP_REQUIRED: the console asks for the proof (`confirmSignIn`, or the provider) and repeats the action */
export function requireFresh({ kind, proof }: Principal, { now, minutes }: Freshness): void {
  if (kind === 'system') return;
  const age = proof?.at ? now.getTime() - proof.at.getTime() : Number.POSITIVE_INFINITY;
  if (age > minutes * 60_000) throw new AppError('STEP_UP_REQUIRED', { method: proof?.method ?? null });
}
