/** Answers to what firms ask about invoices, in English. */
import { kronerOf } from '../invoice/amount.rules.ts';
import { formatOrgNumber } from '../organisation/org-number.rules.ts';
import type { AnswerWords, AskedInvoice } from './answer.rules.ts';

const about = ({ document }: AskedInvoice) =>
  `${document.kind === 'INVOICE' ? 'Invoice' : 'Credit note'} ${document.number}`;
const units = ({ document }: AskedInvoice) =>
  [...new Set(document.lines.map(line => `${line.unitName} (${formatOrgNumber(line.unitOrgNumber)})`))].join(
    ', ',
  );

export const ANSWERS_EN: AnswerWords = {
  greeting: name => (name ? `Hello ${name},` : 'Hello,'),
  template: [
    'Please answer this e-mail with: company name, organisation number of the main unit, e-mail address, invoice number and order number (“Vår referanse” on the invoice).',
    'Never send national ID numbers by e-mail.',
  ],
  why: {
    NO_NUMBER: 'We cannot find the invoice, because there was no number in your message.',
    NO_MATCH: 'We find no invoice with the numbers you gave.',
    SEVERAL: 'The numbers you gave fit several invoices.',
    UNCONFIRMED: 'We need to know which company you write for before we can answer about an invoice.',
    OTHER_FIRM:
      'The numbers you gave do not belong together. We answer the company that was billed, and no other.',
  },
  outcomes: {
    REFERENCE_NOT_GIVEN: one => [
      `${about(one)} has no reference of yours, because the field was empty when the cards were ordered. Our reference is order number ${one.document.orderNumber}.`,
      'The reference is typed when you order. If the invoice needs one to be paid, please answer this e-mail with it.',
    ],
    REFERENCE_HIDDEN_BY_SUPPLIER: one => [
      `${about(one)} has the reference “${one.document.customerReference ?? ''}”. It was sent with the EHF, in the line below.`,
      'If you do not see it, your invoice system does not show the field BuyerReference. Show the line to the supplier of your system. The invoice is right, and no new one is made.',
    ],
    WRONG_FIRM_BILLED: one => [
      `${about(one)} went to the main unit ${one.document.buyer.name}. The main unit is always billed; the sub-unit that ordered stands on the line: ${units(one)}.`,
      'If the order was made for the wrong company, whoever ordered must answer this e-mail and say which company the cards are for.',
    ],
    PAID_WITHOUT_KID: one => [
      `${about(one)} of NOK ${kronerOf(one.document.grossOre, 'en')} is unpaid in our books. A payment without KID is not posted by itself.`,
      `Please answer this e-mail with the day, the amount and the account it was paid from, and we will find the payment. The KID is ${one.document.kid}.`,
    ],
    DUPLICATE: one => [
      `${about(one)} is for order ${one.document.orderNumber}. Every order has one invoice, so two invoices are two orders, or an invoice that was credited and made anew.`,
      one.replaced
        ? 'This invoice has been credited, and a new one was made in its place. It is not to be paid.'
        : 'This invoice stands. If the same cards were ordered twice, please answer this e-mail with both order numbers.',
    ],
  },
  earlierIssuer: [
    'Cards ordered before 2020 were issued and billed by the previous issuer. We do not have those invoices.',
    'Please contact the sender of the invoice.',
  ],
  closing: 'If this is not right, please answer this e-mail.',
};
