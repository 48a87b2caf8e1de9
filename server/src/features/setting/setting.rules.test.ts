import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '../../platform/calendar/calendar.ts';
import {
  definitionOf,
  extraDaysOff,
  historyOf,
  readValue,
  SETTING_KEYS,
  type SettingRow,
  settingsFrom,
  valueFault,
  writeValue,
} from './setting.rules.ts';

let rows = 0;
const row = (given: Partial<SettingRow>): SettingRow => {
  rows += 1;
  const { key = 'autoCancelWorkingDays', scheme = null, value = '25', validFrom = '2027-01-01' } = given;
  return { id: String(rows), key, scheme, value, validFrom };
};

describe('the rules of a day', () => {
  it('are those of the domain until somebody changes them', () => {
    expect(settingsFrom([], '2026-11-22', 'CLEANING')).toMatchObject({
      autoCancelWorkingDays: 20,
      renewalWindowDays: 14,
      validityYears: 2,
      uploadLinkHours: 120,
      futureEmployeeDays: 30,
      productionWorkingDays: 4,
      cardPriceOre: 12_950,
      vatPercent: 25,
      orderingRoles: ['DAGL', 'LEDE', 'INNH', 'DTPR', 'DTSO', 'KOMP', 'BEST', 'REPR'],
      seizedCardsToIssuer: true,
      closedOnChristmasEve: false,
    });
  });

  it('change on the day the change holds from, not the day before', () => {
    const changed = [row({ value: '25', validFrom: '2027-01-01' })];
    expect(settingsFrom(changed, '2026-12-31').autoCancelWorkingDays).toBe(20);
    expect(settingsFrom(changed, '2027-01-01').autoCancelWorkingDays).toBe(25);
  });

  it('stay what they were for a case of an earlier day, however often they change later', () => {
    const changed = [row({ validFrom: '2027-06-01', value: '10' }), row({ validFrom: '2027-01-01' })];
    expect(settingsFrom(changed, '2027-05-31').autoCancelWorkingDays).toBe(25);
    expect(settingsFrom(changed, '2030-01-01').autoCancelWorkingDays).toBe(10);
  });

  it('of one scheme go before those of all, also when these are newer', () => {
    const changed = [
      row({ scheme: 'CLEANING', value: '60', validFrom: '2027-01-01' }),
      row({ value: '25', validFrom: '2027-02-01' }),
    ];
    expect(settingsFrom(changed, '2027-03-01', 'CLEANING').autoCancelWorkingDays).toBe(60);
    expect(settingsFrom(changed, '2027-03-01', 'CAR_CARE').autoCancelWorkingDays).toBe(25);
    expect(settingsFrom(changed, '2027-03-01').autoCancelWorkingDays).toBe(25);
  });

  it.each([
    ['delegateMayBeOutsider', '2025-12-31', true],
    ['delegateMayBeOutsider', '2026-01-01', false],
    ['postedExemptOverKg', '2026-06-30', 3_500],
    ['postedExemptOverKg', '2026-07-01', 2_500],
    ['postedExemptElectricOnly', '2026-06-30', true],
    ['postedExemptElectricOnly', '2026-07-01', false],
    ['expiredCardsToIssuer', '2019-12-31', true],
    ['expiredCardsToIssuer', '2020-01-01', false],
  ] as const)('where the sources clash: %s on %s is %s in goods transport', (key, day, value) => {
    expect(settingsFrom([], day, 'GOODS_TRANSPORT')[key]).toBe(value);
  });

  it('check work access in every scheme but construction', () => {
    expect(settingsFrom([], '2026-11-22', 'CONSTRUCTION').workAccessChecked).toBe(false);
    expect(settingsFrom([], '2026-11-22', 'CAR_CARE').workAccessChecked).toBe(true);
  });

  it('close the house on 24 and 31 December only when it says so', () => {
    const closed = [row({ key: 'closedOnChristmasEve', value: 'true', validFrom: '2026-12-01' })];
    const off = extraDaysOff(settingsFrom(closed, '2026-12-23'));
    expect([isWorkingDay('2026-12-24', off), isWorkingDay('2026-12-31', off)]).toEqual([false, true]);
    expect(isWorkingDay('2026-12-24', extraDaysOff(settingsFrom(closed, '2026-11-30')))).toBe(true);
  });
});

describe('every setting', () => {
  it.each(SETTING_KEYS)(
    '%s: what it is born with could have been typed, and holds from the beginning',
    key => {
      const definition = definitionOf(key);
      const history = historyOf(key, []);
      expect(history[0]).toMatchObject({ from: null, scheme: null });
      // Who sells is nobody's to guess: empty until it is given.
      for (const { value } of history.filter(({ value: born }) => born !== '')) {
        const typed = writeValue(definition, value);
        expect(valueFault(definition, typed)).toBeNull();
        expect(readValue(definition, typed)).toEqual(value);
      }
      if (!definition.perScheme) expect(history.every(({ scheme }) => scheme === null)).toBe(true);
    },
  );
});

describe('a value somebody types', () => {
  it.each([
    ['autoCancelWorkingDays', '20', null],
    ['autoCancelWorkingDays', ' 20 ', null],
    ['autoCancelWorkingDays', '0', 'OUT_OF_RANGE'],
    ['autoCancelWorkingDays', '121', 'OUT_OF_RANGE'],
    ['autoCancelWorkingDays', '20.5', 'NUMBER_EXPECTED'],
    ['autoCancelWorkingDays', '-1', 'NUMBER_EXPECTED'],
    ['autoCancelWorkingDays', '', 'NUMBER_EXPECTED'],
    ['cardPriceOre', '132,90', null],
    ['cardPriceOre', '132.905', 'NUMBER_EXPECTED'],
    ['cardPriceOre', '1000.01', 'OUT_OF_RANGE'],
    ['seizedCardsToIssuer', 'true', null],
    ['seizedCardsToIssuer', 'ja', 'INVALID'],
    ['issuerName', '  ', 'REQUIRED'],
    ['orderingRoles', 'DAGL, LEDE', null],
    ['orderingRoles', 'DAGL DAGL', 'CODES_EXPECTED'],
    ['orderingRoles', 'dagl', 'CODES_EXPECTED'],
    ['orderingRoles', '', 'CODES_EXPECTED'],
  ] as const)('%s "%s": %s', (key, typed, fault) => {
    expect(valueFault(definitionOf(key), typed)).toBe(fault);
  });

  it('is read as people write it: kroner with a comma, codes with or without commas', () => {
    expect(readValue(definitionOf('cardPriceOre'), '132,9')).toBe(13_290);
    expect(readValue(definitionOf('orderingRoles'), 'DAGL LEDE,INNH')).toEqual(['DAGL', 'LEDE', 'INNH']);
  });
});
