import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../setting/setting.rules.ts';
import { dutyWording } from './transport-duty.catalogue.ts';
import { TransportGoods, TransportRelation, TransportTask } from './transport-duty.enums.ts';
import { DUTY_TABLE, type DutyFacts, transportDuty } from './transport-duty.rules.ts';

const FACTS: DutyFacts = {
  on: '2026-11-22',
  task: 'DRIVE_OR_HELP',
  relation: 'EMPLOYEE',
  goods: 'OTHERS_PAID',
  own: { auxiliary: true, people: true, vehicle: true },
  electric: false,
  totalKg: 2_800,
  otherCard: false,
};
const rulesOn = (day: string) => settingsFrom([], day, 'GOODS_TRANSPORT');
const ask = (given: Partial<DutyFacts> = {}) => {
  const facts = { ...FACTS, ...given };
  return transportDuty(facts, rulesOn(facts.on));
};

describe('who needs a card in goods transport', () => {
  it.each([
    ['the driver of a van with others’ goods', {}, 'DUTY'],
    ['an owner who drives alone', { relation: 'OWNER' }, 'DUTY'],
    ['a freelancer', { relation: 'FREELANCER' }, 'DUTY'],
    ['the day before the regulation', { on: '2025-12-31' }, 'NOT_IN_FORCE'],
    ['the first day of the regulation', { on: '2026-01-01' }, 'DUTY'],
    ['the clerk in the office', { task: 'OFFICE_OR_WAREHOUSE' }, 'NOT_IN_THE_CAR'],
    ['a volunteer', { relation: 'VOLUNTEER' }, 'VOLUNTEER'],
    ['3,500 kg', { totalKg: 3_500 }, 'DUTY'],
    ['3,501 kg', { totalKg: 3_501 }, 'TOO_HEAVY'],
    ['electric, 3,501 kg', { totalKg: 3_501, electric: true }, 'DUTY'],
    ['electric, 4,250 kg', { totalKg: 4_250, electric: true }, 'DUTY'],
    ['electric, 4,251 kg', { totalKg: 4_251, electric: true }, 'TOO_HEAVY'],
    ['for nothing', { goods: 'OTHERS_UNPAID' }, 'UNPAID'],
    ['own goods, all three', { goods: 'OWN' }, 'OWN_GOODS'],
    ['a card from construction for the same employer', { otherCard: true }, 'OTHER_CARD'],
    [
      'posted, electric 3,501 kg, 30 June',
      { relation: 'POSTED', electric: true, totalKg: 3_501, on: '2026-06-30' },
      'POSTED_EXEMPT',
    ],
    [
      'posted, electric 3,500 kg, 30 June',
      { relation: 'POSTED', electric: true, totalKg: 3_500, on: '2026-06-30' },
      'DUTY',
    ],
    [
      'posted, electric 4,250 kg, 30 June',
      { relation: 'POSTED', electric: true, totalKg: 4_250, on: '2026-06-30' },
      'POSTED_EXEMPT',
    ],
    ['posted, 3,500 kg, 30 June', { relation: 'POSTED', totalKg: 3_500, on: '2026-06-30' }, 'DUTY'],
    ['posted, 2,501 kg, 30 June', { relation: 'POSTED', totalKg: 2_501, on: '2026-06-30' }, 'DUTY'],
    ['posted, 2,501 kg, 1 July', { relation: 'POSTED', totalKg: 2_501, on: '2026-07-01' }, 'POSTED_EXEMPT'],
    ['posted, 2,500 kg, 1 July', { relation: 'POSTED', totalKg: 2_500, on: '2026-07-01' }, 'DUTY'],
  ] as const)('%s', (_, given, row) => {
    expect(ask(given)).toMatchObject({ decidedBy: row, needed: row === 'DUTY' });
  });

  it.each(['auxiliary', 'people', 'vehicle'] as const)('own goods without "%s" are like others’', missing => {
    expect(ask({ goods: 'OWN', own: { ...FACTS.own, [missing]: false } }).needed).toBe(true);
  });

  it('is told who orders: for freelancers the principal, for people hired in whoever hires them out', () => {
    expect(ask({ relation: 'FREELANCER' }).orderer).toBe('PRINCIPAL');
    expect(ask({ relation: 'HIRED_IN' }).orderer).toBe('HIRER_OUT');
    expect(ask().orderer).toBe('EMPLOYER');
    expect(ask({ otherCard: true }).orderer).toBeNull();
  });

  it('sees every row that was looked at, also those that would have said the same', () => {
    const { rows, decidedBy } = ask({ relation: 'VOLUNTEER', totalKg: 5_000 });
    expect(decidedBy).toBe('VOLUNTEER');
    expect(rows.filter(({ applies }) => applies).map(({ id }) => id)).toEqual(['VOLUNTEER', 'TOO_HEAVY']);
    expect(rows.map(({ id }) => id)).toEqual(DUTY_TABLE.map(({ id }) => id));
  });
});

/** The regulation once more, told the other way round: when all of this is so, there is a duty. */
function dutyAsWritten({ on, task, relation, goods, own, electric, totalKg, otherCard }: DutyFacts): boolean {
  const ownTransport = own.auxiliary && own.people && own.vehicle;
  const covered = goods === 'OTHERS_PAID' || (goods === 'OWN' && !ownTransport);
  const light = totalKg <= 3_500 || (electric && totalKg <= 4_250);
  const postedOver = on <= '2026-06-30' ? electric && totalKg >= 3_501 : totalKg >= 2_501;
  const exempt = otherCard || (relation === 'POSTED' && postedOver);
  return (
    on >= '2026-01-01' && task === 'DRIVE_OR_HELP' && relation !== 'VOLUNTEER' && covered && light && !exempt
  );
}

const BOTH = [true, false];
const OWN = BOTH.flatMap(auxiliary =>
  BOTH.flatMap(people => BOTH.map(vehicle => ({ auxiliary, people, vehicle }))),
);
const DAYS = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31'];
const WEIGHTS = [1, 2_499, 2_500, 2_501, 3_499, 3_500, 3_501, 4_249, 4_250, 4_251, 26_000];

const CELLS = 5 * 2 * 6 * 3 * 8 * 2 * 11 * 2;

/** Each value of each question with each of every other, numbered. */
function cell(number: number): DutyFacts {
  let rest = number;
  const pick = <T>(values: readonly T[]): T => {
    const value = values[rest % values.length] as T;
    rest = Math.floor(rest / values.length);
    return value;
  };
  return {
    on: pick(DAYS),
    task: pick(Object.values(TransportTask)),
    relation: pick(Object.values(TransportRelation)),
    goods: pick(Object.values(TransportGoods)),
    own: pick(OWN),
    electric: pick(BOTH),
    totalKg: pick(WEIGHTS),
    otherCard: pick(BOTH),
  };
}

describe('the table', () => {
  it('says in every cell what the regulation says', () => {
    const rules = new Map(DAYS.map(day => [day, rulesOn(day)]));
    const decided = new Set<string>();
    for (let number = 0; number < CELLS; number += 1) {
      const facts = cell(number);
      const answer = transportDuty(facts, rules.get(facts.on) ?? rulesOn(facts.on));
      if (answer.needed !== dutyAsWritten(facts)) expect(facts).toBe('decided otherwise');
      decided.add(answer.decidedBy);
    }
    expect([...decided].sort(), 'every row decides somewhere').toEqual(DUTY_TABLE.map(({ id }) => id).sort());
  });

  it.each(['nb', 'nn', 'en'] as const)('has a title and a source for every row in %s', language => {
    const said = DUTY_TABLE.map(({ id }) => dutyWording(id, { language, rules: rulesOn('2026-07-01') }));
    expect(new Set(said.map(({ title }) => title)).size).toBe(DUTY_TABLE.length);
    expect(said.every(({ source }) => source.startsWith('FOR 20.06.2025'))).toBe(true);
  });

  it('follows the rules of the day when they change', () => {
    const rules = { ...rulesOn('2027-03-01'), transportMaxKg: 3_000 };
    expect(transportDuty({ ...FACTS, totalKg: 3_001 }, rules).decidedBy).toBe('TOO_HEAVY');
    expect(dutyWording('TOO_HEAVY', { language: 'nb', rules }).title).toContain('3\u00a0000');
  });
});
