/** Decides what production gets of each card (domain guide, section 8), for the hand-over: what is printed, what the chip holds, where it goes; never a national ID number. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Scheme } from '../order/order.enums.ts';
import { isNorwegianPostcode } from '../order/ordering.rules.ts';
import type { HoldReason } from './production.enums.ts';

export interface Address {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
}

type Loose = { readonly [K in keyof Address]: string | null };

export interface CardFacts {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: LocalDate | null;
  readonly gender: 'WOMAN' | 'MAN' | null;
  readonly scheme: Scheme;
  /** R17 [hmsk]: the main unit. */
  readonly employer: string;
  readonly orgNumber: string;
  /** As the order says; all null when it says nothing. */
  readonly delivery: Loose;
  /** Invoice address: the main unit's, else the unit's. */
  readonly invoice: readonly Loose[];
}

/** What is decided at the hand-over. */
export interface CardMade {
  readonly line: number;
  readonly cardNumber: string;
  readonly issuedOn: LocalDate;
  readonly expiresOn: LocalDate;
  readonly issuer: string;
  readonly qr: string;
  readonly chipCode: string;
  readonly photo: Buffer;
}

/** Why a card cannot be made; null when it can. */
export function holdReason(facts: CardFacts, hasPhoto: boolean): HoldReason | null {
  if (!hasPhoto) return 'NO_PHOTO';
  if (facts.birthDate === null) return 'NO_BIRTH_DATE';
  return deliveryAddress(facts) === null ? 'NO_NORWEGIAN_ADDRESS' : null;
}

/** R12 [000]: Norwegian addresses only; without one of its own an order goes to the invoice address. R7 [000]: one for the whole order. */
export function deliveryAddress({ delivery, invoice }: CardFacts): Address | null {
  return [delivery, ...invoice].find(isAddress) ?? null;
}

function isAddress(address: Loose): address is Address {
  const { name, street, postcode, city } = address;
  return Boolean(name?.trim() && street?.trim() && city?.trim() && postcode && isNorwegianPostcode(postcode));
}

/** Section 8: organisation number and card number, digits only. */
export const barcodeOf = (orgNumber: string, cardNumber: string): string => `${orgNumber}${cardNumber}`;

/** One card as production gets it; each field is named here, so that nothing else of a person can slip in. */
export function cardData(facts: CardFacts, made: CardMade) {
  const { employer, orgNumber, birthDate, gender, scheme } = facts;
  const { cardNumber, issuedOn, expiresOn, issuer, qr, chipCode } = made;
  const name = `${facts.givenName} ${facts.familyName}`;
  return {
    line: made.line,
    cardNumber,
    print: {
      languages: ['nb', 'en'],
      ...{ employer, orgNumber, name, birthDate, issuedOn, cardNumber, issuer, qr },
      photo: { mediaType: 'image/jpeg', base64: made.photo.toString('base64') },
    },
    chip: {
      type: 'MIFARE_CLASSIC_4K',
      ...{ name, birthDate, gender, orgNumber, employer, cardNumber, expiresOn, code: chipCode },
      // How a scheme is written for BNIDReadkey is production's own table: it gets the scheme.
      industry: scheme,
    },
    barcode: barcodeOf(orgNumber, cardNumber),
    delivery: { ...deliveryAddress(facts), country: 'NO' },
  };
}
