/** Grounds for and against exceptions from UDI's answer and from the register of staffing agencies. */
import { about, type Block } from './texts.ts';

const udi = about(['UDI_CONFIRMED'], 'GRANT');
const noUdi = about(['UDI_CONFIRMED'], 'REFUSE');
const family = about(['UDI_EEA_FAMILY'], 'GRANT');
const noFamily = about(['UDI_EEA_FAMILY'], 'REFUSE');
const foreign = about(['STAFFING_FOREIGN'], 'GRANT');
const notForeign = about(['STAFFING_FOREIGN'], 'REFUSE');

export const OTHER_BLOCKS: readonly Block[] = [
  udi(
    'UDI_CONFIRMS',
    [
      'UDI bekrefter retten til å arbeide',
      'UDI stadfestar retten til å arbeide',
      'UDI confirms the right to work',
    ],
    [
      'UDI har bekreftet at du har rett til å arbeide i Norge.',
      'UDI har stadfesta at du har rett til å arbeide i Noreg.',
      'UDI has confirmed that you have the right to work in Norway.',
    ],
  ),
  udi(
    'AS_LONG_AS_PERMIT',
    ['Gjelder så lenge tillatelsen varer', 'Gjeld så lenge løyvet varer', 'As long as the permit lasts'],
    [
      'Unntaket varer ikke lenger enn tillatelsen fra UDI.',
      'Unntaket varer ikkje lenger enn løyvet frå UDI.',
      'The exception lasts no longer than the permit from UDI.',
    ],
  ),
  noUdi(
    'UDI_DOES_NOT_CONFIRM',
    ['UDI bekrefter ikke retten', 'UDI stadfestar ikkje retten', 'UDI does not confirm the right'],
    [
      'Papirene viser ikke at UDI har gitt deg rett til å arbeide i Norge.',
      'Papira viser ikkje at UDI har gitt deg rett til å arbeide i Noreg.',
      'The papers do not show that UDI has given you the right to work in Norway.',
    ],
  ),
  noUdi(
    'PERMIT_ENDED',
    ['Tillatelsen er utløpt', 'Løyvet er gått ut', 'The permit has expired'],
    [
      'Tillatelsen er utløpt. Du kan søke på nytt når UDI har fornyet den.',
      'Løyvet er gått ut. Du kan søkje på nytt når UDI har fornya det.',
      'The permit has expired. You may apply again when UDI has renewed it.',
    ],
  ),
  family(
    'EEA_FAMILY',
    ['Ektefelle til EØS-borger', 'Ektefelle til EØS-borgar', 'Spouse of an EEA citizen'],
    [
      'Du er gift med en EØS-borger og har oppholdsrett i Norge.',
      'Du er gift med ein EØS-borgar og har opphaldsrett i Noreg.',
      'You are married to an EEA citizen and have the right of residence in Norway.',
    ],
  ),
  family(
    'RESIDENCE_CARD_VALID',
    ['Oppholdskortet er gyldig', 'Opphaldskortet er gyldig', 'The residence card is valid'],
    [
      'Oppholdskortet ditt gir rett til å arbeide, og unntaket varer så lenge det er gyldig.',
      'Opphaldskortet ditt gir rett til å arbeide, og unntaket varer så lenge det er gyldig.',
      'Your residence card gives the right to work, and the exception lasts as long as it is valid.',
    ],
  ),
  noFamily(
    'RESIDENCE_CARD_NOT_VALID',
    ['Oppholdskortet er ikke gyldig', 'Opphaldskortet er ikkje gyldig', 'The residence card is not valid'],
    [
      'Oppholdskortet er utløpt eller er av en annen type.',
      'Opphaldskortet er gått ut eller er av ein annan type.',
      'The residence card has expired or is of another kind.',
    ],
  ),
  noFamily(
    'NOT_EEA_FAMILY',
    ['Ikke gift med EØS-borger', 'Ikkje gift med EØS-borgar', 'Not married to an EEA citizen'],
    [
      'Det er ikke vist at du er gift med en EØS-borger.',
      'Det er ikkje vist at du er gift med ein EØS-borgar.',
      'It has not been shown that you are married to an EEA citizen.',
    ],
  ),
  foreign(
    'NO_NORWEGIAN_ADDRESS',
    ['Ingen norsk adresse', 'Inga norsk adresse', 'No Norwegian address'],
    [
      'Virksomheten er utenlandsk og har ingen adresse i Norge.',
      'Verksemda er utanlandsk og har inga adresse i Noreg.',
      'The firm is foreign and has no address in Norway.',
    ],
  ),
  foreign(
    'HIRING_OUT_NOT_PURPOSE',
    ['Utleie er ikke formålet', 'Utleige er ikkje føremålet', 'Hiring out is not the purpose'],
    [
      'Virksomheten har ikke utleie av arbeidskraft som formål.',
      'Verksemda har ikkje utleige av arbeidskraft som føremål.',
      'Hiring out labour is not the purpose of the firm.',
    ],
  ),
  notForeign(
    'HAS_NORWEGIAN_ADDRESS',
    ['Har norsk adresse', 'Har norsk adresse', 'Has a Norwegian address'],
    [
      'Virksomheten har adresse i Norge og må godkjennes som bemanningsforetak.',
      'Verksemda har adresse i Noreg og må godkjennast som bemanningsføretak.',
      'The firm has an address in Norway and must be approved as a staffing agency.',
    ],
  ),
  notForeign(
    'HIRING_OUT_IS_PURPOSE',
    ['Utleie er formålet', 'Utleige er føremålet', 'Hiring out is the purpose'],
    [
      'Virksomheten har utleie av arbeidskraft som formål og må godkjennes som bemanningsforetak.',
      'Verksemda har utleige av arbeidskraft som føremål og må godkjennast som bemanningsføretak.',
      'Hiring out labour is the purpose of the firm. It must be approved as a staffing agency.',
    ],
  ),
];
