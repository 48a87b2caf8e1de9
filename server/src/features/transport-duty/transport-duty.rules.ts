/**
 * Whether a worker in goods transport needs a card, for whoever is asked on the phone: a table of which the first row that
 * applies decides (domain section 5, "Transport 2026" [004]; weights and the staged exemption are rules with a date).
 */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Settings } from '../setting/setting.rules.ts';
import type {
  CardOrderer,
  TransportDutyRow,
  TransportGoods,
  TransportRelation,
  TransportTask,
} from './transport-duty.enums.ts';

export interface DutyFacts {
  readonly on: LocalDate;
  readonly task: TransportTask;
  readonly relation: TransportRelation;
  readonly goods: TransportGoods;
  /** Own goods are outside only when all three hold. */
  readonly own: {
    /** Transport only helps the firm's main activity. */
    readonly auxiliary: boolean;
    /** Own staff, the owner, or people hired in for the core work; not hired only to drive. */
    readonly people: boolean;
    /** The vehicle is owned, leased or rented by the firm. */
    readonly vehicle: boolean;
  };
  readonly electric: boolean;
  /** Permitted total weight, as the registration card says. */
  readonly totalKg: number;
  /** Holds a card of another scheme for the same employer. */
  readonly otherCard: boolean;
}

export type DutySettings = Pick<
  Settings,
  'transportMaxKg' | 'transportMaxElectricKg' | 'postedExemptOverKg' | 'postedExemptElectricOnly'
>;

interface Row {
  readonly id: TransportDutyRow;
  readonly needed: boolean;
  readonly applies: (facts: DutyFacts, rules: DutySettings) => boolean;
}

/** The regulation of 20 June 2025 came into force. */
const IN_FORCE: LocalDate = '2026-01-01';

export const DUTY_TABLE: readonly Row[] = [
  { id: 'NOT_IN_FORCE', needed: false, applies: ({ on }) => on < IN_FORCE },
  { id: 'NOT_IN_THE_CAR', needed: false, applies: ({ task }) => task === 'OFFICE_OR_WAREHOUSE' },
  { id: 'VOLUNTEER', needed: false, applies: ({ relation }) => relation === 'VOLUNTEER' },
  {
    id: 'TOO_HEAVY',
    needed: false,
    applies: ({ electric, totalKg }, rules) =>
      totalKg > (electric ? rules.transportMaxElectricKg : rules.transportMaxKg),
  },
  { id: 'UNPAID', needed: false, applies: ({ goods }) => goods === 'OTHERS_UNPAID' },
  {
    id: 'OWN_GOODS',
    needed: false,
    applies: ({ goods, own }) => goods === 'OWN' && own.auxiliary && own.people && own.vehicle,
  },
  { id: 'OTHER_CARD', needed: false, applies: ({ otherCard }) => otherCard },
  {
    id: 'POSTED_EXEMPT',
    needed: false,
    applies: ({ relation, electric, totalKg }, rules) =>
      relation === 'POSTED' &&
      totalKg > rules.postedExemptOverKg &&
      (electric || !rules.postedExemptElectricOnly),
  },
  { id: 'DUTY', needed: true, applies: () => true },
];

export interface Duty {
  readonly needed: boolean;
  readonly decidedBy: TransportDutyRow;
  /** Every row as it was looked at: those after the deciding one too, as they may apply as well. */
  readonly rows: readonly { readonly id: TransportDutyRow; readonly applies: boolean }[];
  /** Null when no card is needed. */
  readonly orderer: CardOrderer | null;
}

export function transportDuty(facts: DutyFacts, rules: DutySettings): Duty {
  const looked = DUTY_TABLE.map(row => ({ ...row, applies: row.applies(facts, rules) }));
  // The last row always applies.
  const { id, needed } = looked.find(({ applies }) => applies) as (typeof looked)[number];
  const outside = looked.some(row => row.applies && !row.needed);
  const rows = looked.map(row => ({ id: row.id, applies: row.needed ? !outside : row.applies }));
  return { needed, decidedBy: id, rows, orderer: needed ? ordererFor(facts.relation) : null };
}

/** For freelancers the principal registers the work and orders; for people hired in, whoever hires them out. */
function ordererFor(relation: TransportRelation): CardOrderer {
  if (relation === 'FREELANCER') return 'PRINCIPAL';
  return relation === 'HIRED_IN' ? 'HIRER_OUT' : 'EMPLOYER';
}
