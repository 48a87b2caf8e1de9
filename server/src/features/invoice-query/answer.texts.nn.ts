/** Answers to what firms ask about invoices, in Nynorsk. */
import { kronerOf } from '../invoice/amount.rules.ts';
import { formatOrgNumber } from '../organisation/org-number.rules.ts';
import type { AnswerWords, AskedInvoice } from './answer.rules.ts';

const about = ({ document }: AskedInvoice) =>
  `${document.kind === 'INVOICE' ? 'Faktura' : 'Kreditnota'} ${document.number}`;
const units = ({ document }: AskedInvoice) =>
  [...new Set(document.lines.map(line => `${line.unitName} (${formatOrgNumber(line.unitOrgNumber)})`))].join(
    ', ',
  );

export const ANSWERS_NN: AnswerWords = {
  greeting: name => (name ? `Hei ${name}!` : 'Hei!'),
  template: [
    'Svar på denne e-posten med: firmanamn, organisasjonsnummeret til hovudeininga, e-postadresse, fakturanummer og ordrenummer («Vår referanse» på fakturaen).',
    'Send aldri fødselsnummer i e-post.',
  ],
  why: {
    NO_NUMBER: 'Vi finn ikkje fakturaen, fordi det ikkje stod noko nummer i førespurnaden.',
    NO_MATCH: 'Vi finn ingen faktura med nummera du oppgav.',
    SEVERAL: 'Nummera du oppgav passar på fleire fakturaer.',
    UNCONFIRMED: 'Vi må vite kva verksemd du skriv for, før vi kan svare om ein faktura.',
    OTHER_FIRM: 'Nummera du oppgav høyrer ikkje saman. Vi svarer berre verksemda som er fakturert.',
  },
  outcomes: {
    REFERENCE_NOT_GIVEN: one => [
      `${about(one)} har ingen referanse frå dykk, fordi feltet stod tomt då korta vart bestilte. Vår referanse er bestillingsnummer ${one.document.orderNumber}.`,
      'Referansen skriv de inn når de bestiller. Må fakturaen ha ein referanse for å bli betalt, svar på denne e-posten med han.',
    ],
    REFERENCE_HIDDEN_BY_SUPPLIER: one => [
      `${about(one)} har referansen «${one.document.customerReference ?? ''}». Han vart send med EHF-en, i linja under.`,
      'Ser de han ikkje, er det fakturasystemet hos dykk som ikkje viser feltet BuyerReference. Vis linja til leverandøren av systemet. Fakturaen er rett, og det blir ikkje laga nokon ny.',
    ],
    WRONG_FIRM_BILLED: one => [
      `${about(one)} er send til hovudeininga ${one.document.buyer.name}. Hovudeininga blir alltid fakturert; undereininga som bestilte, står på linja: ${units(one)}.`,
      'Er bestillinga gjord for feil verksemd, må den som bestilte svare på denne e-posten og seie kva verksemd korta gjeld.',
    ],
    PAID_WITHOUT_KID: one => [
      `${about(one)} på ${kronerOf(one.document.grossOre, 'nn')} kr står som ubetalt hos oss. Ei betaling utan KID blir ikkje bokført av seg sjølv.`,
      `Svar på denne e-posten med dato, beløp og kontonummeret det vart betalt frå, så finn vi betalinga. KID er ${one.document.kid}.`,
    ],
    DUPLICATE: one => [
      `${about(one)} gjeld bestilling ${one.document.orderNumber}. Kvar bestilling har éin faktura, så to fakturaer er to bestillingar, eller ein faktura som er kreditert og laga på nytt.`,
      one.replaced
        ? 'Denne fakturaen er kreditert, og ein ny er laga i staden. Han skal ikkje betalast.'
        : 'Denne fakturaen står ved lag. Er same kort bestilt to gonger, svar på denne e-posten med begge bestillingsnummera.',
    ],
  },
  earlierIssuer: [
    'Kort som vart bestilte før 2020, er utferda og fakturerte av den førre utferdaren. Vi har ikkje dei fakturaene.',
    'Ta kontakt med den som står som avsendar på fakturaen.',
  ],
  closing: 'Stemmer ikkje dette, svar på denne e-posten.',
};
