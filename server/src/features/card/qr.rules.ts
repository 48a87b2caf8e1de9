/** Decides what a card's QR code says: facts that never change and the code of its chip, so that a phone can check it offline. Never whether the card is valid now. */
import { addDays, type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';

/** Address of the public page; what stands behind `#` never leaves the phone by itself. */
const PAGE = '/kort';
/** Three parts in base64url: header, claims, signature. */
const JWS = /^[\w-]{10,200}\.[\w-]{10,600}\.[\w-]{86}$/;

export const QR_TYPE = 'hms-kort+jwt';

/** Short names: every letter makes the squares smaller. */
export interface QrClaims {
  /** The desk that vouches for it, and where its public keys are. */
  readonly iss: string;
  /** Card number. */
  readonly sub: string;
  /** The first second after its last day (R4). */
  readonly exp: number;
  /** Code of the chip. */
  readonly c: string;
}

export interface QrCard {
  readonly number: string;
  readonly expiresOn: LocalDate;
}

/** Everything that is on the card for good: no name, no birth date, no status. */
export function qrClaims(issuer: string, card: QrCard, code: string): QrClaims {
  return { iss: issuer, sub: card.number, exp: endOf(card.expiresOn), c: code };
}

/** What is scanned: an address any phone opens. */
export const qrContentOf = (publicUrl: string, jws: string): string => `${publicUrl}${PAGE}#${jws}`;

/** The signed part of what was scanned, with or without the address; null for anything else. */
export function jwsOf(scanned: string): string | null {
  const jws = scanned.slice(scanned.indexOf('#') + 1);
  return JWS.test(jws) ? jws : null;
}

/** The expiry day itself is valid to its end, in Oslo. */
function endOf(day: LocalDate): number {
  const next = addDays(day, 1);
  const summer = Date.parse(`${next}T00:00:00+02:00`);
  const midnight = osloDate(new Date(summer)) === next ? summer : Date.parse(`${next}T00:00:00+01:00`);
  return midnight / 1000;
}
