/** Enhetsregisteret over HTTP: the open API without a token, the authorised one with. 404 is unknown; 410, and a deleted unit, were there once. */
import type { Answer, Json } from '../answer.ts';
import { type Ask, type AskParts, asker, only, shaped } from '../ask.ts';
import { garbage } from '../faults.ts';
import type { HttpClient, Reply } from '../http-client.ts';
import {
  GONE,
  ROLES,
  SUB_UNIT_OR_DELETED,
  SUB_UNIT_PAGE,
  toRole,
  toSubUnit,
  toUnit,
  toUpdate,
  UNIT_OR_DELETED,
  UPDATES,
} from './enhetsregisteret.shapes.ts';
import type {
  Enhetsregisteret,
  FirmRole,
  NotThere,
  RolesAnswer,
  SubUnit,
  SubUnitsAnswer,
  Unit,
  UpdatesAnswer,
  UpdatesFrom,
} from './enhetsregisteret.ts';

export interface EnhetsregisteretParts extends AskParts {
  /** With tokens; null without a scope. */
  readonly authorised: HttpClient | null;
}

/** The API gives at most 10,000 rows of one search. */
const SUB_UNITS_PER_PAGE = 1_000;
const SUB_UNIT_PAGES = 10;
const UPDATES_PER_PAGE = 1_000;

export function createEnhetsregisteret(parts: EnhetsregisteretParts): Enhetsregisteret {
  const open = asker(parts);
  const authorised = asker({ ...parts, client: parts.authorised });
  return {
    unit: orgNumber => askUnit(open, orgNumber),
    subUnit: orgNumber => askSubUnit(open, orgNumber),
    subUnitsOf: orgNumber => askSubUnits(open, orgNumber),
    roles: orgNumber => askRoles(open, 'api', orgNumber),
    rolesWithNationalIds: orgNumber => askRoles(authorised, 'autorisert-api', orgNumber),
    unitUpdates: from => askUpdates(open, 'enheter', from),
    subUnitUpdates: from => askUpdates(open, 'underenheter', from),
  };
}

const get = (path: string) => ({ method: 'GET', path, repeatable: true }) as const;

/** What every question about one unit may come back with. A page in front of the register is not the register. */
function notThere(reply: Reply): NotThere | null {
  if (reply.status === 404 && reply.body === undefined) throw garbage(404);
  if (reply.status === 404) return { kind: 'UNKNOWN' };
  if (reply.status !== 410) return null;
  const gone = GONE.safeParse(reply.body);
  return { kind: 'REMOVED', removedOn: gone.success ? gone.data.slettedato : null };
}

function askUnit(ask: Ask, orgNumber: string) {
  return ask<{ kind: 'UNIT'; unit: Unit } | NotThere>({
    asked: { question: 'unit', orgNumber },
    where: '/api/enheter/{orgNumber}',
    request: get(`/api/enheter/${encodeURIComponent(orgNumber)}`),
    read: reply => {
      const missing = notThere(reply);
      if (missing) return missing;
      only(200, reply);
      const unit = shaped(UNIT_OR_DELETED, reply);
      if (unit.organisasjonsnummer !== orgNumber) throw garbage(reply.status);
      return 'slettedato' in unit
        ? { kind: 'REMOVED', removedOn: unit.slettedato }
        : { kind: 'UNIT', unit: toUnit(unit) };
    },
    evidence: result =>
      result.kind === 'UNIT' ? { kind: 'UNIT', ...unitEvidence(result.unit) } : { ...result },
  });
}

/** A sole proprietor's business address is her home. */
const unitEvidence = ({ businessAddress: _, ...unit }: Unit) => unit;
const subUnitEvidence = ({ locationAddress: _, ...subUnit }: SubUnit) => subUnit;

function askSubUnit(ask: Ask, orgNumber: string) {
  return ask<{ kind: 'SUB_UNIT'; subUnit: SubUnit } | NotThere>({
    asked: { question: 'subUnit', orgNumber },
    where: '/api/underenheter/{orgNumber}',
    request: get(`/api/underenheter/${encodeURIComponent(orgNumber)}`),
    read: reply => {
      const missing = notThere(reply);
      if (missing) return missing;
      only(200, reply);
      const subUnit = shaped(SUB_UNIT_OR_DELETED, reply);
      if (subUnit.organisasjonsnummer !== orgNumber) throw garbage(reply.status);
      return 'slettedato' in subUnit
        ? { kind: 'REMOVED', removedOn: subUnit.slettedato }
        : { kind: 'SUB_UNIT', subUnit: toSubUnit(subUnit) };
    },
    evidence: result =>
      result.kind === 'SUB_UNIT' ? { kind: 'SUB_UNIT', ...subUnitEvidence(result.subUnit) } : { ...result },
  });
}

interface SubUnitPage {
  readonly kind: 'SUB_UNITS';
  readonly subUnits: readonly SubUnit[];
  readonly pages: number;
}

/** Page by page; one that does not come leaves the whole question unanswered. */
async function askSubUnits(ask: Ask, orgNumber: string): Promise<SubUnitsAnswer> {
  const subUnits: SubUnit[] = [];
  for (let page = 0; ; page += 1) {
    const answer = await askSubUnitPage(ask, orgNumber, page);
    if (answer.kind === 'UNAVAILABLE') return answer;
    subUnits.push(...answer.subUnits);
    if (page + 1 >= Math.min(answer.pages, SUB_UNIT_PAGES))
      return {
        kind: 'SUB_UNITS',
        subUnits,
        snapshot: { ...answer.snapshot, answered: { kind: 'SUB_UNITS', count: subUnits.length } },
      };
  }
}

function askSubUnitPage(ask: Ask, orgNumber: string, page: number): Promise<Answer<SubUnitPage>> {
  const query = new URLSearchParams({
    overordnetEnhet: orgNumber,
    size: String(SUB_UNITS_PER_PAGE),
    page: String(page),
  });
  return ask<SubUnitPage>({
    asked: { question: 'subUnitsOf', orgNumber },
    where: '/api/underenheter',
    request: get(`/api/underenheter?${query}`),
    read: reply => {
      only(200, reply);
      const { _embedded, page } = shaped(SUB_UNIT_PAGE, reply);
      return {
        kind: 'SUB_UNITS',
        subUnits: (_embedded?.underenheter ?? []).map(toSubUnit),
        pages: page.totalPages,
      };
    },
    evidence: ({ subUnits }) => ({ kind: 'SUB_UNITS', count: subUnits.length }),
  });
}

function askRoles(ask: Ask, api: string, orgNumber: string): Promise<RolesAnswer> {
  return ask<{ kind: 'ROLES'; roles: readonly FirmRole[] } | NotThere>({
    asked: { question: api === 'api' ? 'roles' : 'rolesWithNationalIds', orgNumber },
    where: `/${api}/enheter/{orgNumber}/roller`,
    request: get(`/${api}/enheter/${encodeURIComponent(orgNumber)}/roller`),
    read: reply => {
      const missing = notThere(reply);
      if (missing) return missing;
      only(200, reply);
      const { rollegrupper } = shaped(ROLES, reply);
      return { kind: 'ROLES', roles: rollegrupper.flatMap(({ roller }) => roller.map(toRole)) };
    },
    evidence: result =>
      result.kind === 'ROLES' ? { kind: 'ROLES', roles: result.roles.map(roleEvidence) } : { ...result },
  });
}

/** Who holds it is known by the birth date, as in the open register. */
const roleEvidence = ({ code, person, holderOrgNumber, resigned }: FirmRole): Json => ({
  code,
  birthDate: person?.birthDate,
  holderOrgNumber,
  resigned,
});

function askUpdates(ask: Ask, of: 'enheter' | 'underenheter', from: UpdatesFrom): Promise<UpdatesAnswer> {
  const start: Record<string, string> =
    'since' in from
      ? { dato: from.since.toISOString() }
      : // The register's own is inclusive.
        { oppdateringsid: String(from.afterId + 1) };
  const query = new URLSearchParams({ ...start, size: String(UPDATES_PER_PAGE) });
  return ask({
    asked: { question: of === 'enheter' ? 'unitUpdates' : 'subUnitUpdates', ...start },
    where: `/api/oppdateringer/${of}`,
    request: get(`/api/oppdateringer/${of}?${query}`),
    read: reply => {
      only(200, reply);
      const { _embedded, page } = shaped(UPDATES, reply);
      const updates = (_embedded?.oppdaterteEnheter ?? _embedded?.oppdaterteUnderenheter ?? []).map(toUpdate);
      return { kind: 'UPDATES' as const, updates, more: page.totalElements > updates.length };
    },
    evidence: ({ updates, more }) => ({ kind: 'UPDATES', count: updates.length, more }),
  });
}
