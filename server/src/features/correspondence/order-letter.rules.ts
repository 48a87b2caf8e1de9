/** Writes what a letter about an order line or a card says, from the facts, in the orderer's language; there is no national ID number among the facts. */
import type { Language } from '../../platform/language.ts';
import type { OrderMailTemplate } from './mail.enums.ts';
import { EN } from './order-letter.texts.en.ts';
import { NB } from './order-letter.texts.nb.ts';
import { NN } from './order-letter.texts.nn.ts';

/** Dates are in words already; what is not known is null. */
export interface OrderLetterFacts {
  readonly orderNumber: string;
  /** Given name; null for a person with address protection, who is not named. */
  readonly personName: string | null;
  readonly unitName: string;
  /** '312 345 676' */
  readonly unitNumber: string;
  readonly issuer: string;
  /** What the register says, as a sentence. */
  readonly reason: string | null;
  /** What would help, one sentence each. */
  readonly remedies: readonly string[];
  /** Last day before the order is cancelled by itself (R2). */
  readonly cancelOn: string | null;
  readonly cardNumber: string | null;
  readonly expiresOn: string | null;
  /** R16: the card is to be destroyed whatever comes. */
  readonly shred: boolean;
  readonly renewableFrom: string | null;
}

export interface OrderLetterWords {
  readonly subject: string;
  readonly heading: string;
  /** Before the agent's own words. */
  readonly before: readonly string[];
  /** Over the remedies; shown when there are any. */
  readonly remediesHeading: string;
  /** After the agent's own words. */
  readonly after: readonly string[];
}

export interface OrderLetterCatalogue {
  readonly greeting: (name: string) => string;
  readonly signature: readonly string[];
  readonly footer: (orderNumber: string) => string;
  readonly remedies: string;
  /** Before the address of a card, instead of its QR code. */
  readonly cardPage: string;
  readonly order: string;
  readonly letters: Readonly<
    Record<OrderMailTemplate, (facts: OrderLetterFacts) => Omit<OrderLetterWords, 'remediesHeading'>>
  >;
}

const CATALOGUES: Readonly<Record<Language, OrderLetterCatalogue>> = { nb: NB, nn: NN, en: EN };

export const orderLetterCatalogue = (language: Language): OrderLetterCatalogue => CATALOGUES[language];

export function orderLetterWords(
  template: OrderMailTemplate,
  language: Language,
  facts: OrderLetterFacts,
): OrderLetterWords {
  const catalogue = CATALOGUES[language];
  return { ...catalogue.letters[template](facts), remediesHeading: catalogue.remedies };
}

/** Fixed phrase and order number only: a subject line is read by more people than the letter. */
export function orderMailSubject(
  template: OrderMailTemplate,
  language: Language,
  orderNumber: string,
): string {
  const facts: OrderLetterFacts = { ...NOTHING, orderNumber };
  const { letters, order } = CATALOGUES[language];
  return `${letters[template](facts).subject} – ${order} ${orderNumber}`;
}

const NOTHING: OrderLetterFacts = {
  orderNumber: '',
  personName: null,
  unitName: '',
  unitNumber: '',
  issuer: '',
  reason: null,
  remedies: [],
  cancelOn: null,
  cardNumber: null,
  expiresOn: null,
  shred: false,
  renewableFrom: null,
};
