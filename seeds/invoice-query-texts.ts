/** What firms write about invoices, with everything that goes wrong when people write numbers. */
import type { QueryOutcome } from '../server/src/features/invoice-query/invoice-query.enums.ts';

export interface AskedAbout {
  readonly number: string;
  readonly kid: string;
  readonly order: string;
  readonly internal: string;
  readonly main: string;
  readonly unit: string;
  readonly firm: string;
  readonly reference: string | null;
}

export interface WrittenQuery {
  readonly language: 'nb' | 'nn' | 'en';
  /** Of an answer that was sent; null when it is never answered in the demo. */
  readonly outcome: QueryOutcome | null;
  readonly text: (about: AskedAbout) => string;
}

/** "314 680 731" */
const threes = (number: string): string => number.replace(/(\d{3})(?=\d)/g, '$1 ');
/** "2026 000 101" */
const year = (number: string): string => number.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
const dotted = (number: string): string => number.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3');
const wish = ({ order }: AskedAbout): string => `Prosjekt ${order.slice(-4)} Havnegata`;

const of = (
  language: WrittenQuery['language'],
  outcome: QueryOutcome | null,
  text: WrittenQuery['text'],
): WrittenQuery => ({ language, outcome, text });

export const WRITTEN_QUERIES: readonly WrittenQuery[] = [
  of(
    'nb',
    null,
    a =>
      `Hei, vi får ikke bokført fakturaen for HMS-kort. Ordrenr ${threes(a.internal)}. Referansen er gal, den skulle vært ${wish(a)}. Orgnr ${a.unit}.\nMvh Turid Eide, regnskap`,
  ),
  of(
    'nb',
    'REFERENCE_NOT_GIVEN',
    a =>
      `Firma: ${a.firm}\nOrganisasjonsnummer: ${threes(a.main)}\nFakturanummer: ${year(a.number)}\nOrdrenummer: ${a.order}\n\nFakturaen mangler referanse.`,
  ),
  of(
    'nb',
    'PAID_WITHOUT_KID',
    a => `Vi har betalt fakturanr ${a.kid} den 12. i forrige måned, men får purring. Orgnr ${a.main}`,
  ),
  of('nb', 'ASKED_BACK', () => 'Hei, hvor blir det av fakturaen vår? Vi bestilte fire kort. Mvh Per'),
  of(
    'nb',
    null,
    a => `fakturanr.${a.number} har feil ref. Riktig referanse er ${wish(a)}. Underenhet ${threes(a.unit)}`,
  ),
  of(
    'nb',
    'DUPLICATE',
    a => `Bestilling ${threes(a.order)} er fakturert to ganger? Org.nr. ${a.main}. Ring 22 33 44 55`,
  ),
  of(
    'nn',
    'REFERENCE_NOT_GIVEN',
    a =>
      `Hei, eg finn ikkje dykkar referanse på rekninga ${dotted(a.number)}. Vi er undereininga ${threes(a.unit)}.`,
  ),
  of(
    'nb',
    'WRONG_FIRM_BILLED',
    a =>
      `Faktura ${a.number} skulle vært sendt til avdelingen vår, ikke hovedkontoret. NO ${threes(a.unit)} MVA`,
  ),
  of(
    'en',
    'PAID_WITHOUT_KID',
    a =>
      `We have paid invoice no. ${year(a.number)} without the KID. Organisation number ${a.main}. Please confirm.`,
  ),
  of(
    'nb',
    'EARLIER_ISSUER',
    a =>
      `Vi fant en gammel faktura for kort fra 2018, kortnr 4051234567. Orgnr ${a.main}. Gjelder den fortsatt?`,
  ),
  of('nb', null, a => `KID ${a.number} er avvist i banken. Orgnr: ${threes(a.main)}`),
  of('nb', 'ASKED_BACK', a => `Faktura ${a.number} har vi ikke bestilt!!`),
  of(
    'nb',
    'REFERENCE_NOT_GIVEN',
    a => `PO mangler på EHF, vår ref ${a.order}, ordrenr ${a.internal}. Vi kan ikke betale uten.`,
  ),
  of(
    'nn',
    null,
    a =>
      `Fakturanr: ${a.number}\nTingingsnr: ${a.order}\nOrgnr: ${a.main}\nReferansen skulle vore ${wish(a)}.`,
  ),
  of(
    'nb',
    'DUPLICATE',
    a => `Vi har fått kreditnota og ny faktura på ordre ${a.order} / ${a.internal}, hvilken skal betales?`,
  ),
  of('en', null, a => `The correct reference is ${wish(a)} on ${a.number}, org ${threes(a.unit)}.`),
  of(
    'nb',
    'WRONG_FIRM_BILLED',
    a => `Vi kjenner ikke underenheten på linjen. Faktura ${dotted(a.number)}, orgnr ${a.main}.`,
  ),
  of(
    'nb',
    'PAID_WITHOUT_KID',
    a => `Betalt kr 647,50 uten KID på ordrenr ${a.internal}. Org ${a.unit}. Mvh Kari, tlf 98765432`,
  ),
  of('nb', 'ASKED_BACK', a => `Feil sum på faktura ${a.number.slice(0, 7)}? Orgnr ${a.main.slice(0, 8)}`),
  of(
    'nb',
    'REFERENCE_NOT_GIVEN',
    a => `Gjelder Ola Nordmann, faktura ${a.number} og ordre ${a.order}. Hvem har bestilt?`,
  ),
];
