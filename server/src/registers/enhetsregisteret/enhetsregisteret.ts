/**
 * What firms there are and who acts for them, for orders and the firm checks [brreg].
 * Foretaksregisteret and Mva-registeret have no port of their own: the questions of domain section 6 ("registered there?") are answered
 * by `inCompanyRegister` and `inVatRegister` of the same answer.
 */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Answer } from '../answer.ts';

export interface RegisterAddress {
  readonly lines: readonly string[];
  readonly postcode: string | null;
  readonly city: string | null;
  /** Four digits: 0301 is Oslo, 2100 Svalbard. */
  readonly municipality: string | null;
  readonly municipalityName: string | null;
  /** Two letters, NO for Norway. */
  readonly country: string | null;
}

interface Registered {
  readonly orgNumber: string;
  readonly name: string;
  /** organisasjonsform: AS, ENK, NUF, KF … for units, BEDR or AAFY for sub-units. */
  readonly form: string;
  readonly registeredOn: LocalDate | null;
  readonly inVatRegister: boolean;
  readonly employees: number | null;
  /** næringskode 1, such as 81.210. */
  readonly industry: string | null;
}

/** Main unit (hovedenhet). */
export interface Unit extends Registered {
  /** Answers for Foretaksregisteret. */
  readonly inCompanyRegister: boolean;
  readonly sectorCode: string | null;
  readonly bankrupt: boolean;
  readonly windingUp: boolean;
  /** Forced winding-up or dissolution. */
  readonly forcedWindingUp: boolean;
  readonly businessAddress: RegisterAddress | null;
  /** Written form of Norwegian: nb, nn, or not told. */
  readonly language: 'nb' | 'nn' | null;
}

export interface SubUnit extends Registered {
  readonly mainOrgNumber: string | null;
  /** Closed down; the number stays. */
  readonly closedOn: LocalDate | null;
  readonly locationAddress: RegisterAddress | null;
}

/** 404: no such number. 410, or deleted: there was one. */
export type NotThere =
  | { readonly kind: 'UNKNOWN' }
  | { readonly kind: 'REMOVED'; readonly removedOn: LocalDate | null };

export interface FirmRole {
  /** DAGL, LEDE, INNH … domain section 6. */
  readonly code: string;
  /** Null when a firm holds it, as accountants do. */
  readonly person: RoleHolder | null;
  readonly holderOrgNumber: string | null;
  readonly resigned: boolean;
}

export interface RoleHolder {
  readonly name: string;
  readonly birthDate: LocalDate | null;
  readonly deceased: boolean;
  /** From the authorised API only. */
  readonly nationalId: string | null;
}

export interface UnitUpdate {
  readonly updateId: number;
  readonly orgNumber: string;
  /** ISO instant. */
  readonly at: string;
  readonly change: 'NEW' | 'CHANGED' | 'DELETED' | 'REMOVED' | 'UNKNOWN';
}

/** `afterId` goes on where the last page ended; `since` begins at a day. */
export type UpdatesFrom = { readonly since: Date } | { readonly afterId: number };

export type UnitAnswer = Answer<{ readonly kind: 'UNIT'; readonly unit: Unit } | NotThere>;
export type SubUnitAnswer = Answer<{ readonly kind: 'SUB_UNIT'; readonly subUnit: SubUnit } | NotThere>;
export type SubUnitsAnswer = Answer<{ readonly kind: 'SUB_UNITS'; readonly subUnits: readonly SubUnit[] }>;
export type RolesAnswer = Answer<{ readonly kind: 'ROLES'; readonly roles: readonly FirmRole[] } | NotThere>;
/** `more`: ask again after the last one. */
export type UpdatesAnswer = Answer<{
  readonly kind: 'UPDATES';
  readonly updates: readonly UnitUpdate[];
  readonly more: boolean;
}>;

export interface Enhetsregisteret {
  unit(orgNumber: string): Promise<UnitAnswer>;
  subUnit(orgNumber: string): Promise<SubUnitAnswer>;
  subUnitsOf(mainOrgNumber: string): Promise<SubUnitsAnswer>;
  /** From the open API: names and birth dates. */
  roles(orgNumber: string): Promise<RolesAnswer>;
  /** From the authorised API: national ID numbers too. */
  rolesWithNationalIds(orgNumber: string): Promise<RolesAnswer>;
  unitUpdates(from: UpdatesFrom): Promise<UpdatesAnswer>;
  subUnitUpdates(from: UpdatesFrom): Promise<UpdatesAnswer>;
}
