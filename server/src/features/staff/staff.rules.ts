/** Which roles staff may hold, how long a session lives and how failed sign-ins are slowed down (domain guide section 10, security guide 4.1). */
import { type StaffOrganisationKind, StaffRole } from './staff.enums.ts';

const ROLES_BY_ORGANISATION: Readonly<Record<StaffOrganisationKind, readonly StaffRole[]>> = {
  ISSUER: [StaffRole.AGENT, StaffRole.SENIOR_AGENT, StaffRole.FINANCE, StaffRole.ADMIN],
  AUTHORITY: [StaffRole.CASEWORKER, StaffRole.CASEWORKER_LEAD, StaffRole.AUDITOR, StaffRole.ADMIN],
};

export function rolesOf(kind: StaffOrganisationKind): readonly StaffRole[] {
  return ROLES_BY_ORGANISATION[kind];
}

export type RolesFault = 'ROLES_REQUIRED' | 'ROLES_DUPLICATE' | 'ROLES_WRONG_ORGANISATION';

export function checkRoles(kind: StaffOrganisationKind, roles: readonly StaffRole[]): RolesFault | null {
  if (roles.length === 0) return 'ROLES_REQUIRED';
  if (new Set(roles).size < roles.length) return 'ROLES_DUPLICATE';
  return roles.every(role => rolesOf(kind).includes(role)) ? null : 'ROLES_WRONG_ORGANISATION';
}

export interface Rights {
  readonly roles: readonly StaffRole[];
  readonly active: boolean;
}

export interface RightsChange {
  /** What holds at once: never more than there was. */
  readonly now: { roles: StaffRole[]; active: boolean };
  /** What somebody else must approve; null when nothing is given. */
  readonly proposed: { roles: StaffRole[]; activates: boolean } | null;
}

/** Taking away holds at once; giving waits for a second administrator (docs/decisions/0100). Whoever is let in again gets all her roles anew. */
export function splitRights(held: Rights, wanted: Rights): RightsChange {
  const kept = held.roles.filter(role => wanted.roles.includes(role));
  const activates = wanted.active && !held.active;
  const added = wanted.roles.filter(role => activates || !held.roles.includes(role));
  return {
    now: { roles: kept, active: wanted.active && held.active },
    proposed: added.length > 0 ? { roles: added, activates } : null,
  };
}

/** First letter of the first and of the last name: 'Tuva Marie Myhre' is TM. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const chosen = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return chosen
    .map(word => [...(word ?? '')][0] ?? '')
    .join('')
    .toLocaleUpperCase('nb');
}

export interface SessionFacts {
  createdAt: Date;
  seenAt: Date;
  now: Date;
  idleMinutes: number;
  absoluteHours: number;
}

/** IDLE: nothing was done for too long. EXPIRED: a new day's sign-in is due, however busy it has been. */
export function sessionState(facts: SessionFacts): 'LIVE' | 'IDLE' | 'EXPIRED' {
  if (facts.now >= sessionEndsAt(facts.createdAt, facts.absoluteHours)) return 'EXPIRED';
  const idleMs = facts.now.getTime() - facts.seenAt.getTime();
  return idleMs >= facts.idleMinutes * 60_000 ? 'IDLE' : 'LIVE';
}

export function sessionEndsAt(createdAt: Date, absoluteHours: number): Date {
  return new Date(createdAt.getTime() + absoluteHours * 3_600_000);
}

// The caller forgets failures when none has come for this long, so no wait may be longer.
const THROTTLE_WINDOW_SECONDS = 15 * 60;
const FIRST_WAIT_SECONDS = 30;
const FREE_FAILURES = { account: 5, address: 20 } as const;

export interface ThrottleFacts {
  kind: 'account' | 'address';
  /** Failed sign-ins in a row, the newest of them at `lastAt`. */
  failures: number;
  lastAt: Date;
  now: Date;
}

/** From the fifth failure for an account, or the twentieth from an address, the wait is 30 s and doubles with each, up to 15 minutes. */
export function throttleState({ kind, failures, lastAt, now }: ThrottleFacts): { waitSeconds: number } {
  if (failures < FREE_FAILURES[kind]) return { waitSeconds: 0 };
  const doublings = failures - FREE_FAILURES[kind];
  const wait = Math.min(FIRST_WAIT_SECONDS * 2 ** doublings, THROTTLE_WINDOW_SECONDS);
  const passed = (now.getTime() - lastAt.getTime()) / 1000;
  return { waitSeconds: Math.max(0, Math.ceil(wait - passed)) };
}

const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 200;
const FEWEST_CHARACTERS = 5;
/** What everybody tries first in this house. */
const GUESSED_FIRST =
  /^(passord|password|qwerty|hms-?kort|arbeidstilsynet|kortservice|sommer|vinter|velkommen)[\d!.\-_ ]*$/;

export interface NewPassword {
  newPassword: string;
  oldPassword: string;
  email: string;
  /** The person's. */
  name: string;
}

/** Shorter words are found by chance in many a good password. */
const SHORTEST_WORD = 4;

/** Long rather than complicated (NIST SP 800-63B 3.1.1.2): no demands on kinds of characters, no forced change by the calendar. */
export function newPasswordFault({ newPassword, oldPassword, email, name }: NewPassword): string | null {
  const length = [...newPassword].length;
  if (length < SHORTEST_PASSWORD) return 'PASSWORD_TOO_SHORT';
  if (length > LONGEST_PASSWORD) return 'PASSWORD_TOO_LONG';
  if (newPassword === oldPassword) return 'PASSWORD_SAME';
  const plain = newPassword.toLowerCase();
  const [account = ''] = email.toLowerCase().split('@');
  const own = [account, ...account.split(/[._+-]/), ...name.toLowerCase().split(/\s+/)];
  const guessable =
    GUESSED_FIRST.test(plain) ||
    new Set(plain).size < FEWEST_CHARACTERS ||
    own.some(word => word.length >= SHORTEST_WORD && plain.includes(word)) ||
    '0123456789012345678901234567890'.includes(plain);
  return guessable ? 'PASSWORD_GUESSABLE' : null;
}
