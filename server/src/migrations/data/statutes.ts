/** The first rules of law the authority's decisions can rest on. Titles and sections are to be held against lovdata.no. */
import type { InThree } from './texts.ts';

interface Given {
  readonly from: string;
  readonly source: string;
  /** Exceptions it is suggested for; empty: every one. Absent: only when somebody looks for it. */
  readonly codes?: readonly string[];
  readonly outcomes?: readonly string[];
}

/** `citation`: as the letter and the box name it, in nb, nn and en. */
const statute = (
  code: string,
  { from, source, codes = [], outcomes = [] }: Given,
  [citation, title]: readonly [InThree, InThree],
) => ({
  ...{ code, valid_from: from, source, exception_codes: codes, outcomes },
  citation: { nb: citation[0], nn: citation[1], en: citation[2] },
  title: { nb: title[0], nn: title[1], en: title[2] },
});

const PERSONAL = [
  'AA_ENK_SPOUSE',
  'AA_DA_ANS_PARTNER',
  'AA_AS_OWNER_UNPAID',
  'AA_BOARD_CHAIR',
  'AA_CEO_NO_EMPLOYEES',
  'AA_NAV_VTA',
];
const EVERY = ['GRANT', 'REFUSE', 'DISMISS', 'WITHDRAW'];
const ON_MERITS = ['GRANT', 'REFUSE', 'WITHDRAW'];
const same = (text: string): InThree => [text, text, text];

const inAct = ([nb, nn, en]: InThree, sections: string): InThree => [
  nb,
  nn,
  `Public Administration Act ${sections}, on ${en}`,
];
const FVL = 'lovdata.no, LOV-1967-02-10';
const fvl = (code: string, sections: string, given: { outcomes?: string[]; about: InThree }) =>
  statute(
    code,
    { from: '1970-01-01', source: FVL, ...(given.outcomes ? { outcomes: given.outcomes } : {}) },
    [
      [`fvl. ${sections}`, `fvl. ${sections}`, `Public Administration Act ${sections}`],
      inAct(given.about, sections),
    ],
  );
const MVAL = 'lovdata.no, LOV-2009-06-19-58';
const mval = (code: string, section: string, given: { codes: string[]; about: InThree }) =>
  statute(code, { from: '2010-01-01', source: MVAL, codes: given.codes, outcomes: ON_MERITS }, [
    [`mval. ${section}`, `mval. ${section}`, `VAT Act ${section}`],
    given.about,
  ]);

export const STATUTES = [
  statute(
    'FOR-2007-03-30-366-4',
    { from: '2008-01-01', source: 'arbeidstilsynet.no, FOR-2007-03-30-366', outcomes: ON_MERITS },
    [
      same('FOR-2007-03-30-366 § 4'),
      [
        'forskrift om HMS-kort på bygge- og anleggsplasser § 4',
        'forskrift om HMS-kort på byggje- og anleggsplassar § 4',
        'Regulation on HSE cards on construction sites, section 4',
      ],
    ],
  ),
  statute('FOR-2012-05-08-408-9', { from: '2012-09-01', source: 'arbeidstilsynet.no, FOR-2012-05-08-408' }, [
    same('FOR-2012-05-08-408 § 9'),
    [
      'forskrift om offentlig godkjenning av renholdsvirksomheter § 9',
      'forskrift om offentleg godkjenning av reinhaldsverksemder § 9',
      'Regulation on public approval of cleaning firms, section 9',
    ],
  ]),
  statute('FOR-2022-02-11-206', { from: '2022-07-01', source: 'arbeidstilsynet.no, FOR-2022-02-11-206' }, [
    same('FOR-2022-02-11-206'),
    [
      'forskrift om bilpleie, hjulskift og hjullagring',
      'forskrift om bilpleie, hjulskift og hjullagring',
      'Regulation on car care, wheel change and wheel storage',
    ],
  ]),
  statute('FOR-2025-06-20-2-1', { from: '2026-01-01', source: 'FOR 20.06.2025, with comments' }, [
    same('FOR 20.06.2025 § 2-1'),
    [
      'forskrift om HMS-kort ved transport av andres varer § 2-1',
      'forskrift om HMS-kort ved transport av varer for andre § 2-1',
      'Regulation on HSE cards in transport of others’ goods, section 2-1',
    ],
  ]),
  statute('FTRL-25-1', { from: '1997-05-01', source: 'lovdata.no, LOV-1997-02-28-19', codes: PERSONAL }, [
    ['ftrl. § 25-1', 'ftrl. § 25-1', 'National Insurance Act § 25-1'],
    [
      'folketrygdloven § 25-1 om Aa-registeret',
      'folketrygdlova § 25-1 om Aa-registeret',
      'National Insurance Act, section 25-1, on Aa-registeret',
    ],
  ]),
  statute(
    'UTL-55',
    {
      from: '2010-01-01',
      source: 'lovdata.no, LOV-2008-05-15-35',
      codes: ['UDI_CONFIRMED'],
      outcomes: ON_MERITS,
    },
    [
      ['utl. § 55', 'utl. § 55', 'Immigration Act § 55'],
      [
        'utlendingsloven § 55 om krav om oppholdstillatelse',
        'utlendingslova § 55 om krav om opphaldsløyve',
        'Immigration Act, section 55, on residence permits',
      ],
    ],
  ),
  statute(
    'UTL-114',
    {
      from: '2010-01-01',
      source: 'lovdata.no, LOV-2008-05-15-35',
      codes: ['UDI_EEA_FAMILY'],
      outcomes: ON_MERITS,
    },
    [
      ['utl. § 114', 'utl. § 114', 'Immigration Act § 114'],
      [
        'utlendingsloven § 114 om familie til EØS-borgere',
        'utlendingslova § 114 om familie til EØS-borgarar',
        'Immigration Act, section 114, on family of EEA citizens',
      ],
    ],
  ),
  mval('MVAL-1-2', '§ 1-2', {
    codes: ['VAT_SVALBARD'],
    about: [
      'merverdiavgiftsloven § 1-2 om geografisk virkeområde',
      'meirverdiavgiftslova § 1-2 om geografisk verkeområde',
      'VAT Act, section 1-2, on where it applies',
    ],
  }),
  mval('MVAL-2-1', '§ 2-1', {
    codes: ['VAT_UNDER_50K_NEW', 'VAT_UNDER_50K_OTHER', 'VAT_NOT_LIABLE'],
    about: [
      'merverdiavgiftsloven § 2-1 om registreringsplikt',
      'meirverdiavgiftslova § 2-1 om registreringsplikt',
      'VAT Act, section 2-1, on the duty to register',
    ],
  }),
  mval('MVAL-3-28', '§ 3-28', {
    codes: ['VAT_KF_1510'],
    about: [
      'merverdiavgiftsloven § 3-28 om offentlig virksomhet',
      'meirverdiavgiftslova § 3-28 om offentleg verksemd',
      'VAT Act, section 3-28, on public bodies',
    ],
  }),
  statute(
    'FOR-2008-06-04-541',
    {
      from: '2009-01-01',
      source: 'lovdata.no, FOR-2008-06-04-541',
      codes: ['STAFFING_FOREIGN'],
      outcomes: ON_MERITS,
    },
    [
      same('FOR-2008-06-04-541'),
      [
        'forskrift om bemanningsforetak',
        'forskrift om bemanningsføretak',
        'Regulation on temporary-work agencies',
      ],
    ],
  ),
  fvl('FVL-16', '§ 16', {
    outcomes: ['WITHDRAW'],
    about: [
      'forvaltningsloven § 16 om forhåndsvarsel',
      'forvaltningslova § 16 om førehandsvarsel',
      'advance notice',
    ],
  }),
  fvl('FVL-23-25', '§§ 23–25', {
    outcomes: EVERY,
    about: [
      'forvaltningsloven §§ 23 til 25 om form og begrunnelse',
      'forvaltningslova §§ 23 til 25 om form og grunngiving',
      'form and grounds',
    ],
  }),
  fvl('FVL-28-29', '§§ 28–29', {
    outcomes: ['REFUSE', 'DISMISS', 'WITHDRAW'],
    about: [
      'forvaltningsloven §§ 28 og 29 om klage',
      'forvaltningslova §§ 28 og 29 om klage',
      'appeals and their deadline',
    ],
  }),
  fvl('FVL-31', '§ 31', {
    about: ['forvaltningsloven § 31 om sen klage', 'forvaltningslova § 31 om sein klage', 'late appeals'],
  }),
  fvl('FVL-33', '§ 33', {
    about: [
      'forvaltningsloven § 33 om klagesaken',
      'forvaltningslova § 33 om klagesaka',
      'preparation of the appeal',
    ],
  }),
  fvl('FVL-35', '§ 35', {
    outcomes: ['WITHDRAW'],
    about: [
      'forvaltningsloven § 35 om omgjøring',
      'forvaltningslova § 35 om omgjering',
      'reversal of one’s own decision',
    ],
  }),
  fvl('FVL-42', '§ 42', {
    about: [
      'forvaltningsloven § 42 om utsatt iverksetting',
      'forvaltningslova § 42 om utsett iverksetjing',
      'suspension',
    ],
  }),
];
