/** What stands in each paper of the demo. */
import type { DocumentKind } from '../server/src/features/exception-catalogue/exception-catalogue.enums.ts';

export type PaperKind = DocumentKind;

/** Whom and what a paper is about; what is not told is left out. */
export interface PaperFacts {
  /** YYYY-MM-DD */
  readonly dated: string;
  readonly person?: { readonly name: string; readonly born?: string | null; readonly nameBefore?: string };
  /** Spouse, proprietor, EEA citizen. */
  readonly related?: { readonly name: string; readonly born?: string | null };
  readonly firm?: { readonly name: string; readonly orgNumber: string };
  /** Last day of the permit, contract or measure. */
  readonly endsOn?: string | null;
  readonly place?: string;
}

type Row = readonly [label: string, value: string, more?: string];

export interface PaperPage {
  readonly rows: readonly Row[];
  readonly text?: string;
}

export interface Paper {
  readonly title: string;
  readonly subtitle: string;
  /** Null: nobody signs it. */
  readonly signedBy: string | null;
  readonly pages: (facts: PaperFacts) => readonly PaperPage[];
}

const MONTHS = [
  'januar',
  'februar',
  'mars',
  'april',
  'mai',
  'juni',
  'juli',
  'august',
  'september',
  'oktober',
  'november',
  'desember',
];

export function longDay(day: string): string {
  const [year = '', month = '1', date = '1'] = day.split('-');
  return `${Number(date)}. ${MONTHS[Number(month) - 1]} ${year}`;
}

const born = (day: string | null | undefined) => (day ? `født ${longDay(day)}` : undefined);
const row = (label: string, value: string | undefined, more?: string): Row[] =>
  value ? [more ? [label, value, more] : [label, value]] : [];

const person = ({ person: who }: PaperFacts, label = 'Navn') => row(label, who?.name, born(who?.born));
const firm = ({ firm: one }: PaperFacts, label = 'Virksomhet') =>
  row(label, one?.name, one && `org.nr. ${spaced(one.orgNumber)}`);
const spaced = (orgNumber: string) => orgNumber.replace(/(\d{3})(?=\d)/g, '$1 ');
const until = ({ endsOn }: PaperFacts, label = 'Gjelder til') =>
  row(label, endsOn ? longDay(endsOn) : undefined);
const on = ({ dated }: PaperFacts, label = 'Dato') => row(label, longDay(dated));
const year = ({ dated }: PaperFacts) => String(Number(dated.slice(0, 4)) - 1);

const single =
  (rows: (facts: PaperFacts) => readonly Row[], text?: (facts: PaperFacts) => string) =>
  (facts: PaperFacts): PaperPage[] => [{ rows: rows(facts), ...(text ? { text: text(facts) } : {}) }];

const surname = (name = '') => name.split(' ').at(-1) ?? '';

const marriage = (facts: PaperFacts): Row[] => {
  const { person: who, related, place } = facts;
  return [
    ...row('Ektefelle 1', related?.name, born(related?.born)),
    ...row('Ektefelle 2', who?.nameBefore ?? who?.name, born(who?.born)),
    ['Vigslet', '18. juni 2005'],
    ['Sted', place ?? 'Elvestad kirke'],
    ['Vitner', 'Siri Lunde, Odd Elvestad'],
    ...row('Navn etter vigsel', surname(who?.name)),
  ];
};

const application = (facts: PaperFacts): PaperPage[] => [
  {
    rows: [...person(facts, 'Søker'), ...firm(facts), ...on(facts)],
    text: 'Jeg søker om unntak fra registersjekken for HMS-kort. Grunnen og dokumentene står på neste side.\n\nDokumenter som følger med er kopier. Originalene kan vises fram.',
  },
  {
    rows: [...row('Ektefelle eller innehaver', facts.related?.name), ...until(facts, 'Søkes til')],
    text: `Arbeidet gjøres i virksomheten på bygge- og anleggsplasser. Opplysningene er riktige så langt jeg vet.\n\n${facts.person?.name ?? facts.firm?.name ?? ''}`,
  },
];

const aboutFirm = (title: string, text: string, signedBy: string | null): Paper => ({
  ...{ title, subtitle: 'Spesimen', signedBy },
  pages: single(
    facts => [...firm(facts), ...on(facts)],
    () => text,
  ),
});

/** What a firm proves when it applies for approval. */
const OF_APPROVALS = {
  OHS_AGREEMENT: aboutFirm(
    'Avtale om bedriftshelsetjeneste',
    'Virksomheten er tilknyttet en godkjent bedriftshelsetjeneste, se arbeidsmiljøloven § 3-3.',
    'Bedriftshelsetjenesten',
  ),
  SAFETY_REP_ELECTION: aboutFirm(
    'Valg av verneombud',
    'De ansatte har valgt verneombud for to år. Valget er gjort kjent på arbeidsplassen.',
    'For de ansatte',
  ),
  SAFETY_REP_AGREEMENT: aboutFirm(
    'Avtale om annen ordning enn verneombud',
    'Arbeidsgiver og de ansatte er enige om å klare seg uten verneombud.',
    'For de ansatte',
  ),
  INSPECTION_NOTE: aboutFirm(
    'Notat fra tilsyn',
    'Tilsyn på stedet: HMS-kort, arbeidsavtaler og lønnslipper ble kontrollert for dem som var på jobb.',
    'Inspektør',
  ),
  AMU_MINUTES: aboutFirm(
    'Referat fra arbeidsmiljøutvalget',
    'Møtt: ledelse, verneombud, bedriftshelsetjenesten. Sak 1: Tunge løft. Sak 2: Kjemikalier.',
    'Referent',
  ),
  EMPLOYMENT_CONTRACT: aboutFirm(
    'Arbeidsavtale',
    'Stilling, arbeidstid, lønn og arbeidssted står i avtalen, se arbeidsmiljøloven §§ 14-5 og 14-6.',
    'Arbeidsgiver',
  ),
  PAY_PROOF: aboutFirm('Lønnsslipper', 'Timelønnen er ikke lavere enn den allmenngjorte minstelønnen.', null),
  INJURY_INSURANCE: aboutFirm(
    'Yrkesskadeforsikring',
    'Alle ansatte er forsikret. Premien er betalt for året.',
    'Forsikringsselskapet',
  ),
  DISCHARGE_PERMIT: aboutFirm(
    'Utslippstillatelse',
    'Kommunen tillater utslipp av oljeholdig avløpsvann gjennom oljeutskiller, se forurensningsforskriften § 15-1.',
    'For kommunen',
  ),
} as const;

export const PAPERS: Readonly<Record<PaperKind, Paper>> = {
  APPLICATION: {
    title: 'Søknad',
    subtitle: 'Unntak fra registersjekk for HMS-kort. Spesimen',
    signedBy: 'Søkers underskrift',
    pages: application,
  },
  MARRIAGE_CERTIFICATE: {
    title: 'Vigselsattest',
    subtitle: 'Marriage certificate. Spesimen',
    signedBy: 'Vigsler',
    pages: single(marriage),
  },
  JOINT_TAX_RETURN: {
    ...{ title: 'Skattemelding', subtitle: 'Ektefeller lignet sammen. Spesimen', signedBy: null },
    pages: single(facts => [
      ...person(facts, 'Skattyter'),
      ...row('Ektefelle', facts.related?.name, born(facts.related?.born)),
      ...firm(facts, 'Næring'),
      ['Inntektsår', year(facts)],
      ['Fordeling', 'Felles ligning, næringsinntekt fordelt mellom ektefellene'],
    ]),
  },
  REGISTER_PRINTOUT_ENHET: {
    ...{ title: 'Utskrift', subtitle: 'Enhetsregisteret. Spesimen', signedBy: null },
    pages: single(facts => [...firm(facts), ...person(facts, 'Deltaker'), ...on(facts, 'Skrevet ut')]),
  },
  REGISTER_PRINTOUT_FORETAK: {
    ...{ title: 'Utskrift', subtitle: 'Foretaksregisteret. Spesimen', signedBy: null },
    pages: single(facts => [...firm(facts), ...person(facts, 'Deltaker'), ...on(facts, 'Skrevet ut')]),
  },
  FIRM_CERTIFICATE: {
    ...{ title: 'Firmaattest', subtitle: 'Foretaksregisteret. Spesimen', signedBy: null },
    pages: single(facts => [
      ...firm(facts),
      ...person(facts, 'Rolle'),
      ['Signatur', 'Deltakerne i fellesskap'],
      ...on(facts),
    ]),
  },
  NAV_PAPER: {
    ...{ title: 'Bekreftelse', subtitle: 'NAV, varig tilrettelagt arbeid. Spesimen', signedBy: 'NAV' },
    pages: single(facts => [
      ...person(facts, 'Deltaker'),
      ...firm(facts, 'Tiltaksvirksomhet'),
      ...until(facts),
    ]),
  },
  UDI_CONFIRMATION: {
    ...{
      title: 'Bekreftelse',
      subtitle: 'Application for exemption registration UDI. Spesimen',
      signedBy: 'Utlendingsmyndighetene',
    },
    pages: single(facts => [
      ...person(facts),
      ['Status', 'Har rett til å arbeide i Norge'],
      ...until(facts),
      ...on(facts),
    ]),
  },
  RESIDENCE_CARD: {
    ...{ title: 'Oppholdskort', subtitle: 'Oppholdsrett, EØS-familiemedlem. Spesimen', signedBy: null },
    pages: single(facts => [
      ...person(facts),
      ...row('Familiemedlem til', facts.related?.name),
      ...until(facts),
    ]),
  },
  RF_1316: {
    ...{ title: 'Attest RF-1316', subtitle: 'Skatt og merverdiavgift. Spesimen', signedBy: 'Skattekontoret' },
    pages: single(facts => [
      ...firm(facts),
      ['Merverdiavgift', 'Ikke registrert'],
      ['Restanser', 'Ingen'],
      ...on(facts),
    ]),
  },
  TAX_OFFICE_PROOF: {
    ...{
      title: 'Brev fra skattekontoret',
      subtitle: 'Ikke avgiftspliktig. Spesimen',
      signedBy: 'Skattekontoret',
    },
    pages: single(facts => [
      ...firm(facts),
      ['Vurdering', 'Omsetningen er unntatt fra merverdiavgift'],
      ...on(facts),
    ]),
  },
  RF_1199: {
    ...{ title: 'RF-1199', subtitle: 'Opplysninger om oppdrag og arbeidstakere. Spesimen', signedBy: null },
    pages: single(facts => [
      ...firm(facts, 'Oppdragstaker'),
      ['Stempelkode', '20 11 SPESIMEN'],
      ...until(facts, 'Oppdraget slutter'),
    ]),
  },
  HIRE_CONTRACT: {
    ...{ title: 'Contract of hire', subtitle: 'Innleiekontrakt. Spesimen', signedBy: 'For the parties' },
    pages: facts => [
      {
        rows: [...firm(facts, 'Hirer-out'), ...on(facts, 'Date'), ...until(facts, 'Ends')],
        text: 'The parties agree on the hire of workers for building work in Norway. Wages and hours follow Norwegian law.',
      },
      {
        rows: [
          ['Workers', 'Up to six'],
          ['Site', facts.place ?? 'Elvestad skole, byggetrinn 2'],
        ],
        text: 'The hirer-out keeps its place of business abroad. Hiring out is not its purpose.',
      },
    ],
  },
  ENVELOPE: {
    ...{ title: 'Konvolutt', subtitle: 'Poststemplet. Spesimen', signedBy: null },
    pages: single(facts => [
      ['Til', 'Arbeidstilsynet', 'Postboks 4720 Torgarden, 7468 Trondheim. Merket HMS-kort'],
      ...row('Fra', facts.person?.name ?? facts.firm?.name),
      ...on(facts, 'Stemplet'),
    ]),
  },
  APPEAL: {
    ...{ title: 'Klage', subtitle: 'Klage på vedtak. Spesimen', signedBy: 'Klager' },
    pages: single(
      facts => [...person(facts, 'Klager'), ...firm(facts), ...on(facts)],
      () =>
        'Jeg klager på avslaget. Det er lagt vekt på at navnet i attesten er et annet. Det er navnet mitt før ekteskapet, se vedlagte utskrift.',
    ),
  },
  POWER_OF_ATTORNEY: {
    ...{ title: 'Fullmakt', subtitle: 'Spesimen', signedBy: 'Fullmaktsgiver' },
    pages: single(facts => [
      ...person(facts, 'Fullmaktsgiver'),
      ...row('Fullmektig', facts.related?.name),
      ...firm(facts),
      ...on(facts),
    ]),
  },
  OTHER: {
    ...{ title: 'Følgebrev', subtitle: 'Spesimen', signedBy: 'Avsender' },
    pages: single(
      facts => [...person(facts, 'Fra'), ...firm(facts), ...on(facts)],
      () => 'Vedlagt er det dere ba om. Ta kontakt hvis noe mangler.',
    ),
  },
  ...OF_APPROVALS,
};
