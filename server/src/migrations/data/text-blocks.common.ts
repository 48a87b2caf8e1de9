/** Grounds that fit many exceptions. */
import { type Block, block } from './texts.ts';

const PERSONAL = [
  'AA_ENK_SPOUSE',
  'AA_DA_ANS_PARTNER',
  'AA_AS_OWNER_UNPAID',
  'AA_BOARD_CHAIR',
  'AA_CEO_NO_EMPLOYEES',
  'AA_NAV_VTA',
  'UDI_CONFIRMED',
  'UDI_EEA_FAMILY',
];
const GRANT = { codes: [], outcomes: ['GRANT'] };
const REFUSE = { codes: [], outcomes: ['REFUSE'] };
const DISMISS = { codes: [], outcomes: ['DISMISS'] };
const WITHDRAW = { codes: [], outcomes: ['WITHDRAW'] };

export const COMMON_BLOCKS: readonly Block[] = [
  block('CONDITIONS_MET', { ...GRANT }, [
    ['Øvrige vilkår er oppfylt', 'Dei andre vilkåra er oppfylte', 'The other conditions are met'],
    [
      'De øvrige vilkårene er oppfylt.',
      'Dei andre vilkåra er oppfylte.',
      'The remaining conditions are fulfilled.',
    ],
  ]),
  block('CONDITIONS_MET', { ...GRANT, version: 2, from: '2024-01-01' }, [
    ['Øvrige vilkår er oppfylt', 'Dei andre vilkåra er oppfylte', 'The other conditions are met'],
    [
      'Alle andre vilkår for HMS-kort må være oppfylt, og det er de.',
      'Alle andre vilkår for HMS-kort må vere oppfylte, og det er dei.',
      'All other conditions for an HSE card must be met, and they are.',
    ],
  ]),
  block('CONDITIONS_MET', { ...GRANT, version: 3, from: '2026-01-01' }, [
    ['Øvrige vilkår er oppfylt', 'Dei andre vilkåra er oppfylte', 'The other conditions are met'],
    [
      'De andre vilkårene for HMS-kort er oppfylt.',
      'Dei andre vilkåra for HMS-kort er oppfylte.',
      'The other conditions for an HSE card are met.',
    ],
  ]),
  block('ONLY_THIS_FIRM', { ...GRANT, codes: PERSONAL }, [
    ['Gjelder bare denne virksomheten', 'Gjeld berre denne verksemda', 'Only for this firm'],
    [
      'Unntaket gjelder bare arbeid for denne virksomheten. Arbeider du for flere, må hver av dem ha sitt eget kort til deg.',
      'Unntaket gjeld berre arbeid for denne verksemda. Arbeider du for fleire, må kvar av dei ha sitt eige kort til deg.',
      'The exception covers work for this firm only. If you work for several, each needs its own card for you.',
    ],
  ]),
  block('ONLY_THIS_REGISTER', { ...GRANT }, [
    ['Gjelder bare ett register', 'Gjeld berre eitt register', 'Only for one register'],
    [
      'Unntaket gjelder bare svaret fra ett register. Alle andre kontroller gjelder som før.',
      'Unntaket gjeld berre svaret frå eitt register. Alle andre kontrollar gjeld som før.',
      'The exception covers the answer of one register only. Every other check applies as before.',
    ],
  ]),
  block('NOT_DOCUMENTED', { ...REFUSE }, [
    ['Vilkåret er ikke dokumentert', 'Vilkåret er ikkje dokumentert', 'The condition is not documented'],
    [
      'Dokumentene i saken viser ikke at vilkåret for unntak er oppfylt.',
      'Dokumenta i saka viser ikkje at vilkåret for unntak er oppfylt.',
      'The documents in the case do not show that the condition for an exception is met.',
    ],
  ]),
  block('CORRECT_AT_SOURCE', { ...REFUSE }, [
    [
      'Registeret må rettes ved kilden',
      'Registeret må rettast ved kjelda',
      'The register must be corrected at its source',
    ],
    [
      'Opplysningene i registeret er feil. De skal rettes hos den som fører registeret, og ikke med et unntak.',
      'Opplysningane i registeret er feil. Dei skal rettast hos den som fører registeret, og ikkje med eit unntak.',
      'The register is wrong. It must be corrected by the body that keeps it, not by an exception.',
    ],
  ]),
  block('INCOMPLETE', { ...DISMISS }, [
    ['Opplysninger mangler', 'Opplysningar manglar', 'Information is missing'],
    [
      'Vi har bedt om opplysninger som mangler, og har ikke fått dem innen fristen. Du kan søke på nytt når du har dem.',
      'Vi har bede om opplysningar som manglar, og har ikkje fått dei innan fristen. Du kan søkje på nytt når du har dei.',
      'We asked for missing information and did not receive it in time. You may apply again when you have it.',
    ],
  ]),
  block('NOT_NEEDED', { ...DISMISS }, [
    ['Unntak er ikke nødvendig', 'Unntak er ikkje nødvendig', 'No exception is needed'],
    [
      'Registeret svarer nå at kravet er oppfylt. Kortet kan bestilles uten unntak.',
      'Registeret svarer no at kravet er oppfylt. Kortet kan bestillast utan unntak.',
      'The register now says that the requirement is met. The card can be ordered without an exception.',
    ],
  ]),
  block('NOT_ENTITLED', { ...DISMISS }, [
    [
      'Søkeren har verken rolle eller fullmakt',
      'Søkjaren har verken rolle eller fullmakt',
      'The applicant has neither role nor mandate',
    ],
    [
      'Den som har søkt, har verken rolle i virksomheten eller fullmakt fra den saken gjelder.',
      'Den som har søkt, har verken rolle i verksemda eller fullmakt frå den saka gjeld.',
      'Whoever applied holds no role in the firm and has no power of attorney from the person concerned.',
    ],
  ]),
  block('CONDITION_ENDED', { ...WITHDRAW }, [
    ['Vilkåret er ikke lenger oppfylt', 'Vilkåret er ikkje lenger oppfylt', 'The condition is no longer met'],
    [
      'Vilkåret for unntaket er ikke lenger oppfylt.',
      'Vilkåret for unntaket er ikkje lenger oppfylt.',
      'The condition for the exception is no longer met.',
    ],
  ]),
  block('WRONG_INFORMATION', { ...WITHDRAW }, [
    [
      'Vedtaket bygde på feil opplysninger',
      'Vedtaket bygde på feil opplysningar',
      'The decision was based on wrong information',
    ],
    [
      'Vedtaket bygde på opplysninger som var feil. Med de riktige opplysningene ville unntaket ikke vært gitt.',
      'Vedtaket bygde på opplysningar som var feil. Med dei rette opplysningane ville unntaket ikkje vore gitt.',
      'The decision was based on wrong information. With the right information the exception would not have been granted.',
    ],
  ]),
  block('REGISTERED_NOW', { ...WITHDRAW }, [
    ['Registeret godkjenner nå', 'Registeret godkjenner no', 'The register now approves'],
    [
      'Registeret svarer nå at kravet er oppfylt, og unntaket trengs ikke lenger.',
      'Registeret svarer no at kravet er oppfylt, og unntaket trengst ikkje lenger.',
      'The register now says that the requirement is met, and the exception is no longer needed.',
    ],
  ]),
];
