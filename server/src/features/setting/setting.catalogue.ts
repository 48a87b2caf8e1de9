/**
 * Every rule of the scheme that may change, declared once: how it is written, what holds until an administrator changes it,
 * where it comes from (domain sections 2, 5, 6 and 12). What it means in words stands in the console's texts, in three languages.
 */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { isBankAccount, isPostalAddress } from '../invoice/seller.rules.ts';
import type { Scheme } from '../order/order.enums.ts';
import { isOrgNumber } from '../organisation/org-number.rules.ts';
import type { SettingArea, SettingKind, SettingUnit } from './setting.enums.ts';

/** What the desk is born with: a value from a date on (from the beginning when null), for one scheme or for all. */
export interface Layer<T> {
  readonly from: LocalDate | null;
  readonly scheme?: Scheme;
  readonly value: T;
}

interface Shared<K extends SettingKind, T> {
  readonly kind: K;
  readonly area: SettingArea;
  readonly unit?: SettingUnit;
  /** As people in the trade cite it; R… are rules of the domain guide. */
  readonly source: string;
  /** Whether a scheme may have a value of its own. */
  readonly perScheme?: boolean;
  readonly layers: readonly Layer<T>[];
}

interface Range {
  readonly least: number;
  readonly most: number;
}

export type Whole = Shared<'WHOLE', number> & Range;
/** Kept in hundredths (øre). */
export type Amount = Shared<'AMOUNT', number> & Range;
export type Flag = Shared<'FLAG', boolean>;
/** `holds`: what a text must be, besides something; without it any text will do. */
export type Words = Shared<'TEXT', string> & { readonly holds?: (text: string) => boolean };
/** Codes of one shape, at least one, none twice. */
export type List = Shared<'LIST', readonly string[]> & { readonly of: RegExp };

export type Definition = Whole | Amount | Flag | Words | List;

const always = <T>(value: T): readonly Layer<T>[] => [{ from: null, value }];

type Given<D extends Definition> = Omit<D, 'kind' | 'layers'> & { readonly layers?: D['layers'] };

const whole = (value: number, given: Given<Whole>): Whole => ({
  kind: 'WHOLE',
  layers: always(value),
  ...given,
});
const amount = (value: number, given: Given<Amount>): Amount => ({
  kind: 'AMOUNT',
  layers: always(value),
  ...given,
});
const flag = (value: boolean, given: Given<Flag>): Flag => ({
  kind: 'FLAG',
  layers: always(value),
  ...given,
});
const words = (value: string, given: Given<Words>): Words => ({
  kind: 'TEXT',
  layers: always(value),
  ...given,
});
const list = (value: readonly string[], given: Given<List>): List => ({
  kind: 'LIST',
  layers: always(value),
  ...given,
});

/** [000] took the place of [003] when the issuer changed. */
const ISSUER_CHANGED = '2020-01-01';
/** The regulation on goods transport [004], and the second step of its exemption for posted workers. */
const TRANSPORT_BEGAN = '2026-01-01';
const TRANSPORT_SECOND_STEP = '2026-07-01';

const INVOICE = { area: 'INVOICE' } as const;
const EXCEPTION = { area: 'EXCEPTION', least: 1 } as const;

export const SETTINGS = {
  // What a card costs and who makes it
  cardPriceOre: amount(12_950, {
    area: 'PRICE',
    unit: 'NOK',
    least: 0,
    most: 100_000,
    source: 'arbeidstilsynet.no; before: 131.56 incl. VAT (2018). Also seen: 104, 107.50, 132.90',
    layers: [
      { from: null, value: 10_525 },
      { from: ISSUER_CHANGED, value: 12_950 },
    ],
  }),
  vatPercent: whole(25, {
    area: 'PRICE',
    unit: 'PERCENT',
    least: 0,
    most: 100,
    source: 'Peppol BIS 3: VAT 25 %',
  }),
  issuerName: {
    kind: 'TEXT',
    area: 'PRICE',
    source: 'arbeidstilsynet.no 2018, hmskort.no 2020',
    layers: [
      { from: null, value: 'IDEMIA' },
      { from: ISSUER_CHANGED, value: 'EVRY Card Services' },
    ],
  } as Words,

  // Invoices: who sells, as every invoice says it. None is made before all of it has been given.
  issuerOrgNumber: words('', { ...INVOICE, source: 'Bokføringsforskriften § 5-1-1', holds: isOrgNumber }),
  issuerAddress: words('', { ...INVOICE, source: 'Bokføringsforskriften § 5-1-1', holds: isPostalAddress }),
  issuerBankAccount: words('', { ...INVOICE, source: 'Own choice', holds: isBankAccount }),
  issuerEmail: words('', { ...INVOICE, source: 'Own choice', holds: text => /^\S+@\S+\.\S+$/.test(text) }),
  invoiceDueDays: whole(30, {
    ...INVOICE,
    unit: 'DAYS',
    least: 1,
    most: 90,
    source: 'R19, hmskort.no 2020',
  }),
  kidAlgorithm: words('MOD10', {
    ...INVOICE,
    source: 'Own choice',
    holds: text => text === 'MOD10' || text === 'MOD11',
  }),

  // Ordering
  autoCancelWorkingDays: whole(20, {
    area: 'ORDER',
    unit: 'WORKING_DAYS',
    least: 1,
    most: 120,
    source: 'R2, hmskort.no 2020',
    perScheme: true,
  }),
  uploadLinkHours: whole(120, {
    area: 'ORDER',
    unit: 'HOURS',
    least: 1,
    most: 720,
    source: 'R9, hmskort.no 2020',
    perScheme: true,
  }),
  futureEmployeeDays: whole(30, {
    area: 'ORDER',
    unit: 'DAYS',
    least: 0,
    most: 180,
    source: 'R10, arbeidstilsynet.no 2018',
    perScheme: true,
  }),
  productionWorkingDays: whole(4, {
    area: 'ORDER',
    unit: 'WORKING_DAYS',
    least: 1,
    most: 30,
    source: 'R12, hmskort.no 2020',
  }),
  orderingRoles: list(['DAGL', 'LEDE', 'INNH', 'DTPR', 'DTSO', 'KOMP', 'BEST', 'REPR'], {
    area: 'ORDER',
    source: 'Own choice',
    perScheme: true,
    of: /^[A-Z]{4}$/,
  }),
  delegateMayBeOutsider: flag(true, {
    area: 'ORDER',
    source: 'hmskort.no 2020; FOR 20.06.2025 (transport)',
    perScheme: true,
    layers: [
      { from: null, value: true },
      { from: TRANSPORT_BEGAN, scheme: 'GOODS_TRANSPORT', value: false },
    ],
  }),
  cleaningFirmChoosesCard: flag(true, { area: 'ORDER', source: 'hmskort.no 2020' }),
  cleaningCardValidOnSites: flag(false, { area: 'ORDER', source: 'hmskort.no' }),

  // The card
  validityYears: whole(2, {
    area: 'CARD',
    unit: 'YEARS',
    least: 1,
    most: 10,
    source: 'R4, hmskort.no 2020, FOR 20.06.2025',
    perScheme: true,
  }),
  renewalWindowDays: whole(14, {
    area: 'CARD',
    unit: 'DAYS',
    least: 0,
    most: 180,
    source: 'R5, hmskort.no 2020',
    perScheme: true,
  }),
  expiryNoticeDays: whole(30, {
    area: 'CARD',
    unit: 'DAYS',
    least: 1,
    most: 180,
    source: 'Own choice',
    perScheme: true,
  }),
  dNumberYears: whole(5, { area: 'CARD', unit: 'YEARS', least: 1, most: 20, source: 'R20, renholdsnytt.no' }),
  expiredCardsToIssuer: flag(false, {
    area: 'CARD',
    source: 'arbeidstilsynet.no 2018; since: hmskort.no 2020, FOR 20.06.2025',
    layers: [
      { from: null, value: true },
      { from: ISSUER_CHANGED, value: false },
    ],
  }),
  seizedCardsToIssuer: flag(true, { area: 'CARD', source: 'FOR 20.06.2025' }),
  seizedCardsAddress: {
    kind: 'TEXT',
    area: 'CARD',
    source: 'FOR 20.06.2025',
    layers: always('Kortutstederen, Postboks 1, 0001 Oslo'),
  },
  tipDueDays: whole(5, {
    area: 'CARD',
    unit: 'WORKING_DAYS',
    least: 1,
    most: 60,
    source: 'Own choice',
  }),

  // Registers
  workAccessChecked: flag(true, {
    area: 'REGISTER',
    source: 'hmskort.no 2020, FOR 20.06.2025 § 2-1',
    perScheme: true,
    layers: [
      { from: null, value: true },
      { from: null, scheme: 'CONSTRUCTION', value: false },
    ],
  }),
  vatDeclarationsAgain: whole(3, {
    area: 'REGISTER',
    least: 2,
    most: 50,
    source: 'Own choice',
  }),
  registerRetryMinutes: whole(5, {
    area: 'REGISTER',
    unit: 'MINUTES',
    least: 1,
    most: 1_440,
    source: 'Own choice',
  }),
  registerRetryMostMinutes: whole(360, {
    area: 'REGISTER',
    unit: 'MINUTES',
    least: 5,
    most: 10_080,
    source: 'Own choice',
  }),
  recheckHour: whole(2, {
    area: 'REGISTER',
    unit: 'HOUR_OF_DAY',
    least: 0,
    most: 23,
    source: 'R14, R18, hmskort.no 2020',
  }),

  // Exceptions from the registers
  exceptionDueDays: whole(20, { ...EXCEPTION, unit: 'WORKING_DAYS', most: 60, source: 'fvl. § 11 a' }),
  exceptionDocumentDays: whole(21, { ...EXCEPTION, unit: 'DAYS', most: 90, source: 'Own choice' }),
  appealDays: whole(21, { ...EXCEPTION, unit: 'DAYS', most: 90, source: 'fvl. §§ 28–29' }),
  postalDays: whole(7, { ...EXCEPTION, unit: 'DAYS', most: 30, source: 'Own choice' }),
  appealsBody: {
    kind: 'TEXT',
    area: 'EXCEPTION',
    source: 'fvl. § 28',
    layers: always('Arbeids- og inkluderingsdepartementet'),
  },
  authorityContact: {
    kind: 'TEXT',
    area: 'EXCEPTION',
    source: 'arbeidstilsynet.no 2018',
    layers: always('Arbeidstilsynet, Postboks 4720 Torgarden, 7468 Trondheim'),
  },
  authorityPhone: {
    kind: 'TEXT',
    area: 'EXCEPTION',
    source: 'arbeidstilsynet.no 2018',
    layers: always('73 19 97 00'),
  },

  // Approved firms confirm every year
  confirmationOpenDays: whole(61, {
    ...EXCEPTION,
    unit: 'DAYS',
    most: 200,
    source: 'Altinn, Årlig melding',
  }),
  confirmationReminderDays: whole(14, { ...EXCEPTION, unit: 'DAYS', most: 60, source: 'Own choice' }),
  confirmationCommentDays: whole(14, { ...EXCEPTION, unit: 'DAYS', most: 90, source: 'fvl. § 16' }),

  // Goods transport
  transportMaxKg: whole(3_500, {
    area: 'TRANSPORT',
    unit: 'KILOGRAMS',
    least: 0,
    most: 50_000,
    source: 'FOR 20.06.2025',
  }),
  transportMaxElectricKg: whole(4_250, {
    area: 'TRANSPORT',
    unit: 'KILOGRAMS',
    least: 0,
    most: 50_000,
    source: 'FOR 20.06.2025',
  }),
  postedExemptOverKg: whole(3_500, {
    area: 'TRANSPORT',
    unit: 'KILOGRAMS',
    least: 0,
    most: 50_000,
    source: 'FOR 20.06.2025',
    layers: [
      { from: null, value: 3_500 },
      { from: TRANSPORT_SECOND_STEP, value: 2_500 },
    ],
  }),
  postedExemptElectricOnly: flag(true, {
    area: 'TRANSPORT',
    source: 'FOR 20.06.2025',
    layers: [
      { from: null, value: true },
      { from: TRANSPORT_SECOND_STEP, value: false },
    ],
  }),

  // Days off
  closedOnChristmasEve: flag(false, { area: 'CALENDAR', source: 'Own choice' }),
  closedOnNewYearsEve: flag(false, { area: 'CALENDAR', source: 'Own choice' }),
} as const satisfies Readonly<Record<string, Definition>>;

export type SettingKey = keyof typeof SETTINGS;
