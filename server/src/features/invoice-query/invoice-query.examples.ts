/** Enquiries the way people write them, and what stands in each: "KIND value" for every number, in their order; for the tests of the reader. */
export interface Example {
  readonly text: string;
  readonly numbers: string;
  readonly wanted?: string;
}

const of = (text: string, numbers: string, wanted?: string): Example => ({
  text,
  numbers,
  ...(wanted === undefined ? {} : { wanted }),
});

/** In Bokmål. */
export const BOKMAAL: readonly Example[] = [
  of(
    'Firma: Nordfjell Bygg AS\nOrganisasjonsnummer: 312345676\nE-post: post@nordfjell.example\nFakturanummer: 2026000101\nOrdrenummer: 1045164',
    'ORG 312345676, INVOICE 2026000101, ORDER 1045164',
  ),
  of(
    'Firmanavn : Nordfjell\nOrg nr 312 345 676\nEpost regnskap@nordfjell.example\nFaktura nr. 2026 000 101\nOrdre nr. 1 045 164',
    'ORG 312345676, INVOICE 2026000101, ORDER 1045164',
  ),
  of(
    'Hei, vi får ikke bokført fakturaen for HMS-kort. Ordrenr 774 102. Referansen er gal, den skulle vært Prosjekt 4410 Havnegata. Orgnr 314680731.\nMvh Turid Eide, regnskap',
    'INTERNAL 774102, ORG 314680731',
    'Prosjekt 4410 Havnegata',
  ),
  of('Fakturanr: 20260001019 mangler ref', 'KID 20260001019'),
  of('KID 2026000101 er betalt den 12.11.2026, men dere purrer', 'INVOICE 2026000101'),
  of('Betalt kr 647,50 uten KID på faktura 2026000101', 'INVOICE 2026000101'),
  of('Har betalt 1 295,00 kr til konto 1506.80.12345 for ordrenr 774102', 'INTERNAL 774102'),
  of('fakturanr.2026000101', 'INVOICE 2026000101'),
  of('fakt. 2026.000.101 hvor er referansen???', 'INVOICE 2026000101'),
  of('FAKTURA 2026-000101 – feil ref, skal være PO-88120', 'INVOICE 2026000101', 'PO-88120'),
  of('Vår referanse 1045164 og deres faktura. Ring meg på 22 33 44 55', 'ORDER 1045164'),
  of('Vår ref.: 1045164\nDeres ref.: PO-77412', 'ORDER 1045164'),
  of(
    'Bestilling 1045164 er fakturert dobbelt, se 2026000101 og 2026000124',
    'ORDER 1045164, INVOICE 2026000101, INVOICE 2026000124',
  ),
  of('Bestillingsnr. 104 51 64', 'ORDER 1045164'),
  of('ordrenr 774102 314680731', 'INTERNAL 774102, ORG 314680731'),
  of('ordrenr 774 102 314 680 731', 'INTERNAL 774102, ORG 314680731'),
  of('ordre 1045164 4 kort', 'ORDER 1045164'),
  of(
    'Vi er ikke kunden. Fakturaen 2026000124 gjelder et annet firma, vi har org.nr. 310 078 417 MVA',
    'INVOICE 2026000124, ORG 310078417',
  ),
  of('NO 312 345 676 MVA, faktura 2026000101', 'ORG 312345676, INVOICE 2026000101'),
  of('NO312345676MVA', 'ORG 312345676'),
  of('Underenhet 314.680.731 skal ikke faktureres', 'ORG 314680731'),
  of('Orgnr 312345677 (tror jeg)', 'UNKNOWN 312345677'),
  of('orgnr 31234567', 'UNKNOWN 31234567'),
  of('KID: 20260001018', 'UNKNOWN 20260001018'),
  of('KID 2026000101-', 'KID 2026000101-'),
  of('kidnr 2026 0001 019', 'KID 20260001019'),
  of('Kreditnota K2026000004 fikk vi, men hvor er ny faktura?', 'CREDIT K2026000004'),
  of('kredittnota nr 2026000004', 'CREDIT|INVOICE 2026000004'),
  of('Gjelder k 2026000004', 'CREDIT K2026000004'),
  of('Kort bestilt i 2018, kortnr 4051234567, faktura fra IDEMIA', 'CARD 4051234567'),
  of(
    'Hei! Riktig referanse er: Prosjekt Sør, bygg 2. Faktura 2026000101',
    'INVOICE 2026000101',
    'Prosjekt Sør',
  ),
  of('Kan dere endre referansen til 4500123456? faktura 2026000101', 'INVOICE 2026000101', '4500123456'),
  of('endre ref. fra PO-1 til PO-2 på faktura 2026000101', 'INVOICE 2026000101', 'PO-2'),
  of(
    'Faktura 2026000101 må merkes med "Avd. 12 Bergen" for at vi skal få betalt den',
    'INVOICE 2026000101',
    'Avd. 12 Bergen',
  ),
  of('Skulle vært PO-77421 og ikke PO-77412', '', 'PO-77421'),
  of('Fakturaen skulle vært sendt til hovedenheten 312345676', 'ORG 312345676'),
  of('Vi mener 2026000101 skal være betalt', 'INVOICE 2026000101'),
  of(
    'Orgnr skulle vært 314 680 731, ikke 312 345 676. Fakturanummer 2026000101',
    'ORG 314680731, ORG 312345676, INVOICE 2026000101',
  ),
  of('Gjelder Ola, fnr 178585 12387, faktura 2026000101', 'INVOICE 2026000101'),
  of('Gjelder 17858512387 og 2026000101', 'INVOICE 2026000101'),
  of('Gjelder 17 85 85 12387 på ordre 1045164', 'ORDER 1045164'),
  of('Se saken 2026/004207, ny post fra oss', 'CASE 2026/004207'),
  of('Saksnr 2026/004207: faktura 2026000101', 'CASE 2026/004207, INVOICE 2026000101'),
  of('Takk for hyggelig samtale!', ''),
  of('Hei, EHF fakturaen har ikke innkjøpsordre. Mvh Per, mob 987 65 432', ''),
  of('Mvh Kari, 98765432, Storgata 12, 0155 Oslo', ''),
  of('Fakturaen fra 6.11.26 med forfall 2026-12-06 har feil pris 129,50', ''),
  of('faktura 101', ''),
  of('faktura 26000101 kom ikke frem', 'INTERNAL 26000101'),
  of('Ordrenr774102', 'INTERNAL 774102'),
  of('Ordernummer: 1045164.', 'ORDER 1045164'),
  of('Fakturanummer\n2026000101\n\nOrdrenummer\n1045164', 'INVOICE 2026000101, ORDER 1045164'),
];

export const NYNORSK: readonly Example[] = [
  of(
    'Hei, eg finn ikkje referansen på rekninga 2026000101. Ho skulle vore Prosjekt Fjordvegen.',
    'INVOICE 2026000101',
    'Prosjekt Fjordvegen',
  ),
  of(
    'Verksemd: Fjordbygg AS\nOrgnr: 312 345 676\nFakturanr: 2026 000 101\nTingingsnr: 1045164',
    'ORG 312345676, INVOICE 2026000101, ORDER 1045164',
  ),
  of('Tinging 1045164 er betalt utan KID', 'ORDER 1045164'),
  of('Dykkar ref. manglar på fakturaen, ordrenr 774 102', 'INTERNAL 774102'),
  of('Vi er undereininga 314680731 og har fått faktura 2026000101', 'ORG 314680731, INVOICE 2026000101'),
  of('Rett referanse: Avd. 12. Fakturanr 2026000101', 'INVOICE 2026000101', 'Avd. 12'),
  of('Kan de endra referansen til PO-9 på 2026000101?', 'INVOICE 2026000101', 'PO-9'),
  of('Kreditnotaen K2026000004 kom to gonger', 'CREDIT K2026000004'),
];

export const ENGLISH: readonly Example[] = [
  of(
    'Company name: Nordfjell Bygg AS\nOrganization number: 312 345 676\nE-mail: ap@nordfjell.example\nInvoice number: 2026000101\nOrder number: 1045164',
    'ORG 312345676, INVOICE 2026000101, ORDER 1045164',
  ),
  of(
    'Our PO is missing on invoice no. 2026 000 101, it should be PO 4500123456 instead.',
    'INVOICE 2026000101',
    'PO 4500123456',
  ),
  of('We paid invoice #2026000101 (NOK 647.50) without the KID', 'INVOICE 2026000101'),
  of('Payment reference 20260001019', 'KID 20260001019'),
  of('Order 774102, your invoice is a duplicate', 'INTERNAL 774102'),
  of('Our ref: 1045164 / Your ref: none', 'ORDER 1045164'),
  of('Wrong company! We are 314680731, not 312345676.', 'ORG 314680731, ORG 312345676'),
  of('The correct reference is "Site 7 Harbour". Inv 2026000101', 'INVOICE 2026000101', 'Site 7 Harbour'),
  of('credit note K2026000004 received, please call +47 22 33 44 55', 'CREDIT K2026000004'),
  of('Please change the reference to PO 77 on invoice 2026000101', 'INVOICE 2026000101', 'PO 77'),
];
