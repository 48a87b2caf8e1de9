export type Language = 'nb' | 'nn' | 'en';

export const REGISTERS = ['CLEANING_APPROVAL', 'CAR_CARE_APPROVAL', 'STAFFING'] as const;
export type Register = (typeof REGISTERS)[number];

export type Status =
  | 'APPLICATION_IN_PROGRESS'
  | 'CARD_ORDER_IN_PROGRESS'
  | 'APPROVED_WITH_EMPLOYEES'
  | 'APPROVED_WITHOUT_EMPLOYEES'
  | 'APPROVED'
  | 'NOT_APPROVED';

export type FirmStatus = 'ACTIVE' | 'BANKRUPT' | 'WINDING_UP' | 'REMOVED' | 'UNKNOWN';

export interface Firm {
  readonly orgNumber: string;
  readonly name: string;
  readonly place: string | null;
  readonly firmStatus: FirmStatus;
}

export interface Approval {
  readonly register: Register;
  readonly status: Status;
  readonly since: string;
  readonly validTo: string | null;
  readonly lawfulToBuy: boolean;
}

export interface FirmAnswer {
  readonly orgNumber: string;
  readonly firm: Firm | null;
  readonly registers: readonly Approval[];
}

export type Entry = Firm & Approval;

export interface FirmsAnswer {
  readonly firms: readonly Entry[];
  readonly next: string | null;
}

/** An answer, and when the desk gave it. */
export interface Told<T> {
  readonly answer: T;
  readonly at: Date;
}

/** Why there is no answer. */
export type Failure = 'OFFLINE' | 'TOO_MANY' | 'QUESTION';
