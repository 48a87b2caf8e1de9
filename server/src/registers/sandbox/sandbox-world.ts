/** All that the register sandbox knows, as one JSON file: written by the seeds for the demo, by hand for a test. Only synthetic numbers belong here. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Period } from '../answer.ts';
import type {
  AddressProtection,
  Guardian,
  PersonAddress,
  PersonName,
  PersonStatus,
} from '../folkeregisteret/folkeregisteret.ts';

export interface SandboxWorld {
  /** Main units, by organisation number. */
  readonly firms: Record<string, SandboxFirm>;
  /** By organisation number of the sub-unit. */
  readonly subUnits: Record<string, SandboxSubUnit>;
  /** By national ID number. */
  readonly persons: Record<string, SandboxPerson>;
}

export interface SandboxFirm {
  readonly name: string;
  /** Default AS. */
  readonly form?: string;
  readonly registeredOn?: LocalDate;
  /** Default true, both. */
  readonly inVatRegister?: boolean;
  readonly inCompanyRegister?: boolean;
  readonly sectorCode?: string;
  readonly industry?: string;
  readonly employees?: number;
  readonly bankrupt?: boolean;
  readonly windingUp?: boolean;
  readonly forcedWindingUp?: boolean;
  readonly address?: FirmAddress;
  readonly language?: 'nb' | 'nn';
  /** 410 from this day on. */
  readonly removedOn?: LocalDate;
  readonly roles?: readonly SandboxRole[];
  /** Default true: has a digital mailbox. */
  readonly mailbox?: boolean;
  /** Default: receives EHF and says so. SLOW never says, REFUSES sends it back. */
  readonly ehf?: 'NOT_A_RECEIVER' | 'SLOW' | 'REFUSES';
}

/** With the number of the municipality. */
export type FirmAddress = PersonAddress & { readonly municipality?: string };

export interface SandboxRole {
  readonly code: string;
  /** Of a person in `persons`, or of a firm that holds the role. */
  readonly nationalId?: string;
  readonly orgNumber?: string;
  readonly resigned?: boolean;
}

export interface SandboxSubUnit {
  readonly name: string;
  readonly mainUnit: string;
  /** Default BEDR. */
  readonly form?: string;
  readonly registeredOn?: LocalDate;
  readonly employees?: number;
  readonly address?: FirmAddress;
  readonly closedOn?: LocalDate;
  readonly removedOn?: LocalDate;
}

export interface SandboxPerson {
  /** Default ACTIVE. */
  readonly status?: PersonStatus;
  readonly name: PersonName;
  readonly birthDate?: LocalDate;
  readonly gender?: 'WOMAN' | 'MAN';
  /** Default NOR. */
  readonly citizenships?: readonly string[];
  /** Default NONE. */
  readonly protection?: AddressProtection;
  readonly address?: PersonAddress;
  readonly guardian?: Guardian;
  readonly married?: boolean;
  /** National ID number. */
  readonly spouse?: string;
  readonly replacedBy?: string;
  /** Aa-registeret. */
  readonly employments?: readonly SandboxEmployment[];
  /** OAR: by organisation number of the firm they were posted by. */
  readonly assignments?: Readonly<Record<string, readonly Period[]>>;
  /** UDI; default UNKNOWN. */
  readonly workAccess?: 'YES' | 'NO' | 'UNKNOWN';
  readonly workAccessTo?: LocalDate;
  /** Default true: has a digital mailbox. */
  readonly mailbox?: boolean;
}

export interface SandboxEmployment {
  readonly subUnit: string;
  readonly start: LocalDate;
  readonly end?: LocalDate;
  /** Default ordinaertArbeidsforhold. */
  readonly type?: string;
}

/** A letter as its owner finds it. */
export interface SandboxLetter {
  readonly reference: string;
  /** National ID or organisation number. */
  readonly to: string;
  readonly title: string;
  /** Base64. */
  readonly pdf: string;
}

/** An EHF as its receiver finds it. */
export interface SandboxEhf {
  readonly messageId: string;
  /** Organisation number. */
  readonly to: string;
  readonly xml: string;
}
