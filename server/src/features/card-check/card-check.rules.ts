/** Decides what each who checks a card is shown (domain guide, section 8): by number nothing personal; by the card itself what is printed on it. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { CardStatus } from '../card/card.enums.ts';
import { isExpired, isLive } from '../card/card.rules.ts';
import type { Signature } from '../card/qr-content.ts';
import type { Scheme } from '../order/order.enums.ts';

/** Anyone on the web, a machine with `card.check`, a control authority with `card.control`. */
export type Viewer = 'public' | 'api' | 'control';

/** A number nobody has is a status like any other. */
export type ShownStatus = CardStatus | 'UNKNOWN';

export interface ShownFirm {
  readonly name: string;
  readonly orgNumber: string;
}

/** No personal data; the same fields whatever the number. */
export interface NumberAnswer {
  readonly number: string;
  readonly status: ShownStatus;
  readonly firm: ShownFirm | null;
}

export interface CardAnswer {
  readonly status: ShownStatus;
  /** Of the QR code that was shown; null for a chip, which has none. */
  readonly signature: Signature | null;
  readonly card: ShownCard | null;
}

export interface ShownCard {
  readonly number: string;
  readonly firm: ShownFirm;
  readonly scheme: Scheme;
  readonly name: string;
  readonly validFrom: LocalDate;
  readonly expiresOn: LocalDate;
  /** JPEG in base64; null when there is none any more. */
  readonly photo: string | null;
  /** For machines. */
  readonly birthDate?: LocalDate;
  /** For control authorities: code of why it is not valid, and since when. */
  readonly reason?: string | null;
  readonly since?: string;
}

/** A card as its row has it. */
export interface CheckedCard {
  readonly number: string;
  readonly status: CardStatus;
  readonly status_reason: string | null;
  readonly status_at: Date | null;
  readonly valid_from: LocalDate;
  readonly expires_on: LocalDate;
  readonly scheme: Scheme;
  readonly firm_name: string;
  readonly org_number: string;
  readonly given_name: string;
  readonly family_name: string;
  readonly birth_date: LocalDate | null;
}

/** R4: past its last day it is expired, whether or not the night's job has been there. */
export function statusOn(
  card: { status: CardStatus | null; expires_on: LocalDate | null },
  today: LocalDate,
): ShownStatus {
  if (card.status === null) return 'UNKNOWN';
  const over = card.expires_on !== null && isExpired(card.expires_on, today);
  return over && isLive(card.status) ? 'EXPIRED' : card.status;
}

/** Names of what is shown, for the log; and the same table decides what is. */
const FIELDS = {
  public: ['name', 'photo'],
  api: ['name', 'photo', 'birthDate'],
  control: ['name', 'photo', 'birthDate', 'reason'],
} as const satisfies Record<Viewer, readonly string[]>;

export const fieldsFor = (viewer: Viewer): readonly string[] => FIELDS[viewer];

export function shownCard(card: CheckedCard, viewer: Viewer, photo: Buffer | null): ShownCard {
  const shows = (field: string) => fieldsFor(viewer).includes(field);
  return {
    number: card.number,
    firm: { name: card.firm_name, orgNumber: card.org_number },
    scheme: card.scheme,
    name: `${card.given_name} ${card.family_name}`,
    validFrom: card.valid_from,
    expiresOn: card.expires_on,
    photo: photo?.toString('base64') ?? null,
    ...(shows('birthDate') && card.birth_date ? { birthDate: card.birth_date } : {}),
    ...(shows('reason') && card.status_at
      ? { reason: card.status_reason, since: card.status_at.toISOString() }
      : {}),
  };
}
