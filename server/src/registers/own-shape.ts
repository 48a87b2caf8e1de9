/** The adapter shape for registers without a public API document: our own small JSON, described in docs/registers.md, behind whatever gateway the operator has. */
import { z } from 'zod';
import { garbage } from './faults.ts';
import type { RegisterRequest, Reply } from './http-client.ts';

/** Numbers of persons travel in bodies, never in addresses. */
export const askAbout = (path: string, body: Readonly<Record<string, string>>): RegisterRequest => ({
  method: 'POST',
  path,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
  repeatable: true,
});

const NOT_FOUND = z.object({ code: z.literal('NOT_FOUND') });

/** 404 is an answer only with its code: a wrong address must never be read as "unknown". @throws RegisterFault */
export function isNotFound({ status, body }: Reply): boolean {
  if (status !== 404) return false;
  if (!NOT_FOUND.safeParse(body).success) throw garbage(status);
  return true;
}
