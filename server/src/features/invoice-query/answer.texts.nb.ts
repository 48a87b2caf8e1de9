/** Answers to what firms ask about invoices, in Bokmål. */
import { kronerOf } from '../invoice/amount.rules.ts';
import { formatOrgNumber } from '../organisation/org-number.rules.ts';
import type { AnswerWords, AskedInvoice } from './answer.rules.ts';

const about = ({ document }: AskedInvoice) =>
  `${document.kind === 'INVOICE' ? 'Faktura' : 'Kreditnota'} ${document.number}`;
const units = ({ document }: AskedInvoice) =>
  [...new Set(document.lines.map(line => `${line.unitName} (${formatOrgNumber(line.unitOrgNumber)})`))].join(
    ', ',
  );

export const ANSWERS_NB: AnswerWords = {
  greeting: name => (name ? `Hei ${name}!` : 'Hei!'),
  template: [
    'Svar på denne e-posten med: firmanavn, hovedenhetens organisasjonsnummer, e-postadresse, fakturanummer og ordrenummer («Vår referanse» på fakturaen).',
    'Send aldri fødselsnummer i e-post.',
  ],
  why: {
    NO_NUMBER: 'Vi finner ikke fakturaen, fordi det ikke sto noe nummer i henvendelsen.',
    NO_MATCH: 'Vi finner ingen faktura med numrene du oppga.',
    SEVERAL: 'Numrene du oppga passer på flere fakturaer.',
    UNCONFIRMED: 'Vi må vite hvilken virksomhet du skriver for, før vi kan svare om en faktura.',
    OTHER_FIRM: 'Numrene du oppga hører ikke sammen. Vi svarer bare virksomheten som er fakturert.',
  },
  outcomes: {
    REFERENCE_NOT_GIVEN: one => [
      `${about(one)} har ingen referanse fra dere, fordi feltet sto tomt da kortene ble bestilt. Vår referanse er bestillingsnummer ${one.document.orderNumber}.`,
      'Referansen skrives inn når dere bestiller. Må fakturaen ha en referanse for å bli betalt, svar på denne e-posten med den.',
    ],
    REFERENCE_HIDDEN_BY_SUPPLIER: one => [
      `${about(one)} har referansen «${one.document.customerReference ?? ''}». Den ble sendt med EHF-en, i linjen under.`,
      'Ser dere den ikke, er det fakturasystemet hos dere som ikke viser feltet BuyerReference. Vis linjen til leverandøren av systemet. Fakturaen er riktig, og det lages ingen ny.',
    ],
    WRONG_FIRM_BILLED: one => [
      `${about(one)} er sendt til hovedenheten ${one.document.buyer.name}. Hovedenheten faktureres alltid; underenheten som bestilte, står på linjen: ${units(one)}.`,
      'Er bestillingen gjort for feil virksomhet, må den som bestilte svare på denne e-posten og si hvilken virksomhet kortene gjelder.',
    ],
    PAID_WITHOUT_KID: one => [
      `${about(one)} på ${kronerOf(one.document.grossOre, 'nb')} kr står som ubetalt hos oss. En betaling uten KID blir ikke bokført av seg selv.`,
      `Svar på denne e-posten med dato, beløp og kontonummeret det ble betalt fra, så finner vi betalingen. KID er ${one.document.kid}.`,
    ],
    DUPLICATE: one => [
      `${about(one)} gjelder bestilling ${one.document.orderNumber}. Hver bestilling har én faktura, så to fakturaer er to bestillinger, eller en faktura som er kreditert og laget på nytt.`,
      one.replaced
        ? 'Denne fakturaen er kreditert, og en ny er laget i stedet. Den skal ikke betales.'
        : 'Denne fakturaen står ved lag. Er samme kort bestilt to ganger, svar på denne e-posten med begge bestillingsnumrene.',
    ],
  },
  earlierIssuer: [
    'Kort som ble bestilt før 2020, er utstedt og fakturert av den forrige utstederen. Vi har ikke de fakturaene.',
    'Ta kontakt med den som står som avsender på fakturaen.',
  ],
  closing: 'Stemmer ikke dette, svar på denne e-posten.',
};
