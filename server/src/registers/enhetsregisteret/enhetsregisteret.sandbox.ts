/** Enhetsregisteret as the sandbox plays it: the paths and payloads of data.brreg.no, open and authorised. */
import type { FirmChange, LiveWorld } from '../sandbox/live-world.ts';
import {
  ok,
  type SandboxRegister,
  type SandboxReply,
  type SandboxRequest,
  status,
} from '../sandbox/sandbox-route.ts';
import type { FirmAddress, SandboxFirm, SandboxRole, SandboxSubUnit } from '../sandbox/sandbox-world.ts';

const SCOPE = 'brreg:data:enhetsregisteret:roller:person:oppslag:fnr';
const FIRST_DAY = '2015-01-15';
const LANGUAGES = { nb: 'Bokmål', nn: 'Nynorsk' };

export const enhetsregisteretSandbox: SandboxRegister = {
  scope: ([api]) => (api === 'autorisert-api' ? SCOPE : null),
  answer(world, request) {
    const [api, list, third = '', tail] = request.path;
    if (tail === 'roller') return roles(world, third, api === 'autorisert-api');
    if (api !== 'api' || tail !== undefined) return status(404);
    if (list === 'enheter') return unit(world, third);
    if (list === 'underenheter') return third ? subUnit(world, third) : subUnits(world, request.query);
    if (list === 'oppdateringer') return updates(world, third, request);
    return status(404);
  },
};

const gone = (orgNumber: string, removedOn: string) =>
  status(410, { organisasjonsnummer: orgNumber, slettedato: removedOn });

function unit(world: LiveWorld, orgNumber: string): SandboxReply {
  const firm = world.firm(orgNumber);
  if (!firm) return status(404);
  if (firm.removedOn && firm.removedOn <= world.today) return gone(orgNumber, firm.removedOn);
  return ok(unitBody(orgNumber, firm));
}

function unitBody(orgNumber: string, firm: SandboxFirm) {
  return {
    organisasjonsnummer: orgNumber,
    navn: firm.name,
    organisasjonsform: { kode: firm.form ?? 'AS' },
    registreringsdatoEnhetsregisteret: firm.registeredOn ?? FIRST_DAY,
    registrertIMvaregisteret: firm.inVatRegister ?? true,
    registrertIForetaksregisteret: firm.inCompanyRegister ?? true,
    institusjonellSektorkode: { kode: firm.sectorCode ?? '2100' },
    naeringskode1: firm.industry ? { kode: firm.industry } : undefined,
    antallAnsatte: firm.employees,
    konkurs: firm.bankrupt ?? false,
    underAvvikling: firm.windingUp ?? false,
    underTvangsavviklingEllerTvangsopplosning: firm.forcedWindingUp ?? false,
    forretningsadresse: addressBody(firm.address),
    maalform: LANGUAGES[firm.language ?? 'nb'],
    respons_klasse: 'Enhet',
  };
}

const addressBody = (address: FirmAddress | undefined) =>
  address && {
    land: address.country === 'NO' ? 'Norge' : undefined,
    landkode: address.country ?? undefined,
    postnummer: address.postcode ?? undefined,
    poststed: address.city ?? undefined,
    kommunenummer: address.municipality,
    adresse: address.lines,
  };

function subUnit(world: LiveWorld, orgNumber: string): SandboxReply {
  const found = world.subUnit(orgNumber);
  if (!found) return status(404);
  if (found.removedOn && found.removedOn <= world.today) return gone(orgNumber, found.removedOn);
  return ok(subUnitBody(world, orgNumber, found));
}

function subUnitBody(world: LiveWorld, orgNumber: string, subUnit: SandboxSubUnit) {
  return {
    organisasjonsnummer: orgNumber,
    navn: subUnit.name,
    organisasjonsform: { kode: subUnit.form ?? 'BEDR' },
    registreringsdatoEnhetsregisteret: subUnit.registeredOn ?? FIRST_DAY,
    registrertIMvaregisteret: world.firm(subUnit.mainUnit)?.inVatRegister ?? true,
    antallAnsatte: subUnit.employees,
    overordnetEnhet: subUnit.mainUnit,
    nedleggelsesdato: subUnit.closedOn,
    beliggenhetsadresse: addressBody(subUnit.address),
    respons_klasse: 'Underenhet',
  };
}

function subUnits(world: LiveWorld, query: URLSearchParams): SandboxReply {
  const size = Number(query.get('size') ?? 20);
  const number = Number(query.get('page') ?? 0);
  const all = world.subUnitsOf(query.get('overordnetEnhet') ?? '');
  const underenheter = all.slice(number * size, (number + 1) * size).flatMap(orgNumber => {
    const found = world.subUnit(orgNumber);
    return found && !found.removedOn ? subUnitBody(world, orgNumber, found) : [];
  });
  return ok({
    // Left out when it is empty, as the real one does.
    ...(underenheter.length > 0 ? { _embedded: { underenheter } } : {}),
    page: { size, totalElements: all.length, totalPages: Math.ceil(all.length / size), number },
  });
}

function roles(world: LiveWorld, orgNumber: string, authorised: boolean): SandboxReply {
  const firm = world.firm(orgNumber);
  if (!firm) return status(404);
  if (firm.removedOn && firm.removedOn <= world.today) return gone(orgNumber, firm.removedOn);
  const rollegrupper = (firm.roles ?? []).map(role => ({
    type: { kode: role.code },
    roller: [roleBody(world, role, authorised)],
  }));
  return ok({ rollegrupper });
}

function roleBody(
  world: LiveWorld,
  { code, nationalId = '', orgNumber, resigned }: SandboxRole,
  authorised: boolean,
) {
  const base = { type: { kode: code }, fratraadt: resigned ?? false, avregistrert: false };
  if (orgNumber) return { ...base, enhet: { organisasjonsnummer: orgNumber } };
  const person = world.person(nationalId);
  return {
    ...base,
    person: {
      fodselsdato: person?.birthDate,
      navn: { fornavn: person?.name.first, mellomnavn: person?.name.middle, etternavn: person?.name.last },
      erDoed: person?.status === 'DECEASED',
      ...(authorised ? { fodselsnummer: nationalId } : {}),
    },
  };
}

function updates(world: LiveWorld, of: string, { query }: SandboxRequest): SandboxReply {
  const [name, changes] =
    of === 'underenheter'
      ? (['oppdaterteUnderenheter', world.subUnitChanges] as const)
      : (['oppdaterteEnheter', world.firmChanges] as const);
  const size = Number(query.get('size') ?? 20);
  const fromId = Number(query.get('oppdateringsid') ?? 0);
  const from = query.get('dato') ?? '';
  const due = changes.filter(({ id, at }) => id >= fromId && at >= from);
  const page = due.slice(0, size).map(updateBody);
  return ok({
    ...(page.length > 0 ? { _embedded: { [name]: page } } : {}),
    page: { size, totalElements: due.length, totalPages: Math.ceil(due.length / size), number: 0 },
  });
}

const updateBody = ({ id, orgNumber, at, change }: FirmChange) => ({
  oppdateringsid: id,
  dato: at,
  organisasjonsnummer: orgNumber,
  endringstype: change,
});
