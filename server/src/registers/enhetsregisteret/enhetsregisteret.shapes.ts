/** What Enhetsregisteret's JSON must hold, and what it says in our words (data.brreg.no/enhetsregisteret/api/dokumentasjon). */
import { z } from 'zod';
import { date, maybe, nationalId, orgNumber } from '../shapes.ts';
import type { FirmRole, RegisterAddress, SubUnit, Unit, UnitUpdate } from './enhetsregisteret.ts';

const code = z.object({ kode: z.string() });

const ADDRESS = z.object({
  adresse: maybe(z.array(z.string().nullable())),
  postnummer: maybe(z.string()),
  poststed: maybe(z.string()),
  kommune: maybe(z.string()),
  kommunenummer: maybe(z.string()),
  landkode: maybe(z.string()),
});

const REGISTERED = z.object({
  organisasjonsnummer: orgNumber,
  navn: z.string(),
  organisasjonsform: code,
  registreringsdatoEnhetsregisteret: maybe(date),
  // Never guessed: a firm is not outside the VAT register because a field is missing.
  registrertIMvaregisteret: z.boolean(),
  antallAnsatte: maybe(z.int()),
  naeringskode1: maybe(code),
});

const UNIT = REGISTERED.extend({
  registrertIForetaksregisteret: z.boolean(),
  institusjonellSektorkode: maybe(code),
  konkurs: z.boolean(),
  underAvvikling: z.boolean(),
  underTvangsavviklingEllerTvangsopplosning: z.boolean(),
  forretningsadresse: maybe(ADDRESS),
  maalform: maybe(z.string()),
});

const SUB_UNIT = REGISTERED.extend({
  overordnetEnhet: maybe(orgNumber),
  nedleggelsesdato: maybe(date),
  beliggenhetsadresse: maybe(ADDRESS),
});

/** A deleted one keeps little more than its number. */
const DELETED = z.object({ organisasjonsnummer: orgNumber, slettedato: date });

export const UNIT_OR_DELETED = z.union([DELETED, UNIT]);
export const SUB_UNIT_OR_DELETED = z.union([DELETED, SUB_UNIT]);
/** The day stands in the body of 410. */
export const GONE = z.object({ slettedato: maybe(date) });

export const SUB_UNIT_PAGE = z.object({
  _embedded: maybe(z.object({ underenheter: z.array(SUB_UNIT) })),
  page: z.object({ totalPages: z.int() }),
});

const PERSON = z.object({
  fodselsdato: maybe(date),
  navn: z.object({ fornavn: maybe(z.string()), mellomnavn: maybe(z.string()), etternavn: maybe(z.string()) }),
  erDoed: maybe(z.boolean()),
  fodselsnummer: maybe(nationalId),
});

const ROLE = z.object({
  type: code,
  person: maybe(PERSON),
  enhet: maybe(z.object({ organisasjonsnummer: orgNumber })),
  fratraadt: maybe(z.boolean()),
  avregistrert: maybe(z.boolean()),
});

export const ROLES = z.object({ rollegrupper: z.array(z.object({ roller: z.array(ROLE) })) });

const UPDATE = z.object({
  oppdateringsid: z.int(),
  dato: z.iso.datetime({ offset: true }),
  organisasjonsnummer: orgNumber,
  endringstype: z.string(),
});

export const UPDATES = z.object({
  _embedded: maybe(
    z.object({
      oppdaterteEnheter: maybe(z.array(UPDATE)),
      oppdaterteUnderenheter: maybe(z.array(UPDATE)),
    }),
  ),
  page: z.object({ totalElements: z.int() }),
});

export function toAddress(address: z.output<typeof ADDRESS> | null): RegisterAddress | null {
  if (!address) return null;
  const { adresse, postnummer, poststed, kommune, kommunenummer, landkode } = address;
  return {
    lines: (adresse ?? []).flatMap(line => line || []),
    postcode: postnummer,
    city: poststed,
    municipality: kommunenummer,
    municipalityName: kommune,
    country: landkode,
  };
}

const toRegistered = (from: z.output<typeof REGISTERED>) => ({
  orgNumber: from.organisasjonsnummer,
  name: from.navn,
  form: from.organisasjonsform.kode,
  registeredOn: from.registreringsdatoEnhetsregisteret,
  inVatRegister: from.registrertIMvaregisteret,
  employees: from.antallAnsatte,
  industry: from.naeringskode1?.kode ?? null,
});

const LANGUAGES: Readonly<Record<string, 'nb' | 'nn'>> = { Bokmål: 'nb', Nynorsk: 'nn' };

export function toUnit(from: z.output<typeof UNIT>): Unit {
  return {
    ...toRegistered(from),
    inCompanyRegister: from.registrertIForetaksregisteret,
    sectorCode: from.institusjonellSektorkode?.kode ?? null,
    bankrupt: from.konkurs,
    windingUp: from.underAvvikling,
    forcedWindingUp: from.underTvangsavviklingEllerTvangsopplosning,
    businessAddress: toAddress(from.forretningsadresse),
    language: LANGUAGES[from.maalform ?? ''] ?? null,
  };
}

export function toSubUnit(from: z.output<typeof SUB_UNIT>): SubUnit {
  return {
    ...toRegistered(from),
    mainOrgNumber: from.overordnetEnhet,
    closedOn: from.nedleggelsesdato,
    locationAddress: toAddress(from.beliggenhetsadresse),
  };
}

export function toRole({ type, person, enhet, fratraadt, avregistrert }: z.output<typeof ROLE>): FirmRole {
  return {
    code: type.kode,
    person: person && {
      name: [person.navn.fornavn, person.navn.mellomnavn, person.navn.etternavn].filter(Boolean).join(' '),
      birthDate: person.fodselsdato,
      deceased: person.erDoed ?? false,
      nationalId: person.fodselsnummer,
    },
    holderOrgNumber: enhet?.organisasjonsnummer ?? null,
    resigned: (fratraadt ?? false) || (avregistrert ?? false),
  };
}

const CHANGES: Readonly<Record<string, UnitUpdate['change']>> = {
  Ny: 'NEW',
  Endring: 'CHANGED',
  Sletting: 'DELETED',
  Fjernet: 'REMOVED',
};

export const toUpdate = (from: z.output<typeof UPDATE>): UnitUpdate => ({
  updateId: from.oppdateringsid,
  orgNumber: from.organisasjonsnummer,
  at: from.dato,
  change: CHANGES[from.endringstype] ?? 'UNKNOWN',
});
