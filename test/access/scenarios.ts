/** Cases in every state there is, seen by one person: his or hers, a colleague's, nobody's, barred, protected, foreign. */
import { STAFF, type StaffName } from '../support/staff.ts';
import type { Caller } from './callers.ts';
import type { NewCase } from './case-rows.ts';
import { colleagueOf, receiverOf, strangerTo } from './rows.ts';

export interface Scenario {
  readonly title: string;
  readonly twist: Twist;
  readonly row: NewCase;
  /** Values the calls need beside the ids of the case. */
  readonly bag: Readonly<Record<string, unknown>>;
}

interface Given {
  readonly caller: Caller;
  readonly staff: Readonly<Record<StaffName, string>>;
  /** Id of a person with address protection. */
  readonly restricted: string;
}

type State = Omit<NewCase, 'organisation' | 'holder' | 'decided'> & { decided?: 'mine' | 'theirs' | 'late' };

const RESERVATIONS = ['mine', 'theirs', 'nobody', 'expired'] as const;
type Reservation = (typeof RESERVATIONS)[number];

const INQUIRIES: readonly State[] = [
  { kind: 'INQUIRY', status: 'OPEN' },
  { kind: 'INQUIRY', status: 'ON_HOLD' },
  { kind: 'INQUIRY', status: 'CLOSED' },
];
/** Worked by the authority; the rules are the same whoever sees one. */
const TIPS: readonly State[] = [
  { kind: 'TIP_INVALID_CARD', status: 'OPEN' },
  { kind: 'TIP_INVALID_CARD', status: 'ON_HOLD' },
  { kind: 'TIP_INVALID_CARD', status: 'CLOSED' },
];
const IMAGES: readonly State[] = [
  { kind: 'IMAGE_REVIEW', status: 'OPEN', images: 'AWAITING_REVIEW' },
  { kind: 'IMAGE_REVIEW', status: 'OPEN', images: 'AWAITING_UPLOAD' },
  { kind: 'IMAGE_REVIEW', status: 'ON_HOLD', images: 'AWAITING_REVIEW' },
  { kind: 'IMAGE_REVIEW', status: 'ON_HOLD', images: 'AWAITING_UPLOAD' },
  { kind: 'IMAGE_REVIEW', status: 'AWAITING_UPLOAD', images: 'AWAITING_UPLOAD' },
  ...(['mine', 'theirs', 'late'] as const).flatMap((decided): State[] => [
    { kind: 'IMAGE_REVIEW', status: 'AWAITING_UPLOAD', images: 'REJECTED', decided },
    { kind: 'IMAGE_REVIEW', status: 'CLOSED', images: 'MET', decided },
  ]),
];

interface Situation {
  readonly state: State;
  readonly reservation: Reservation;
}

/** Every state with every reservation it can have. */
function situations(): Situation[] {
  return [...INQUIRIES, ...TIPS, ...IMAGES].flatMap(state =>
    (state.status === 'CLOSED' ? (['nobody'] as const) : RESERVATIONS).map(reservation => ({
      state,
      reservation,
    })),
  );
}

type Twist = 'plain' | 'barred' | 'protected' | 'about nobody' | 'foreign';
const TWISTS: readonly Twist[] = ['plain', 'barred', 'protected', 'about nobody', 'foreign'];

/** In every situation; what is foreign, and what is about nobody, where it can make a difference. */
function applies(twist: Twist, { state, reservation }: Situation): boolean {
  // A tip is about a card, never about a person.
  if (state.kind === 'TIP_INVALID_CARD' && (twist === 'plain' || twist === 'protected')) return false;
  if (twist === 'about nobody') return state.kind !== 'IMAGE_REVIEW';
  return twist !== 'foreign' || reservation === 'mine' || state.status === 'CLOSED';
}

export function scenarios(given: Given): Scenario[] {
  return situations().flatMap(situation =>
    TWISTS.filter(twist => applies(twist, situation)).map(twist => scenarioOf(given, situation, twist)),
  );
}

const STANDING = { mine: 'live', theirs: 'live', nobody: 'none', expired: 'expired' } as const;

function scenarioOf(given: Given, { state, reservation }: Situation, twist: Twist): Scenario {
  const { caller, staff, restricted } = given;
  const { decided, ...spec } = state;
  const [me, colleague] = [staff[caller], staff[colleagueOf(caller)]];
  const by = decided === 'theirs' ? colleague : me;
  const twisted: Readonly<Record<Twist, Partial<NewCase>>> = {
    plain: {},
    barred: { alsoBarred: me },
    protected: { personId: restricted },
    'about nobody': { personId: null },
    foreign: { organisation: STAFF[strangerTo(caller)].organisation, holder: staff[strangerTo(caller)] },
  };
  return {
    twist,
    title: [state.kind, state.status, state.images, decided, reservation, twist].filter(Boolean).join(' '),
    row: {
      ...spec,
      organisation: STAFF[caller].organisation,
      holder: reservation === 'mine' ? me : colleague,
      reservation: STANDING[reservation],
      decided: decided && { by, open: decided !== 'late' },
      ...twisted[twist],
      ...(state.kind === 'TIP_INVALID_CARD' ? { personId: null } : {}),
    },
    bag: { toStaffId: staff[receiverOf(caller)] },
  };
}
