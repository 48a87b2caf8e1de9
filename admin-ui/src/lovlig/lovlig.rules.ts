/** Small decisions of the page: what somebody has typed, what an approval means for a buyer, and how a moment is written. */
import { dayInWords } from '../kort/kort.rules.ts';
import {
  type Approval,
  type Entry,
  type Firm,
  type FirmStatus,
  type Language,
  REGISTERS,
  type Register,
} from './lovlig.types.ts';

export type Typed =
  | { readonly kind: 'NUMBER'; readonly number: string }
  | { readonly kind: 'NAME'; readonly name: string }
  | { readonly kind: 'NOTHING' }
  | { readonly kind: 'NO_NUMBER' };

export function recognise(text: string): Typed {
  const digits = text.replace(/[\s.]/g, '');
  if (/^\d{9}$/.test(digits)) return { kind: 'NUMBER', number: digits };
  if (/^\d+$/.test(digits)) return { kind: 'NO_NUMBER' };
  const name = text.trim();
  return name.length < 2 ? { kind: 'NOTHING' } : { kind: 'NAME', name };
}

/** The number behind `#`, so that an answer has an address of its own. */
export const numberOfAddress = (hash: string): string | null => /^#(\d{9})$/.exec(hash)?.[1] ?? null;

export type Meaning =
  | Exclude<Approval['status'], 'APPROVED'>
  | 'APPROVED'
  | 'AGENCY_APPLIES'
  | 'AGENCY_REFUSED'
  | 'LAPSED'
  | 'BANKRUPT'
  | 'REMOVED';

/** Why it is as it is: what ends everything comes first. */
export function meaningOf(approval: Approval, firmStatus: FirmStatus): Meaning {
  const { register, status, lawfulToBuy } = approval;
  if (firmStatus === 'BANKRUPT' || firmStatus === 'REMOVED') return firmStatus;
  if (status === 'APPROVED' && !lawfulToBuy) return 'LAPSED';
  if (register !== 'STAFFING') return status;
  if (status === 'APPLICATION_IN_PROGRESS') return 'AGENCY_APPLIES';
  return status === 'NOT_APPROVED' ? 'AGENCY_REFUSED' : status;
}

export const missingIn = (approvals: readonly Approval[]): readonly Register[] =>
  REGISTERS.filter(register => !approvals.some(one => one.register === register));

export interface Hit {
  readonly firm: Firm;
  readonly approvals: readonly Approval[];
}

/** A firm in two registers is one firm; in the order of their names. */
export function hitsOf(entries: readonly Entry[]): Hit[] {
  const hits = new Map<string, { firm: Firm; approvals: Approval[] }>();
  for (const entry of entries) {
    const hit = hits.get(entry.orgNumber) ?? { firm: entry, approvals: [] };
    hit.approvals.push(entry);
    hits.set(entry.orgNumber, hit);
  }
  return [...hits.values()].sort((a, b) => a.firm.name.localeCompare(b.firm.name, 'nb'));
}

/** 22. november 2026 kl. 11.05 */
export function momentInWords(at: Date, language: Language): string {
  const oslo = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Oslo',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  const [day = '', time = ''] = oslo.format(at).split(' ');
  const words = dayInWords(day, language);
  return language === 'en' ? `${words} at ${time}` : `${words} kl. ${time.replace(':', '.')}`;
}
