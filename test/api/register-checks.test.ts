import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CheckDesk, type Ordered } from '../support/check-desk.ts';
import { REASONS, type Told } from '../support/register-reasons.ts';

let desk: CheckDesk;
beforeAll(async () => {
  desk = await CheckDesk.start();
});
afterAll(() => desk.stop());

const person = ({ nationalId }: Ordered) => desk.sandbox.person(nationalId);
const firm = ({ firm: { mainOrgNumber } }: Ordered) => desk.sandbox.firm(mainOrgNumber);
const ALL_KINDS = [
  {},
  { scheme: 'CLEANING', citizenship: 'POL' },
  { scheme: 'CAR_CARE' },
  { scheme: 'GOODS_TRANSPORT' },
  { posted: true },
] as const;
const FINAL = ['ENH_REMOVED', 'FREG_DECEASED', 'CLEANING_NOT_APPROVED', 'CAR_CARE_NOT_APPROVED'];

/** What the orderer is told, and where the line stands. */
async function standing(line: Ordered) {
  const [{ status }, mails] = [await desk.line(line), await desk.mails(line)];
  return { status, mails };
}

function expectedOf({ outcome, reason }: Told) {
  if (FINAL.includes(reason)) return { status: 'REJECTED', mails: [`ORDER_REJECTED ${reason}`] };
  if (outcome === 'REJECTED')
    return { status: 'PENDING', mails: [expect.stringMatching(`ORDER_WAITING .*${reason}`)] };
  return { status: outcome === 'PENDING' ? 'PENDING' : 'READY', mails: [] };
}

describe('what the registers say about an order', () => {
  test('when all say yes the order is ready, and nobody is written to', async () => {
    const lines = await Promise.all(ALL_KINDS.map(given => desk.order(given)));
    await desk.run();
    for (const line of lines) {
      expect((await desk.line(line)).status).toBe('READY');
      expect(await desk.mails(line)).toEqual([]);
    }
    const known = await desk.checks(lines[1] as Ordered);
    expect(Object.keys(known)).toHaveLength(8);
    expect(Object.values(known).every(({ asked_at }) => asked_at !== null)).toBe(true);
  });

  test('every reason, from a real answer: check, timeline and letter', async () => {
    const lines: Ordered[] = [];
    for (const told of REASONS) {
      const line = await desk.order(told.given);
      told.tell(desk, line);
      lines.push(line);
    }
    await desk.run();
    for (const [i, told] of REASONS.entries()) {
      const line = lines[i] as Ordered;
      const { name, register, outcome, reason } = told;
      const check = (await desk.checks(line))[register];
      expect({ name, outcome: check?.outcome, reason: check?.reason }).toEqual({ name, outcome, reason });
      expect({ name, ...(await standing(line)) }).toEqual({ name, ...expectedOf(told) });
      expect((await desk.events(line)).some(event => event.includes(reason))).toBe(true);
    }
  });

  test('the wrong unit: on the main unit, or on another one', async () => {
    const [inMain, elsewhere] = [await desk.order(), await desk.order()];
    const other = await desk.firm();
    desk.sandbox.world.changeSubUnit(other.unitOrgNumber, { mainUnit: elsewhere.firm.mainOrgNumber });
    person(inMain).notEmployedIn(inMain.firm.unitOrgNumber).employedIn(inMain.firm.mainOrgNumber);
    person(elsewhere).notEmployedIn(elsewhere.firm.unitOrgNumber).employedIn(other.unitOrgNumber);
    await desk.run();
    expect((await desk.checks(inMain)).AA?.reason).toBe('AA_ONLY_IN_MAIN_UNIT');
    expect((await desk.checks(elsewhere)).AA?.reason).toBe('AA_OTHER_UNIT');
  });

  test('the proprietor of an ENK needs no employment', async () => {
    const owner = await desk.order({ form: 'ENK' });
    person(owner).notEmployedIn(owner.firm.unitOrgNumber);
    firm(owner).role('INNH', owner.nationalId);
    await desk.run();
    expect((await desk.checks(owner)).AA).toMatchObject({ outcome: 'APPROVED', reason: 'AA_PROPRIETOR' });
  });

  test('a declared firm without VAT is approved at once, by the word of its orderer', async () => {
    const line = await desk.order();
    firm(line).is({ inVatRegister: false });
    const sql = `insert into vat_declaration (organisation_id, order_id, firm_id, org_number, declared_by_id, declarer_name, declared_at) select 1, $1, $2, $3, min(id), 'Kari', now() from person`;
    await desk.desk.sql.query(sql, [line.orderId, line.firm.main, line.firm.mainOrgNumber]);
    await desk.run();
    expect((await desk.checks(line)).MVA?.outcome).toBe('APPROVED_BY_SELF_DECLARATION');
    expect((await desk.line(line)).status).toBe('READY');
  });

  const REISSUE =
    'mutation Again($input: ReissueCardInput!) { reissueCard(input: $input) { orderNumber card { version } } }';
  const sqlOf = async (sql: string, values: unknown[]) => (await desk.desk.sql.query(sql, values)).rows;

  /** A declared firm's card, ordered anew by staff. @returns what Mva-registeret's check of the new order says */
  async function reissued(reason: string) {
    const line = await desk.order({ card: true });
    firm(line).is({ inVatRegister: false });
    const sql = `insert into vat_declaration (organisation_id, order_id, firm_id, org_number, declared_by_id, declarer_name, declared_at) select 1, $1, $2, $3, min(id), 'Kari', now() from person`;
    await desk.desk.sql.query(sql, [line.orderId, line.firm.main, line.firm.mainOrgNumber]);
    const senior = await desk.desk.as('senior');
    const again = async (cardId: string | null, version: number) =>
      (await senior.ask(REISSUE, { input: { cardId, expectedVersion: version, reason } })).reissueCard;
    const { orderNumber } = await again(line.cardId, 1);
    await desk.run();
    const [check] = await sqlOf(
      `select c.outcome, c.reason from register_check c join order_item i on i.id = c.order_item_id where i.order_number = $1 and c.register = 'MVA'`,
      [orderNumber],
    );
    const [told] = await sqlOf(
      `select (select count(*)::int from vat_declaration where firm_id = $1) as declarations, o.vat_declaration_id is not null as repeats,
        (select declarations from vat_firm where firm_id = $1) as collected from card_order o where o.number = $2`,
      [line.firm.main, orderNumber],
    );
    return { ...check, ...told };
  }

  test('whose card staff order anew, as the first was wrong, stands on the same word, which is told once', async () => {
    expect(await reissued('WRONG_DETAILS')).toEqual({
      ...{ outcome: 'APPROVED_BY_SELF_DECLARATION', reason: 'MVA_DECLARED' },
      ...{ declarations: 1, repeats: true, collected: 1 },
    });
  });

  test('whose card was lost has a new order, for which nobody has declared anything', async () => {
    expect(await reissued('LOST')).toMatchObject({
      ...{ outcome: 'REJECTED', reason: 'MVA_NOT_REGISTERED', declarations: 1, repeats: false },
    });
  });
});
