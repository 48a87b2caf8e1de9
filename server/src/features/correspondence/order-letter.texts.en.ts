/** Letters about orders and cards, in English. */
import type { OrderLetterCatalogue, OrderLetterFacts } from './order-letter.rules.ts';

const who = ({ personName }: OrderLetterFacts) => personName ?? 'the employee';
const why = ({ reason }: OrderLetterFacts) => (reason ? [reason] : []);
const until = ({ cancelOn }: OrderLetterFacts) =>
  cancelOn ? [`The order is cancelled automatically after ${cancelOn}.`] : [];
const at = ({ unitName, unitNumber }: OrderLetterFacts) => `${unitName} (${unitNumber})`;

export const EN: OrderLetterCatalogue = {
  greeting: name => `Hello ${name},`,
  signature: ['Kind regards', 'on behalf of the Norwegian Labour Inspection Authority (Arbeidstilsynet)'],
  footer: order =>
    `This e-mail was sent automatically and cannot be answered. State order number ${order} when you contact us. We never ask for national identity numbers by e-mail.`,
  remedies: 'What you can do',
  cardPage: 'The card also opens at this address:',
  order: 'order',
  letters: {
    ORDER_WAITING: f => ({
      subject: 'The order for an HSE card is waiting',
      heading: 'The order is waiting',
      before: [`Order ${f.orderNumber} for an HSE card for ${who(f)} at ${at(f)} is not moving.`, ...why(f)],
      after: ['When this is put right in the register, the order continues by itself.', ...until(f)],
    }),
    ORDER_EXPLANATION: f => ({
      subject: 'About your order for an HSE card',
      heading: 'About your order',
      before: [
        `This is about order ${f.orderNumber} for an HSE card for ${who(f)} at ${at(f)}.`,
        ...why(f),
        ...until(f),
      ],
      after: ['You see status and deadline in the ordering portal.'],
    }),
    ORDER_AUTO_CANCELLED: f => ({
      subject: 'The order for an HSE card has lapsed',
      heading: 'The order has lapsed',
      before: [
        `Order ${f.orderNumber} for an HSE card for ${who(f)} at ${at(f)} was cancelled because not all requirements were met in time.`,
        ...why(f),
      ],
      after: ['If the employee still needs a card, it must be ordered again.'],
    }),
    ORDER_CANCELLED: f => ({
      subject: 'The order for an HSE card is cancelled',
      heading: 'The order is cancelled',
      before: [
        `We have cancelled order ${f.orderNumber} for an HSE card for ${who(f)} at ${at(f)}.`,
        ...why(f),
      ],
      after: [`If you think this is wrong, contact support at ${f.issuer}.`],
    }),
    ORDER_REJECTED: f => ({
      subject: 'The order for an HSE card is refused',
      heading: 'The order is refused',
      before: [`Order ${f.orderNumber} for an HSE card for ${who(f)} at ${at(f)} is refused.`, ...why(f)],
      after: [`If you think this is wrong, contact support at ${f.issuer}.`],
    }),
    UPLOAD_LINK_EXPIRED: f => ({
      subject: 'Images were not uploaded',
      heading: 'Images could not be uploaded',
      before: [
        `The link for uploading photo and identification for ${who(f)} (order ${f.orderNumber}) has expired, and nothing was uploaded.`,
      ],
      after: [
        'Start the upload again in the ordering portal; the employee then gets a new link.',
        ...until(f),
      ],
    }),
    CARD_VALID: f => ({
      subject: 'The HSE card is valid',
      heading: 'The HSE card is valid',
      before: [
        `The HSE card of ${who(f)} at ${at(f)} is valid until ${f.expiresOn ?? ''}, that day included. The card number is ${f.cardNumber ?? ''}.`,
        'The QR code below is a temporary card until the plastic card arrives by post. Give it to the employee.',
      ],
      after: ['A lost card must be blocked before a new one can be ordered.'],
    }),
    CARD_INVALID: f => ({
      subject: 'The HSE card is no longer valid',
      heading: 'The HSE card is invalid',
      before: [`HSE card ${f.cardNumber ?? ''} of ${who(f)} at ${at(f)} is no longer valid.`, ...why(f)],
      after: [
        f.shred
          ? 'The card must be shredded at once. Ask the employee to hand it in.'
          : 'If this is put right while the card otherwise holds, it becomes valid again by itself. If the employment has ended, the card must be shredded.',
      ],
    }),
    CARD_VALID_AGAIN: f => ({
      subject: 'The HSE card is valid again',
      heading: 'The HSE card is valid again',
      before: [
        `HSE card ${f.cardNumber ?? ''} of ${who(f)} at ${at(f)} is valid again, until ${f.expiresOn ?? ''}.`,
      ],
      after: ['If the card has been shredded, it must be blocked before a new one can be ordered.'],
    }),
    CARD_EXPIRING: f => ({
      subject: 'The HSE card expires soon',
      heading: 'The HSE card expires soon',
      before: [
        `HSE card ${f.cardNumber ?? ''} of ${who(f)} at ${at(f)} expires on ${f.expiresOn ?? ''}.`,
        `A new card can be ordered from ${f.renewableFrom ?? ''}. The old one holds until the new one is valid.`,
      ],
      after: [],
    }),
    CARD_EXPIRED: f => ({
      subject: 'The HSE card has expired',
      heading: 'The HSE card has expired',
      before: [`HSE card ${f.cardNumber ?? ''} of ${who(f)} at ${at(f)} expired on ${f.expiresOn ?? ''}.`],
      after: ['The card must be shredded. If the employee still needs a card, it must be ordered again.'],
    }),
    CARD_BLOCKED: f => ({
      subject: 'The HSE card is blocked',
      heading: 'The HSE card is blocked',
      before: [
        `HSE card ${f.cardNumber ?? ''} of ${who(f)} at ${at(f)} is blocked and cannot be used again.`,
        ...why(f),
      ],
      after: ['If the card is found, it must be shredded. A new card can be ordered now.'],
    }),
    CARD_SUSPECT: f => ({
      subject: 'Report about an HSE card',
      heading: 'Somebody has reported an HSE card',
      before: [
        `The Norwegian Labour Inspection Authority has been told that HSE card ${f.cardNumber ?? ''} of ${who(f)} at ${at(f)} may be misused.`,
        'Check that the card is worn by the person it was issued to, and that this person still works for you.',
      ],
      after: [
        'If the card is lost, stolen or used by others, block it at once. This message is not a decision.',
      ],
    }),
  },
};
