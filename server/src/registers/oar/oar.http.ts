/** OAR over HTTP: Skatteetaten's "Arbeidsforhold i oppdrag" with a Maskinporten token. 404 is an answer only with the code that says so. */
import { z } from 'zod';
import type { Period } from '../answer.ts';
import { type AskParts, asker, named, only, shaped } from '../ask.ts';
import { garbage } from '../faults.ts';
import type { Reply } from '../http-client.ts';
import { date, maybe } from '../shapes.ts';
import type { Oar } from './oar.ts';

/** "Fant ikke arbeidsforhold mellom angitt arbeidstaker og arbeidsgiver." */
const NOT_FOUND = z.object({ kode: z.literal('ARBEIDSFORHOLD-007') });
const FOUND = z.object({
  aktiv: z.enum(['JA', 'NEI']),
  perioder: z.array(z.object({ startdato: date, sluttdato: maybe(date) })),
});

export interface OarParts extends AskParts {
  /** With {package}, {orgNumber} and {nationalId}. */
  readonly path: string;
  /** rettighetspakke */
  readonly package: string;
}

type Result =
  | { readonly kind: 'REGISTERED'; readonly active: boolean; readonly periods: readonly Period[] }
  | { readonly kind: 'NOT_REGISTERED' };

export function createOar(parts: OarParts): Oar {
  const ask = asker(parts);
  return {
    assignment: (person, orgNumber) =>
      ask<Result>({
        asked: { question: 'assignment', ...named(person), orgNumber },
        where: parts.path,
        request: {
          method: 'GET',
          path: filled(parts.path, { package: parts.package, orgNumber, nationalId: person.nationalId }),
          repeatable: true,
        },
        read,
        evidence: result =>
          result.kind === 'REGISTERED'
            ? { ...result, periods: result.periods.map(period => ({ ...period })) }
            : { ...result },
      }),
  };
}

function filled(path: string, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

function read(reply: Reply): Result {
  if (reply.status === 404) {
    if (!NOT_FOUND.safeParse(reply.body).success) throw garbage(404);
    return { kind: 'NOT_REGISTERED' };
  }
  only(200, reply);
  const { aktiv, perioder } = shaped(FOUND, reply);
  const periods = perioder.map(({ startdato, sluttdato }) => ({ start: startdato, end: sluttdato }));
  return { kind: 'REGISTERED', active: aktiv === 'JA', periods };
}
