/** What each row of the decision table says, and which paragraph or guidance says so, in three languages. */
import type { Language } from '../../platform/language.ts';
import type { TransportDutyRow } from './transport-duty.enums.ts';
import type { DutySettings } from './transport-duty.rules.ts';

export interface DutyWording {
  readonly title: string;
  /** Where it stands. */
  readonly source: string;
}

type Wording = (rules: DutySettings) => DutyWording;

/** § 1-2 and § 2-1 as published; other rows cite the regulation and its comments, whose numbering was not at hand. */
const REGULATION = 'FOR 20.06.2025';
const kg = (weight: number) => String(weight).replace(/(?=\d{3}$)/, '\u00a0');

const nb: Readonly<Record<TransportDutyRow, Wording>> = {
  NOT_IN_FORCE: () => ({
    title: 'Før 1. januar 2026: kravet gjaldt ikke ennå',
    source: `${REGULATION}, ikrafttredelse`,
  }),
  NOT_IN_THE_CAR: () => ({
    title: 'Kontor- og lageransatte som ikke er med i bilen, trenger ikke kort',
    source: `${REGULATION}, kommentarene: kravet gjelder sjåfører og medhjelpere`,
  }),
  VOLUNTEER: () => ({
    title: 'Frivillige trenger ikke kort. Ansatte i frivillige organisasjoner trenger det',
    source: `${REGULATION}, kommentarene om frivillig arbeid`,
  }),
  TOO_HEAVY: rules => ({
    title: `Tyngre enn ${kg(rules.transportMaxKg)} kg tillatt totalvekt (elbil: ${kg(rules.transportMaxElectricKg)} kg)`,
    source: `${REGULATION} § 1-2 første ledd`,
  }),
  UNPAID: () => ({
    title: 'Transport uten vederlag gir ikke kortplikt',
    source: `${REGULATION} § 1-2 første ledd: «mot vederlag»`,
  }),
  OWN_GOODS: () => ({
    title: 'Egne varer, når alle tre vilkårene er oppfylt',
    source: `${REGULATION} § 1-2 første ledd: «andres varer», og kommentarene om egentransport`,
  }),
  OTHER_CARD: () => ({
    title: 'Har allerede HMS-kort fra en annen ordning for samme arbeidsgiver',
    source: `${REGULATION}, unntaket for kort fra andre ordninger`,
  }),
  POSTED_EXEMPT: rules => ({
    title: rules.postedExemptElectricOnly
      ? `Utsendt arbeidstaker i elbil over ${kg(rules.postedExemptOverKg)} kg`
      : `Utsendt arbeidstaker i bil over ${kg(rules.postedExemptOverKg)} kg`,
    source: `${REGULATION}, unntaket for utsendte: første trinn til 30. juni 2026, andre fra 1. juli 2026`,
  }),
  DUTY: () => ({
    title: 'Transporterer andres varer mot vederlag: trenger kort',
    source: `${REGULATION} § 1-2 første ledd og kapittel 2`,
  }),
};

const nn: Readonly<Record<TransportDutyRow, Wording>> = {
  NOT_IN_FORCE: () => ({
    title: 'Før 1. januar 2026: kravet gjaldt ikkje enno',
    source: `${REGULATION}, ikraftsetjing`,
  }),
  NOT_IN_THE_CAR: () => ({
    title: 'Kontor- og lagertilsette som ikkje er med i bilen, treng ikkje kort',
    source: `${REGULATION}, kommentarane: kravet gjeld sjåførar og medhjelparar`,
  }),
  VOLUNTEER: () => ({
    title: 'Frivillige treng ikkje kort. Tilsette i frivillige organisasjonar treng det',
    source: `${REGULATION}, kommentarane om frivillig arbeid`,
  }),
  TOO_HEAVY: rules => ({
    title: `Tyngre enn ${kg(rules.transportMaxKg)} kg tillaten totalvekt (elbil: ${kg(rules.transportMaxElectricKg)} kg)`,
    source: `${REGULATION} § 1-2 første ledd`,
  }),
  UNPAID: () => ({
    title: 'Transport utan vederlag gir ikkje kortplikt',
    source: `${REGULATION} § 1-2 første ledd: «mot vederlag»`,
  }),
  OWN_GOODS: () => ({
    title: 'Eigne varer, når alle tre vilkåra er oppfylte',
    source: `${REGULATION} § 1-2 første ledd: «andres varer», og kommentarane om eigentransport`,
  }),
  OTHER_CARD: () => ({
    title: 'Har alt HMS-kort frå ei anna ordning for same arbeidsgivar',
    source: `${REGULATION}, unntaket for kort frå andre ordningar`,
  }),
  POSTED_EXEMPT: rules => ({
    title: rules.postedExemptElectricOnly
      ? `Utsend arbeidstakar i elbil over ${kg(rules.postedExemptOverKg)} kg`
      : `Utsend arbeidstakar i bil over ${kg(rules.postedExemptOverKg)} kg`,
    source: `${REGULATION}, unntaket for utsende: første steget til 30. juni 2026, andre frå 1. juli 2026`,
  }),
  DUTY: () => ({
    title: 'Transporterer varene til andre mot vederlag: treng kort',
    source: `${REGULATION} § 1-2 første ledd og kapittel 2`,
  }),
};

const en: Readonly<Record<TransportDutyRow, Wording>> = {
  NOT_IN_FORCE: () => ({
    title: 'Before 1 January 2026: the duty had not begun',
    source: `${REGULATION}, entry into force`,
  }),
  NOT_IN_THE_CAR: () => ({
    title: 'Office and warehouse staff who do not ride along need no card',
    source: `${REGULATION}, comments: the duty is for drivers and helpers`,
  }),
  VOLUNTEER: () => ({
    title: 'Volunteers need no card. Employees of voluntary organisations do',
    source: `${REGULATION}, comments on voluntary work`,
  }),
  TOO_HEAVY: rules => ({
    title: `Heavier than ${kg(rules.transportMaxKg)} kg permitted total weight (electric: ${kg(rules.transportMaxElectricKg)} kg)`,
    source: `${REGULATION} § 1-2 first paragraph`,
  }),
  UNPAID: () => ({
    title: 'Transport without payment brings no duty',
    source: `${REGULATION} § 1-2 first paragraph: “for payment”`,
  }),
  OWN_GOODS: () => ({
    title: 'Own goods, when all three conditions are met',
    source: `${REGULATION} § 1-2 first paragraph: “others’ goods”, and the comments on own transport`,
  }),
  OTHER_CARD: () => ({
    title: 'Has a card of another scheme for the same employer already',
    source: `${REGULATION}, exemption for cards of other schemes`,
  }),
  POSTED_EXEMPT: rules => ({
    title: rules.postedExemptElectricOnly
      ? `Posted worker in an electric vehicle over ${kg(rules.postedExemptOverKg)} kg`
      : `Posted worker in a vehicle over ${kg(rules.postedExemptOverKg)} kg`,
    source: `${REGULATION}, exemption for posted workers: first step to 30 June 2026, second from 1 July 2026`,
  }),
  DUTY: () => ({
    title: 'Transports others’ goods for payment: needs a card',
    source: `${REGULATION} § 1-2 first paragraph and chapter 2`,
  }),
};

const WORDINGS = { nb, nn, en } satisfies Record<Language, typeof nb>;

export const dutyWording = (
  row: TransportDutyRow,
  { language, rules }: { language: Language; rules: DutySettings },
): DutyWording => WORDINGS[language][row](rules);
