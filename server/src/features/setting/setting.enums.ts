/** How the value of a setting is written, and what may be done about a change. */
export const SettingKind = {
  WHOLE: 'WHOLE',
  AMOUNT: 'AMOUNT',
  FLAG: 'FLAG',
  TEXT: 'TEXT',
  LIST: 'LIST',
} as const;
export type SettingKind = (typeof SettingKind)[keyof typeof SettingKind];

export const SettingUnit = {
  DAYS: 'DAYS',
  WORKING_DAYS: 'WORKING_DAYS',
  HOURS: 'HOURS',
  MINUTES: 'MINUTES',
  YEARS: 'YEARS',
  HOUR_OF_DAY: 'HOUR_OF_DAY',
  KILOGRAMS: 'KILOGRAMS',
  NOK: 'NOK',
  PERCENT: 'PERCENT',
} as const;
export type SettingUnit = (typeof SettingUnit)[keyof typeof SettingUnit];

/** Where the console shows it. */
export const SettingArea = {
  PRICE: 'PRICE',
  INVOICE: 'INVOICE',
  ORDER: 'ORDER',
  CARD: 'CARD',
  REGISTER: 'REGISTER',
  EXCEPTION: 'EXCEPTION',
  TRANSPORT: 'TRANSPORT',
  CALENDAR: 'CALENDAR',
} as const;
export type SettingArea = (typeof SettingArea)[keyof typeof SettingArea];
