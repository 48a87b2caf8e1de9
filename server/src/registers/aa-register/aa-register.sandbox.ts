/** Aa-registeret as the sandbox plays it: the one GraphQL question the desk asks, with the answers of aareg-dist-api. */
import type { LiveWorld } from '../sandbox/live-world.ts';
import { ok, type SandboxRegister, status } from '../sandbox/sandbox-route.ts';
import type { SandboxEmployment } from '../sandbox/sandbox-world.ts';

interface Variables {
  readonly arbeidstakerId?: string;
  readonly arbeidsstedId?: string;
  readonly opplysningspliktigId?: string;
  readonly arbeidsforholdstatus?: readonly string[];
}

export const aaSandbox: SandboxRegister = {
  scope: () => 'nav:aareg/v1/arbeidsforhold',
  answer(world, { method, path, body }) {
    if (method !== 'POST' || path[0] !== 'graphql') return status(404);
    const { query = '', variables } = (body ?? {}) as { query?: string; variables?: { v?: Variables } };
    const wanted = variables?.v ?? {};
    if (!query.includes('finnArbeidsforhold') || !(wanted.arbeidstakerId ?? wanted.arbeidsstedId))
      return ok({ errors: [{ message: 'Minst 1 id må være angitt' }], data: null });
    return ok({ data: { finnArbeidsforhold: { arbeidsforhold: found(world, wanted) } } });
  },
};

function found(world: LiveWorld, wanted: Variables) {
  const persons = wanted.arbeidstakerId ? [wanted.arbeidstakerId] : world.staffOf(wanted.arbeidsstedId ?? '');
  return persons.flatMap(nationalId =>
    (world.person(nationalId)?.employments ?? [])
      .filter(employment => matches(world, employment, wanted))
      .map(employment => employmentBody(world, nationalId, employment)),
  );
}

function matches(world: LiveWorld, employment: SandboxEmployment, wanted: Variables): boolean {
  const { arbeidsstedId, opplysningspliktigId, arbeidsforholdstatus = [] } = wanted;
  if (arbeidsstedId && employment.subUnit !== arbeidsstedId) return false;
  if (opplysningspliktigId && mainUnitOf(world, employment) !== opplysningspliktigId) return false;
  return arbeidsforholdstatus.includes(statusOf(employment, world.today));
}

function statusOf({ start, end }: SandboxEmployment, today: string): string {
  if (end && end < today) return 'AVSLUTTET';
  return start > today ? 'FREMTIDIG' : 'AKTIV';
}

const mainUnitOf = (world: LiveWorld, { subUnit }: SandboxEmployment): string =>
  world.subUnit(subUnit)?.mainUnit ?? subUnit;

const employmentBody = (world: LiveWorld, nationalId: string, employment: SandboxEmployment) => ({
  type: { kode: employment.type ?? 'ordinaertArbeidsforhold' },
  arbeidstaker: { ident: nationalId },
  arbeidssted: { type: 'Underenhet', ident: employment.subUnit },
  opplysningspliktig: { type: 'Hovedenhet', ident: mainUnitOf(world, employment) },
  ansettelsesperiode: { startdato: employment.start, sluttdato: employment.end ?? null },
});
