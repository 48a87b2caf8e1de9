/** Who a person is, for the person check, the name on the card and caller verification. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Answer, PersonKey } from '../answer.ts';

/** CODE_6: strictly confidential address; CODE_7: confidential address. */
export type AddressProtection = 'NONE' | 'CODE_6' | 'CODE_7';

/** UNKNOWN: the number is there, its status is not told. An inactive D-number is INACTIVE (R20). */
export type PersonStatus = 'ACTIVE' | 'INACTIVE' | 'DECEASED' | 'UNKNOWN';

export interface PersonName {
  readonly first: string;
  readonly middle: string | null;
  readonly last: string;
}

export interface PersonAddress {
  readonly lines: readonly string[];
  readonly postcode: string | null;
  readonly city: string | null;
  /** Two letters. */
  readonly country: string | null;
}

/** Who acts for a person under guardianship. */
export interface Guardian {
  readonly name: string;
  readonly nationalId: string | null;
  /** As the register says what it covers. */
  readonly scope: string | null;
}

export interface RegisteredPerson {
  readonly status: PersonStatus;
  readonly name: PersonName;
  /** Never read from the number [pid]; null when the register has none. */
  readonly birthDate: LocalDate | null;
  readonly gender: 'WOMAN' | 'MAN' | null;
  /** Three letters each, NOR for Norway; XXX for none. */
  readonly citizenships: readonly string[];
  readonly protection: AddressProtection;
  /** Null for protected persons, whatever the register sends. */
  readonly address: PersonAddress | null;
  readonly guardian: Guardian | null;
  /** Null: not told. */
  readonly married: boolean | null;
  /** National ID number; null when there is none, or it is not told. */
  readonly spouse: string | null;
  /** Another number replaced the one asked about, as when a D-number becomes a birth number. */
  readonly replacedBy: string | null;
}

/** UNKNOWN: no such number. */
export type PersonAnswer = Answer<
  { readonly kind: 'PERSON'; readonly person: RegisteredPerson } | { readonly kind: 'UNKNOWN' }
>;

export interface Folkeregisteret {
  person(person: PersonKey): Promise<PersonAnswer>;
}
