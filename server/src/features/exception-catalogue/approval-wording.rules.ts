/** What approvals of firms and their conditions are called, in three languages. */
import type { Language } from '../../platform/language.ts';
import type { ApprovalCode } from '../application/application.enums.ts';
import type { ConditionState } from './exception-catalogue.enums.ts';
import type { Words } from './exception-catalogue.wording.ts';

const words = (nb: string, nn: string, en: string): Words => ({ nb, nn, en });

export const APPROVAL_NAMES: Readonly<Record<ApprovalCode, Words>> = {
  CLEANING_FIRM: words('Godkjenning, renhold', 'Godkjenning, reinhald', 'Approval, cleaning'),
  CAR_CARE_FIRM: words('Godkjenning, bilpleie', 'Godkjenning, bilpleie', 'Approval, car care'),
  STAFFING_AGENCY: words('Godkjenning, bemanning', 'Godkjenning, bemanning', 'Approval, staffing'),
};

export const APPROVAL_WHO: Readonly<Record<ApprovalCode, Words>> = {
  CLEANING_FIRM: words(
    'Alle som selger eller leier ut renhold, også den som er alene i et enkeltpersonforetak',
    'Alle som sel eller leiger ut reinhald, også den som er åleine i eit enkeltpersonføretak',
    'All who sell or hire out cleaning, those alone in a sole proprietorship too',
  ),
  CAR_CARE_FIRM: words(
    'Alle som tilbyr manuell bilpleie, hjulskift eller hjullagring',
    'Alle som tilbyr manuell bilpleie, hjulskift eller hjullagring',
    'All who offer manual car care, wheel change or wheel storage',
  ),
  STAFFING_AGENCY: words(
    'Bemanningsforetak som leier ut arbeidskraft; hovedenheten søker, og godkjenningen varer ett år',
    'Bemanningsføretak som leiger ut arbeidskraft; hovudeininga søkjer, og godkjenninga varer eitt år',
    'Agencies that hire out staff; the main unit applies, and the approval lasts a year',
  ),
};

export const CONDITION_LABELS = {
  ACTIVE: words(
    'Registrert og i drift i Enhetsregisteret',
    'Registrert og i drift i Einingsregisteret',
    'Registered and active in Enhetsregisteret',
  ),
  COMPANY_REGISTER: words(
    'Registrert i Foretaksregisteret, hvis plikt',
    'Registrert i Føretaksregisteret, viss plikt',
    'Registered in Foretaksregisteret, if duty',
  ),
  VAT_REGISTER: words(
    'Registrert i Merverdiavgiftsregisteret',
    'Registrert i Meirverdiavgiftsregisteret',
    'Registered in the VAT Register',
  ),
  EMPLOYEES_REPORTED: words(
    'Ansatte er meldt til Aa-registeret',
    'Tilsette er melde til Aa-registeret',
    'Employees are reported to Aa-registeret',
  ),
  OCCUPATIONAL_HEALTH: words(
    'Avtale med godkjent bedriftshelsetjeneste (aml. § 3-3)',
    'Avtale med godkjend bedriftshelseteneste (aml. § 3-3)',
    'Agreement with an approved occupational health service (Working Environment Act § 3-3)',
  ),
  SAFETY_REPRESENTATIVE: words(
    'Verneombud, eller underskrevet avtale om en annen ordning',
    'Verneombod, eller underskriven avtale om ei anna ordning',
    'Safety representative, or a signed agreement on another arrangement',
  ),
  WORKING_ENVIRONMENT_COMMITTEE: words(
    'Referat fra arbeidsmiljøutvalget (AMU)',
    'Referat frå arbeidsmiljøutvalet (AMU)',
    'Minutes of the working environment committee (AMU)',
  ),
  EMPLOYMENT_CONTRACTS: words(
    'Arbeidsavtale for hver stillingsgruppe (aml. §§ 14-5 og 14-6)',
    'Arbeidsavtale for kvar stillingsgruppe (aml. §§ 14-5 og 14-6)',
    'Employment contract per staff group (Working Environment Act §§ 14-5 and 14-6)',
  ),
  INJURY_INSURED: words('Yrkesskadeforsikring', 'Yrkesskadeforsikring', 'Occupational injury insurance'),
  MINIMUM_PAY: words(
    'Allmenngjort minstelønn er betalt',
    'Allmenngjord minsteløn er betalt',
    'Generally applied minimum pay is paid',
  ),
  ASSIGNMENTS_REPORTED: words(
    'Oppdrag til utenlandske er meldt (sktfvl. § 7-6)',
    'Oppdrag til utanlandske er melde (sktfvl. § 7-6)',
    'Assignments to foreign contractors are reported (Tax Administration Act § 7-6)',
  ),
  RESIDENCE_PERMITS: words(
    'Utenlandske ansatte har lov til å arbeide',
    'Utanlandske tilsette har lov til å arbeide',
    'Foreign employees may work in Norway',
  ),
  DISCHARGE_PERMITTED: words(
    'Utslippstillatelse (forurensningsforskriften § 15-1)',
    'Utsleppsløyve (forureiningsforskrifta § 15-1)',
    'Discharge permit (Pollution Regulation § 15-1)',
  ),
} satisfies Record<string, Words>;

/** After the name of a condition, in a letter. */
export const CONDITION_STATES: Readonly<Record<ConditionState, Words>> = {
  MET: words('ja', 'ja', 'yes'),
  NOT_MET: words('nei', 'nei', 'no'),
  NOT_RELEVANT: words('gjelder ikke', 'gjeld ikkje', 'does not apply'),
};

interface Covered {
  readonly known: number;
  readonly covered: number;
}

/** How many have cards, in a letter. */
export const CARDS_COVERED: Readonly<Record<Language, (cards: Covered) => string>> = {
  nb: ({ covered, known }) => `Gyldig HMS-kort: ${covered} av ${known} kjente i virksomheten`,
  nn: ({ covered, known }) => `Gyldig HMS-kort: ${covered} av ${known} kjende i verksemda`,
  en: ({ covered, known }) => `Valid HSE card: ${covered} of ${known} known in the firm`,
};
