/** Grounds and law for decisions on the approval of firms (domain section 5). Titles and sections are to be held against lovdata.no. */
import { type Block, block, type InThree } from './texts.ts';

const FIRMS = ['CLEANING_FIRM', 'CAR_CARE_FIRM'];
const ALL = [...FIRMS, 'STAFFING_AGENCY'];
type Words = readonly [InThree, InThree];
const of =
  (codes: readonly string[]) =>
  (code: string, outcome: string, words: Words): Block =>
    block(code, { codes: [...codes], outcomes: [outcome] }, words);
const grounds = of(ALL);
const ofFirms = of(FIRMS);

export const APPROVAL_BLOCKS: readonly Block[] = [
  grounds('APPROVAL_CONDITIONS_MET', 'GRANT', [
    ['Vilkårene er oppfylt', 'Vilkåra er oppfylte', 'The conditions are met'],
    [
      'Virksomheten har dokumentert at vilkårene for godkjenning er oppfylt.',
      'Verksemda har dokumentert at vilkåra for godkjenning er oppfylte.',
      'The firm has documented that the conditions for approval are met.',
    ],
  ]),
  ofFirms('APPROVAL_ALL_HAVE_CARDS', 'GRANT', [
    ['Alle har gyldig HMS-kort', 'Alle har gyldig HMS-kort', 'All have a valid HSE card'],
    [
      'Alle som skal ha HMS-kort, har gyldig kort.',
      'Alle som skal ha HMS-kort, har gyldig kort.',
      'Everybody who needs an HSE card has a valid one.',
    ],
  ]),
  grounds('APPROVAL_CONDITION_NOT_MET', 'REFUSE', [
    ['Et vilkår er ikke oppfylt', 'Eit vilkår er ikkje oppfylt', 'A condition is not met'],
    [
      'Minst ett av vilkårene for godkjenning er ikke oppfylt.',
      'Minst eitt av vilkåra for godkjenning er ikkje oppfylt.',
      'At least one of the conditions for approval is not met.',
    ],
  ]),
  grounds('APPROVAL_REGISTER_DUTY', 'REFUSE', [
    [
      'En registreringsplikt er ikke oppfylt',
      'Ei registreringsplikt er ikkje oppfylt',
      'A register duty is not met',
    ],
    [
      'Virksomheten er ikke registrert slik regelverket krever.',
      'Verksemda er ikkje registrert slik regelverket krev.',
      'The firm is not registered as the rules require.',
    ],
  ]),
  grounds('APPROVAL_NOT_ANSWERED', 'DISMISS', [
    [
      'Vi har ikke fått det vi ba om',
      'Vi har ikkje fått det vi bad om',
      'We have not received what we asked for',
    ],
    [
      'Vi har bedt om dokumenter som er nødvendige for å behandle søknaden, og vi har ikke fått dem.',
      'Vi har bede om dokument som er nødvendige for å behandle søknaden, og vi har ikkje fått dei.',
      'We have asked for documents that are needed to deal with the application, and have not received them.',
    ],
  ]),
  grounds('APPROVAL_TAKEN_BACK', 'WITHDRAW', [
    ['Søknaden er trukket', 'Søknaden er trekt', 'The application is taken back'],
    [
      'Virksomheten har trukket søknaden.',
      'Verksemda har trekt søknaden.',
      'The firm has taken the application back.',
    ],
  ]),
  ofFirms('APPROVAL_NOT_CONFIRMED', 'WITHDRAW', [
    ['Årlig melding er ikke sendt', 'Årleg melding er ikkje send', 'No annual confirmation'],
    [
      'Virksomheten har ikke sendt årlig melding innen fristen, heller ikke etter at vi varslet.',
      'Verksemda har ikkje sendt årleg melding innan fristen, heller ikkje etter at vi varsla.',
      'The firm has not sent its annual confirmation in time, not after our advance notice either.',
    ],
  ]),
  grounds('APPROVAL_CONDITION_LAPSED', 'WITHDRAW', [
    [
      'Et vilkår er ikke lenger oppfylt',
      'Eit vilkår er ikkje lenger oppfylt',
      'A condition is no longer met',
    ],
    [
      'Minst ett av vilkårene for godkjenning er ikke lenger oppfylt.',
      'Minst eitt av vilkåra for godkjenning er ikkje lenger oppfylt.',
      'At least one of the conditions for approval is no longer met.',
    ],
  ]),
  grounds('APPROVAL_FIRM_ENDED', 'WITHDRAW', [
    [
      'Virksomheten er konkurs eller slettet',
      'Verksemda er konkurs eller sletta',
      'The firm is bankrupt or removed',
    ],
    [
      'Enhetsregisteret viser at virksomheten er konkurs, under avvikling eller slettet.',
      'Einingsregisteret viser at verksemda er konkurs, under avvikling eller sletta.',
      'Enhetsregisteret shows that the firm is bankrupt, being wound up or removed.',
    ],
  ]),
];

const law = (
  code: string,
  from: string,
  given: { source: string; codes: readonly string[]; words: Words },
) => ({
  ...{ code, valid_from: from, source: given.source, exception_codes: given.codes },
  outcomes: ['GRANT', 'REFUSE', 'DISMISS', 'WITHDRAW'],
  citation: { nb: given.words[0][0], nn: given.words[0][1], en: given.words[0][2] },
  title: { nb: given.words[1][0], nn: given.words[1][1], en: given.words[1][2] },
});

export const APPROVAL_STATUTES = [
  law('FOR-2012-05-08-408-6', '2012-09-01', {
    ...{ source: 'arbeidstilsynet.no, FOR-2012-05-08-408', codes: ['CLEANING_FIRM'] },
    words: [
      ['FOR-2012-05-08-408 § 6', 'FOR-2012-05-08-408 § 6', 'FOR-2012-05-08-408 § 6'],
      [
        'forskrift om offentlig godkjenning av renholdsvirksomheter § 6',
        'forskrift om offentleg godkjenning av reinhaldsverksemder § 6',
        'Regulation on public approval of cleaning firms, section 6',
      ],
    ],
  }),
  law('FOR-2022-02-11-206-APPROVAL', '2022-07-01', {
    ...{ source: 'arbeidstilsynet.no, FOR-2022-02-11-206', codes: ['CAR_CARE_FIRM'] },
    words: [
      ['FOR-2022-02-11-206', 'FOR-2022-02-11-206', 'FOR-2022-02-11-206'],
      [
        'forskrift om offentlig godkjenning av virksomheter for bilpleie, hjulskift og hjullagring',
        'forskrift om offentleg godkjenning av verksemder for bilpleie, hjulskift og hjullagring',
        'Regulation on public approval of firms for car care, wheel change and wheel storage',
      ],
    ],
  }),
  law('AML-14-12', '2024-01-01', {
    ...{ source: 'lovdata.no, LOV-2005-06-17-62', codes: ['STAFFING_AGENCY'] },
    words: [
      ['aml. kapittel 14', 'aml. kapittel 14', 'Working Environment Act chapter 14'],
      [
        'arbeidsmiljøloven kapittel 14 om bemanningsforetak',
        'arbeidsmiljølova kapittel 14 om bemanningsføretak',
        'Working Environment Act, chapter 14, on staffing agencies',
      ],
    ],
  }),
];
