/** Whether somebody on the phone is who she says she is, and may be told about this person or firm: for the agent who has the call (domain guide, section 9). */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { CallerCapacity, CallOutcome, PowerScope } from './caller.enums.ts';

/** As the caller says them; kept nowhere. */
export interface Claim {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
}

/** What Folkeregisteret has about the number the caller gave. */
export interface Registered {
  readonly name: { readonly first: string; readonly middle: string | null; readonly last: string };
  readonly birthDate: LocalDate | null;
  readonly deceased: boolean;
  /** Null when it may not be told, as for protected persons: then nothing matches it. */
  readonly address: { readonly lines: readonly string[]; readonly postcode: string | null } | null;
}

/** All that is kept of what the caller said. */
export interface Matches {
  readonly number: boolean;
  readonly name: boolean;
  readonly address: boolean;
}

const MARKS = /\p{M}/gu;
const NORDIC: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ß: 'ss',
};

/** As it sounds: without case, accents, punctuation. "Sæther-Ødegård" and "saether odegard" are one. */
function tokens(text: string): string[] {
  const plain = text.toLowerCase().normalize('NFKD').replaceAll(MARKS, '');
  return plain
    .replaceAll(/[æøåðþłß]/g, letter => NORDIC[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(token => token !== '');
}

/** Whether `part` is in `whole`, in order; what lies between may be left out. */
function inOrder(part: readonly string[], whole: readonly string[]): boolean {
  let at = 0;
  for (const token of whole) if (token === part[at]) at += 1;
  return at === part.length;
}

/** First name and whole last name must be said; middle names may be left out, nothing may be added. */
export function nameMatches(said: string, { first, middle, last }: Registered['name']): boolean {
  const typed = tokens(said);
  const [firsts, lasts] = [tokens(first), tokens(last)];
  const begins = firsts.length > 0 && typed[0] === firsts[0];
  const ends = typed.slice(-lasts.length).join(' ') === lasts.join(' ') && typed.length > lasts.length;
  return begins && ends && inOrder(typed, [...firsts, ...tokens(middle ?? ''), ...lasts]);
}

const SHORT: Readonly<Record<string, string>> = {
  gt: 'gate',
  gata: 'gate',
  vn: 'veien',
  vei: 'veien',
  veg: 'veien',
  vegen: 'veien',
};
const ENDING = /(gt|gata|vn|vegen|veg|vei)$/;

/** "Storgt. 12 B" and "Storgata 12b" are one; the number and its letter are not left out. */
function street(line: string): string {
  return tokens(line)
    .map(token => token.replace(ENDING, end => SHORT[end] ?? end))
    .join('');
}

/** The registered address; never a former one, nor where she says she lives. */
export function addressMatches({ street: said, postcode }: Claim, address: Registered['address']): boolean {
  if (!address?.postcode || postcode.trim() !== address.postcode) return false;
  const wanted = street(said);
  return wanted !== '' && address.lines.some(line => street(line) === wanted);
}

export function matchesOf(claim: Claim, registered: Registered | null): Matches {
  if (!registered) return { number: false, name: false, address: false };
  return {
    number: true,
    name: nameMatches(claim.name, registered.name),
    address: addressMatches(claim, registered.address),
  };
}

/** A written power of attorney as it was registered. */
export interface Power {
  readonly holderName: string;
  readonly holderBirthDate: LocalDate;
  readonly scope: PowerScope;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
  readonly withdrawn: boolean;
}

/** Both days count in full (Europe/Oslo). */
export type PowerState = 'COMING' | 'HOLDS' | 'EXPIRED' | 'WITHDRAWN';

export function powerState(
  { fromOn, toOn, withdrawn }: Pick<Power, 'fromOn' | 'toOn' | 'withdrawn'>,
  day: LocalDate,
): PowerState {
  if (withdrawn) return 'WITHDRAWN';
  if (day < fromOn) return 'COMING';
  return day > toOn ? 'EXPIRED' : 'HOLDS';
}

/** What a call may be used for. */
export type CallPurpose = 'STATUS' | 'CARDS';

/** Wider than what is asked for: the agent is told, and keeps to what is asked. */
export const isWider = (scope: PowerScope): boolean => scope === 'ALL';
export const powerCovers = (scope: PowerScope, purpose: CallPurpose): boolean =>
  scope === 'ALL' || scope === 'CARDS' || purpose === 'STATUS';

export interface CallFacts {
  readonly claim: Claim;
  readonly registered: Registered | null;
  readonly capacity: CallerCapacity;
  readonly day: LocalDate;
  /** SELF: she is the person concerned, or nobody else was named. */
  readonly isConcerned: boolean;
  /** FIRM: by the rule of who may order. */
  readonly mayOrder: boolean;
  /** GUARDIAN: Folkeregisteret names this number as the guardian of the person concerned. */
  readonly isGuardian: boolean;
  readonly power: Power | null;
}

export type CallFault =
  | 'MISMATCH'
  | 'DECEASED'
  | 'NOT_THE_PERSON'
  | 'NO_AUTHORITY'
  | 'NOT_GUARDIAN'
  | 'POWER_NOT_BEGUN'
  | 'POWER_EXPIRED'
  | 'POWER_WITHDRAWN'
  | 'POWER_OF_ANOTHER';

export interface CallJudgement {
  readonly matches: Matches;
  readonly outcome: Exclude<CallOutcome, 'NO_ANSWER'>;
  /** For the log; never told to whoever calls, nor to the agent. */
  readonly fault: CallFault | null;
}

/**
 * Number, name and registered address must all match; only the person concerned may call, else her registered guardian, the holder
 * of a written power of attorney that holds, or for a firm somebody with a role or delegation in it. Otherwise nothing is disclosed.
 */
export function judgeCall(facts: CallFacts): CallJudgement {
  const matches = matchesOf(facts.claim, facts.registered);
  const fault = identityFault(matches, facts.registered) ?? authorityFault(facts);
  return { matches, outcome: fault ? 'REFUSED' : 'VERIFIED', fault };
}

function identityFault({ number, name, address }: Matches, registered: Registered | null): CallFault | null {
  if (!(number && name && address)) return 'MISMATCH';
  return registered?.deceased ? 'DECEASED' : null;
}

function authorityFault(facts: CallFacts): CallFault | null {
  switch (facts.capacity) {
    case 'SELF':
      return facts.isConcerned ? null : 'NOT_THE_PERSON';
    case 'FIRM':
      return facts.mayOrder ? null : 'NO_AUTHORITY';
    case 'GUARDIAN':
      return facts.isGuardian ? null : 'NOT_GUARDIAN';
    case 'POWER_OF_ATTORNEY':
      return powerFault(facts);
  }
}

const POWER_FAULT = {
  COMING: 'POWER_NOT_BEGUN',
  EXPIRED: 'POWER_EXPIRED',
  WITHDRAWN: 'POWER_WITHDRAWN',
} as const;

/** The paper names its holder by name and birth date. */
function powerFault({ power, registered, day }: CallFacts): CallFault | null {
  const holds =
    power &&
    registered?.birthDate === power.holderBirthDate &&
    nameMatches(power.holderName, registered.name);
  if (!holds) return 'POWER_OF_ANOTHER';
  const state = powerState(power, day);
  return state === 'HOLDS' ? null : POWER_FAULT[state];
}

/** How long a verified call stands for the agent who took it. */
export const CALL_MINUTES = 30;
/** Answered checks one agent may make in an hour, and refusals about one person: guessing an address takes more. */
export const CALLS_PER_HOUR = 40;
export const REFUSALS_PER_PERSON = 5;

/** Since when calls still stand. */
export const standsSince = (now: Date): Date => new Date(now.getTime() - CALL_MINUTES * 60_000);

export interface StandingCall {
  readonly capacity: CallerCapacity;
  readonly personId: string | null;
  readonly firmId: string | null;
  /** Of the power of attorney it rests on. */
  readonly scope: PowerScope | null;
}

/** Whether what a verified caller asks about this card is hers to ask: block on request by phone needs such a call. */
export function callCovers(
  call: StandingCall,
  card: { readonly personId: string | null; readonly unitId: string | null; readonly mainUnitId: string },
  purpose: CallPurpose,
): boolean {
  if (call.capacity === 'FIRM')
    return call.firmId !== null && [card.unitId, card.mainUnitId].includes(call.firmId);
  const hers = call.personId !== null && call.personId === card.personId;
  return hers && (call.scope === null || powerCovers(call.scope, purpose));
}
