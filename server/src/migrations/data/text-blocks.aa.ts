/** Grounds for and against exceptions from Aa-registeret. */
import { about, type Block, block } from './texts.ts';

const SPOUSE = ['AA_ENK_SPOUSE'];
const marriedLabel = [
  'Gift med innehaveren av enkeltpersonforetaket',
  'Gift med innehavaren av enkeltpersonføretaket',
  'Married to the owner of the sole proprietorship',
] as const;
const spouse = about(SPOUSE, 'GRANT');
const noSpouse = about(SPOUSE, 'REFUSE');
const partner = about(['AA_DA_ANS_PARTNER'], 'GRANT');
const noPartner = about(['AA_DA_ANS_PARTNER'], 'REFUSE');
const owner = about(['AA_AS_OWNER_UNPAID'], 'GRANT');
const noOwner = about(['AA_AS_OWNER_UNPAID'], 'REFUSE');
const chair = about(['AA_BOARD_CHAIR'], 'GRANT');
const noChair = about(['AA_BOARD_CHAIR'], 'REFUSE');
const manager = about(['AA_CEO_NO_EMPLOYEES'], 'GRANT');
const noManager = about(['AA_CEO_NO_EMPLOYEES'], 'REFUSE');
const nav = about(['AA_NAV_VTA'], 'GRANT');
const noNav = about(['AA_NAV_VTA'], 'REFUSE');

export const AA_BLOCKS: readonly Block[] = [
  block('MARRIED_TO_OWNER', { codes: SPOUSE, outcomes: ['GRANT'] }, [
    marriedLabel,
    [
      'Du er gift med eieren av foretaket.',
      'Du er gift med eigaren av føretaket.',
      'You are married to the owner of the firm.',
    ],
  ]),
  block('MARRIED_TO_OWNER', { codes: SPOUSE, outcomes: ['GRANT'], version: 2, from: '2024-01-01' }, [
    marriedLabel,
    [
      'Du er gift med innehaveren av enkeltpersonforetaket.',
      'Du er gift med innehavaren av enkeltpersonføretaket.',
      'You are married to the owner of the sole proprietorship.',
    ],
  ]),
  spouse(
    'SPOUSE_NOT_EMPLOYEE',
    [
      'Ektefelle kan ikke meldes som ansatt',
      'Ektefelle kan ikkje meldast som tilsett',
      'A spouse cannot be reported as an employee',
    ],
    [
      'Ektefeller kan ikke meldes som ansatt i et enkeltpersonforetak.',
      'Ektefellar kan ikkje meldast som tilsette i eit enkeltpersonføretak.',
      'Spouses cannot be reported as employees of a sole proprietorship.',
    ],
  ),
  noSpouse(
    'NOT_MARRIED_TO_OWNER',
    ['Ikke gift med innehaveren', 'Ikkje gift med innehavaren', 'Not married to the owner'],
    [
      'Du er ikke gift med innehaveren av foretaket. Samboere og annen familie meldes som ansatte på vanlig måte.',
      'Du er ikkje gift med innehavaren av føretaket. Sambuarar og annan familie blir melde som tilsette på vanleg måte.',
      'You are not married to the owner of the firm. Cohabitants and other family are reported as employees as usual.',
    ],
  ),
  noSpouse(
    'NOT_SOLE_PROPRIETORSHIP',
    ['Ikke et enkeltpersonforetak', 'Ikkje eit enkeltpersonføretak', 'Not a sole proprietorship'],
    [
      'Virksomheten er ikke et enkeltpersonforetak. Den som arbeider der, skal meldes til Aa-registeret.',
      'Verksemda er ikkje eit enkeltpersonføretak. Den som arbeider der, skal meldast til Aa-registeret.',
      'The firm is not a sole proprietorship. Whoever works there must be reported to Aa-registeret.',
    ],
  ),
  partner(
    'PARTNER_IN_FIRM',
    ['Deltaker i selskapet', 'Deltakar i selskapet', 'Partner in the firm'],
    ['Du er deltaker i selskapet.', 'Du er deltakar i selskapet.', 'You are a partner in the firm.'],
  ),
  partner(
    'PARTNER_NOT_EMPLOYEE',
    ['Deltaker er ikke arbeidstaker', 'Deltakar er ikkje arbeidstakar', 'A partner is not an employee'],
    [
      'En deltaker i et ansvarlig selskap regnes ikke som ansatt og står derfor ikke i Aa-registeret.',
      'Ein deltakar i eit ansvarleg selskap blir ikkje rekna som tilsett og står derfor ikkje i Aa-registeret.',
      'A partner in a general partnership does not count as an employee and is therefore not in Aa-registeret.',
    ],
  ),
  noPartner(
    'NOT_PARTNER',
    ['Ikke deltaker i selskapet', 'Ikkje deltakar i selskapet', 'Not a partner'],
    [
      'Du er ikke registrert som deltaker i selskapet.',
      'Du er ikkje registrert som deltakar i selskapet.',
      'You are not registered as a partner in the firm.',
    ],
  ),
  noPartner(
    'NOT_PARTNERSHIP',
    ['Ikke DA eller ANS', 'Ikkje DA eller ANS', 'Not a DA or ANS'],
    [
      'Virksomheten er verken DA eller ANS.',
      'Verksemda er verken DA eller ANS.',
      'The firm is neither a DA nor an ANS.',
    ],
  ),
  owner(
    'OWNER_WITHOUT_SALARY',
    ['Eier uten lønn', 'Eigar utan løn', 'Owner without salary'],
    [
      'Du eier aksjer i selskapet og tar ikke ut lønn.',
      'Du eig aksjar i selskapet og tek ikkje ut løn.',
      'You own shares in the company and draw no salary.',
    ],
  ),
  owner(
    'UNPAID_NOT_REPORTED',
    ['Uten lønn meldes man ikke', 'Utan løn blir ein ikkje meld', 'Without salary nobody is reported'],
    [
      'Den som arbeider i eget selskap uten lønn, meldes ikke til Aa-registeret.',
      'Den som arbeider i eige selskap utan løn, blir ikkje meld til Aa-registeret.',
      'Whoever works in her own company without salary is not reported to Aa-registeret.',
    ],
  ),
  noOwner(
    'OWNER_WITH_SALARY',
    ['Eier med lønn', 'Eigar med løn', 'Owner with salary'],
    [
      'Du får lønn fra selskapet. Da skal selskapet melde deg til Aa-registeret.',
      'Du får løn frå selskapet. Då skal selskapet melde deg til Aa-registeret.',
      'You draw a salary from the company. It must then report you to Aa-registeret.',
    ],
  ),
  noOwner(
    'NOT_OWNER',
    ['Ikke eier', 'Ikkje eigar', 'Not an owner'],
    [
      'Det er ikke vist at du eier aksjer i selskapet.',
      'Det er ikkje vist at du eig aksjar i selskapet.',
      'It has not been shown that you own shares in the company.',
    ],
  ),
  chair(
    'HOLDS_OFFICE',
    ['Har verv uten å være ansatt', 'Har verv utan å vere tilsett', 'Holds office without employment'],
    [
      'Du har verv i virksomheten og er ikke ansatt der.',
      'Du har verv i verksemda og er ikkje tilsett der.',
      'You hold office in the firm and are not employed there.',
    ],
  ),
  chair(
    'WHILE_IN_OFFICE',
    ['Gjelder så lenge vervet varer', 'Gjeld så lenge vervet varer', 'As long as the office lasts'],
    [
      'Unntaket gjelder så lenge vervet varer.',
      'Unntaket gjeld så lenge vervet varer.',
      'The exception lasts as long as the office.',
    ],
  ),
  noChair(
    'HOLDS_NO_OFFICE',
    ['Har ikke verv', 'Har ikkje verv', 'Holds no office'],
    [
      'Du har ikke noe verv i virksomheten ifølge Enhetsregisteret.',
      'Du har ikkje noko verv i verksemda ifølgje Einingsregisteret.',
      'You hold no office in the firm according to Enhetsregisteret.',
    ],
  ),
  noChair(
    'IS_EMPLOYED',
    ['Er ansatt', 'Er tilsett', 'Is employed'],
    [
      'Du er ansatt i virksomheten og skal meldes til Aa-registeret.',
      'Du er tilsett i verksemda og skal meldast til Aa-registeret.',
      'You are employed in the firm and must be reported to Aa-registeret.',
    ],
  ),
  manager(
    'MANAGER_ALONE',
    ['Daglig leder uten ansatte', 'Dagleg leiar utan tilsette', 'Manager without employees'],
    [
      'Du er daglig leder i en virksomhet uten ansatte.',
      'Du er dagleg leiar i ei verksemd utan tilsette.',
      'You manage a firm without employees.',
    ],
  ),
  noManager(
    'NOT_MANAGER',
    ['Ikke daglig leder', 'Ikkje dagleg leiar', 'Not the manager'],
    [
      'Du er ikke registrert som daglig leder i virksomheten.',
      'Du er ikkje registrert som dagleg leiar i verksemda.',
      'You are not registered as the manager of the firm.',
    ],
  ),
  noManager(
    'FIRM_HAS_EMPLOYEES',
    ['Virksomheten har ansatte', 'Verksemda har tilsette', 'The firm has employees'],
    [
      'Virksomheten har ansatte. Da skal også daglig leder meldes til Aa-registeret.',
      'Verksemda har tilsette. Då skal også dagleg leiar meldast til Aa-registeret.',
      'The firm has employees. The manager must then be reported to Aa-registeret too.',
    ],
  ),
  nav(
    'NAV_CONFIRMS',
    ['NAV bekrefter tiltaket', 'NAV stadfestar tiltaket', 'NAV confirms the placement'],
    [
      'NAV bekrefter at du deltar i varig tilrettelagt arbeid i virksomheten.',
      'NAV stadfestar at du deltek i varig tilrettelagt arbeid i verksemda.',
      'NAV confirms that you are in permanently adapted work in the firm.',
    ],
  ),
  noNav(
    'NOT_VTA',
    ['Ikke varig tilrettelagt arbeid', 'Ikkje varig tilrettelagt arbeid', 'Not permanently adapted work'],
    [
      'Bekreftelsen gjelder et annet tiltak enn varig tilrettelagt arbeid.',
      'Stadfestinga gjeld eit anna tiltak enn varig tilrettelagt arbeid.',
      'The confirmation is about another measure than permanently adapted work.',
    ],
  ),
  noNav(
    'NAV_ENDED',
    ['Tiltaket er avsluttet', 'Tiltaket er avslutta', 'The placement has ended'],
    [
      'Tiltaket er avsluttet ifølge bekreftelsen fra NAV.',
      'Tiltaket er avslutta ifølgje stadfestinga frå NAV.',
      'The placement has ended according to NAV’s confirmation.',
    ],
  ),
];
