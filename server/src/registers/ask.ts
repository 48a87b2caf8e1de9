/** Turns one question into one answer with its evidence, for every adapter. */
import type { z } from 'zod';
import { maskNationalId } from '../features/person/national-id.rules.ts';
import type { Clock } from '../platform/clock.ts';
import type { Answer, Json, PersonKey, Snapshot, UnavailableCause } from './answer.ts';
import { garbage, RegisterFault } from './faults.ts';
import type { HttpClient, RegisterRequest, Reply } from './http-client.ts';

export interface Question<Result extends { readonly kind: string }> {
  readonly asked: Snapshot['asked'];
  /** The path as the evidence shows it, with names where the request has values. */
  readonly where: string;
  readonly request: RegisterRequest;
  /** @throws RegisterFault */
  readonly read: (reply: Reply) => Result;
  /** What of it is kept: no national ID number, and no more than explains a decision. */
  readonly evidence: (result: Result) => Json;
}

export type Ask = <Result extends { readonly kind: string }>(
  question: Question<Result>,
) => Promise<Answer<Result>>;

export interface AskParts {
  /** Null: the desk has no access to this register. */
  readonly client: HttpClient | null;
  /** As the evidence names it. */
  readonly source: string;
  readonly clock: Clock;
}

export const asker =
  ({ client, source, clock }: AskParts): Ask =>
  async ({ asked, where, request, read, evidence }) => {
    const at = clock.now().toISOString();
    const from = performance.now();
    const outcome = client
      ? await client.ask(request, read)
      : { ok: false as const, cause: 'NOT_CONFIGURED' as UnavailableCause, status: null };
    const snapshot = {
      asked,
      status: outcome.status,
      at,
      durationMs: Math.round(performance.now() - from),
      source: `${source}${where}`,
    };
    return outcome.ok
      ? { ...outcome.value, snapshot: { ...snapshot, answered: evidence(outcome.value) } }
      : { kind: 'UNAVAILABLE', cause: outcome.cause, snapshot: { ...snapshot, answered: null } };
  };

/** @throws RegisterFault when the body is not of this shape */
export function shaped<S extends z.ZodType>(schema: S, { body, status }: Reply): z.output<S> {
  const result = schema.safeParse(body);
  if (!result.success) throw garbage(status);
  return result.data;
}

/** @throws RegisterFault when the status is another one */
export function only(status: number, reply: Reply): void {
  if (reply.status !== status) throw new RegisterFault('UNEXPECTED_STATUS', reply.status);
}

/** As the evidence names a person. */
export function named({ nationalId, personId }: PersonKey): { personId: string } | { person: string } {
  return personId === undefined ? { person: maskNationalId(nationalId) } : { personId };
}
