/** Aa-registeret over HTTP: Nav's distribution API, GraphQL with a Maskinporten token (navikt.github.io/aareg, aareg-dist-api). */
import { z } from 'zod';
import type { PersonKey } from '../answer.ts';
import { type Ask, type AskParts, asker, named, only, shaped } from '../ask.ts';
import { date, maybe, nationalId } from '../shapes.ts';
import type { AaRegister, Employment, EmploymentsAnswer, StaffAnswer, StaffMember } from './aa-register.ts';

const QUERY = `query ($v: FinnArbeidsforholdVariabler) {
  finnArbeidsforhold(finnArbeidsforholdVariabler: $v) {
    arbeidsforhold {
      type { kode }
      arbeidstaker { ident }
      arbeidssted { type ident }
      opplysningspliktig { type ident }
      ansettelsesperiode { startdato sluttdato }
    }
  }
}`;

const TYPES = [
  'ordinaertArbeidsforhold',
  'maritimtArbeidsforhold',
  'frilanserOppdragstakerHonorarPersonerMm',
  'forenkletOppgjoersordning',
];

/** A private employer stands there with a national ID number, which is none of ours. */
const PLACE = z
  .object({ type: z.string(), ident: z.string() })
  .transform(({ ident }) => (ident.length === 9 ? ident : null));

const EMPLOYMENT = z.object({
  type: z.object({ kode: z.string() }),
  arbeidstaker: z.object({ ident: nationalId }),
  arbeidssted: PLACE,
  opplysningspliktig: PLACE,
  ansettelsesperiode: z.object({ startdato: date, sluttdato: maybe(date) }),
});

const FOUND = z.object({
  // GraphQL's own way to fail, with status 200.
  errors: z.undefined().optional(),
  data: z.object({
    finnArbeidsforhold: maybe(z.object({ arbeidsforhold: maybe(z.array(EMPLOYMENT)) })),
  }),
});

type Variables = Readonly<Record<string, string | readonly string[] | undefined>>;

export function createAaRegister(parts: AskParts): AaRegister {
  const ask = asker(parts);
  return {
    employmentsOf: (person, mainUnit) => askEmployments(ask, person, mainUnit),
    staffOf: subUnit => askStaff(ask, subUnit),
  };
}

function askEmployments(ask: Ask, person: PersonKey, mainUnit?: string): Promise<EmploymentsAnswer> {
  return ask({
    asked: { question: 'employmentsOf', ...named(person), mainUnit },
    where: '/graphql',
    request: post({
      arbeidstakerId: person.nationalId,
      opplysningspliktigId: mainUnit,
      arbeidsforholdstatus: ['AKTIV', 'AVSLUTTET', 'FREMTIDIG'],
    }),
    read: reply => {
      only(200, reply);
      const employments = found(shaped(FOUND, reply)).map(({ nationalId: _, ...employment }) => employment);
      return { kind: 'EMPLOYMENTS' as const, employments };
    },
    evidence: ({ employments }) => ({ kind: 'EMPLOYMENTS', employments: employments.map(e => ({ ...e })) }),
  });
}

function askStaff(ask: Ask, subUnit: string): Promise<StaffAnswer> {
  return ask({
    asked: { question: 'staffOf', subUnit },
    where: '/graphql',
    request: post({ arbeidsstedId: subUnit, arbeidsforholdstatus: ['AKTIV', 'FREMTIDIG'] }),
    read: reply => {
      only(200, reply);
      return { kind: 'STAFF' as const, staff: found(shaped(FOUND, reply)) };
    },
    evidence: ({ staff }) => ({ kind: 'STAFF', count: staff.length }),
  });
}

/** A question, whatever HTTP calls it. */
const post = (variables: Variables) =>
  ({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: QUERY,
      variables: {
        v: { arbeidsforholdtype: TYPES, rapporteringsordning: ['A_ORDNINGEN'], ...variables },
      },
    }),
    repeatable: true,
  }) as const;

const found = ({ data }: z.output<typeof FOUND>): StaffMember[] =>
  (data.finnArbeidsforhold?.arbeidsforhold ?? []).map(from => ({
    ...employmentOf(from),
    nationalId: from.arbeidstaker.ident,
  }));

const employmentOf = (from: z.output<typeof EMPLOYMENT>): Employment => ({
  subUnit: from.arbeidssted,
  mainUnit: from.opplysningspliktig,
  type: from.type.kode,
  start: from.ansettelsesperiode.startdato,
  end: from.ansettelsesperiode.sluttdato,
});
