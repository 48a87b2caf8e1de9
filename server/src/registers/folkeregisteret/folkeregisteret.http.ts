/** Folkeregisteret over HTTP, in our own shape. What a protected person's address is never gets past this file. */
import { z } from 'zod';
import { type AskParts, asker, named, only, shaped } from '../ask.ts';
import { askAbout, isNotFound } from '../own-shape.ts';
import { date, maybe, nationalId } from '../shapes.ts';
import type { Folkeregisteret, RegisteredPerson } from './folkeregisteret.ts';

const PERSON = z.object({
  status: z.enum(['ACTIVE', 'INACTIVE', 'DECEASED', 'UNKNOWN']),
  name: z.object({ first: z.string(), middle: maybe(z.string()), last: z.string() }),
  birthDate: maybe(date),
  gender: maybe(z.enum(['WOMAN', 'MAN'])),
  citizenships: z.array(z.string().regex(/^[A-Z]{3}$/)),
  protection: z.enum(['NONE', 'CODE_6', 'CODE_7']),
  address: maybe(
    z.object({
      lines: z.array(z.string()),
      postcode: maybe(z.string()),
      city: maybe(z.string()),
      country: maybe(z.string()),
    }),
  ),
  guardian: maybe(z.object({ name: z.string(), nationalId: maybe(nationalId), scope: maybe(z.string()) })),
  married: maybe(z.boolean()),
  spouse: maybe(nationalId),
  replacedBy: maybe(nationalId),
});

type Result = { readonly kind: 'PERSON'; readonly person: RegisteredPerson } | { readonly kind: 'UNKNOWN' };

export function createFolkeregisteret(parts: AskParts): Folkeregisteret {
  const ask = asker(parts);
  return {
    person: key =>
      ask<Result>({
        asked: { question: 'person', ...named(key) },
        where: '/persons',
        request: askAbout('/persons', { nationalId: key.nationalId }),
        read: reply => {
          if (isNotFound(reply)) return { kind: 'UNKNOWN' };
          only(200, reply);
          const person = shaped(PERSON, reply);
          const address = person.protection === 'NONE' ? person.address : null;
          return { kind: 'PERSON', person: { ...person, address } };
        },
        evidence: result => (result.kind === 'PERSON' ? evidenceOf(result.person) : { ...result }),
      }),
  };
}

/** Name, address, marriage and guardian decide nothing here; what of them is kept stands on the person, once. */
const evidenceOf = ({ status, birthDate, citizenships, protection, replacedBy }: RegisteredPerson) => ({
  kind: 'PERSON',
  status,
  birthDate,
  citizenships: [...citizenships],
  protection,
  replaced: replacedBy !== null,
});
