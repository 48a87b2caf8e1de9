/** Which registers decide about a card of each scheme, and for whom they answer: the matrix of domain guide section 6, as data. */
import { Scheme } from '../order/order.enums.ts';
import { Register } from './register-check.enums.ts';

/** Whom the question is about. */
export const SUBJECT = {
  ENHETSREGISTERET: 'FIRM',
  FORETAKSREGISTERET: 'FIRM',
  MVA: 'FIRM',
  FOLKEREGISTERET: 'PERSON',
  AA: 'PERSON',
  OAR: 'PERSON',
  UDI: 'PERSON',
  CLEANING_APPROVAL: 'FIRM',
  CAR_CARE_APPROVAL: 'FIRM',
  STAFFING: 'FIRM',
} as const satisfies Record<Register, 'FIRM' | 'PERSON'>;

/**
 * When a cell counts. UNLESS_POSTED and IF_POSTED are known when the order is placed; the others are seen from what the
 * registers say, and make the check NOT_APPLICABLE.
 */
export type Condition =
  | 'ALWAYS'
  | 'IF_DUTY'
  | 'UNLESS_POSTED'
  | 'IF_POSTED'
  | 'IF_NON_EEA'
  | 'IF_AGENCY'
  | null;

const EVERYWHERE = {
  ENHETSREGISTERET: 'ALWAYS',
  FORETAKSREGISTERET: 'IF_DUTY',
  MVA: 'ALWAYS',
  FOLKEREGISTERET: 'ALWAYS',
  // The proprietor of an ENK is nobody's employee: his role INNH counts instead (employment.rules.ts).
  AA: 'UNLESS_POSTED',
  OAR: 'IF_POSTED',
  // [000] has it for cleaning only; [004] section 2-1 makes it a condition in transport too; car care is assumed.
  UDI: 'IF_NON_EEA',
  CLEANING_APPROVAL: null,
  CAR_CARE_APPROVAL: null,
  STAFFING: 'IF_AGENCY',
} as const satisfies Record<Register, Condition>;

/** [AT-§][000][003][004]. Null: the register has no say in this scheme. */
export const MATRIX: Readonly<Record<Scheme, Readonly<Record<Register, Condition>>>> = {
  CONSTRUCTION: { ...EVERYWHERE, FORETAKSREGISTERET: null, UDI: null },
  CLEANING: { ...EVERYWHERE, CLEANING_APPROVAL: 'ALWAYS' },
  CAR_CARE: { ...EVERYWHERE, CAR_CARE_APPROVAL: 'ALWAYS' },
  GOODS_TRANSPORT: EVERYWHERE,
};

export interface Worker {
  /** In OAR instead of Aa. */
  readonly postedWorker: boolean;
  /** The setting of this name: sources clash about UDI, so that the rules of the day may have it otherwise. */
  readonly workAccessChecked: boolean;
}

/** The registers an order line of this scheme is checked against, in the order they are shown: one `register_check` each. */
export function registersOf(scheme: Scheme, { postedWorker, workAccessChecked }: Worker): Register[] {
  return Object.values(Register).filter(register => {
    if (register === 'UDI') return workAccessChecked;
    const condition = MATRIX[scheme][register];
    if (condition === 'IF_POSTED') return postedWorker;
    if (condition === 'UNLESS_POSTED') return !postedWorker;
    return condition !== null;
  });
}

/** The register whose answer the clock waits for (R3): firms that clean or care for cars need an approval. */
export const APPROVAL_OF: Readonly<Record<Scheme, Register | null>> = {
  [Scheme.CONSTRUCTION]: null,
  [Scheme.CLEANING]: Register.CLEANING_APPROVAL,
  [Scheme.CAR_CARE]: Register.CAR_CARE_APPROVAL,
  [Scheme.GOODS_TRANSPORT]: null,
};
