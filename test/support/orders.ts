/** Orders, checks and cards for tests of the clock: placed and shipped by the desk's own use-cases at a day of one's choosing. */
import { randomBytes, randomInt } from 'node:crypto';
import { newCardNumber } from '../../server/src/features/card/card-number.rules.ts';
import { lockOrderItem, moveItem, settleItem } from '../../server/src/features/order/item-state.write.ts';
import type { Scheme } from '../../server/src/features/order/order.enums.ts';
import { type PlacingParts, placeOrder } from '../../server/src/features/order/place-order.write.ts';
import { shipItem } from '../../server/src/features/order/ship-item.write.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import type { Tx } from '../../server/src/platform/db/db.ts';
import type { JobDefinition } from '../../server/src/platform/jobs/jobs.ts';
import type { Desk } from './desk.ts';
import { createFirm, createPerson, type Firm } from './factories.ts';
import { systemDb } from './mails.ts';

export const noonOf = (day: string) => new Date(`${day}T11:00:00Z`);

export const inTx = <T>(desk: Desk, work: (tx: Tx) => Promise<T>) =>
  systemDb(desk.app.jobParts).transaction(work);

export const placingOf = (desk: Desk): PlacingParts => ({
  keys: loadKeys(undefined, desk.config.dataDir),
  mailDomain: 'hms-kort.example',
});

export interface PlacedLine {
  readonly firm: Firm;
  readonly personId: string;
  readonly itemId: string;
}

interface NewLine {
  day: string;
  scheme?: Scheme;
  firm?: Firm;
  personId?: string;
}

export async function placeLine(desk: Desk, given: NewLine): Promise<PlacedLine> {
  const firm = given.firm ?? (await createFirm(desk));
  const personId = given.personId ?? (await createPerson(desk)).id;
  const orderer = { personId: null, name: 'Kari Bestiller', role: 'DAGL', email: 'kari@firma.example' };
  const placed = await inTx(desk, tx =>
    placeOrder(
      tx,
      {
        organisationId: 1,
        unitId: firm.unit,
        mainUnitId: firm.main,
        scheme: given.scheme ?? 'CONSTRUCTION',
        channel: 'PORTAL',
        payment: 'INVOICE',
        customerReference: null,
        orderer: { ...orderer, language: 'nb' },
        delivery: { name: 'Firma AS', street: 'Storgata 1', postcode: '0155', city: 'OSLO' },
        lines: [{ personId, startOn: null, postedWorker: false }],
        at: noonOf(given.day),
      },
      placingOf(desk),
    ),
  );
  return { firm, personId, itemId: placed.lines[0]?.itemId ?? '' };
}

/** As if every register had said yes and the images were approved. */
export async function makeReady(desk: Desk, itemId: string, day: string): Promise<void> {
  const yes = `update register_check set outcome = 'APPROVED', settled_outcome = 'APPROVED', reason = null where order_item_id = $1`;
  await desk.sql.query(yes, [itemId]);
  await desk.sql.query(`update order_item set image_requirement = 'MET' where id = $1`, [itemId]);
  await inTx(desk, tx => settleItem(tx, itemId, noonOf(day)));
}

export interface Carded extends PlacedLine {
  readonly cardId: string;
}

/** A card that became valid on the day. */
export async function createCard(desk: Desk, given: NewLine): Promise<Carded> {
  const line = await placeLine(desk, given);
  await makeReady(desk, line.itemId, given.day);
  const number = newCardNumber(below => randomInt(below));
  await desk.sql.query('update order_item set card_number = $2 where id = $1', [line.itemId, number]);
  const { cardId } = await inTx(desk, async tx => {
    const item = await lockOrderItem(tx, line.itemId);
    const status = await moveItem(tx, item, { trigger: 'HANDED_OVER', at: noonOf(given.day) });
    return shipItem(tx, { ...item, status }, { at: noonOf(given.day), chipCodeHash: randomBytes(32) });
  });
  return { ...line, cardId };
}

/** One run of a job of the list. @returns how many rows it dealt with */
export function runJob(
  desk: Pick<Desk, 'app'>,
  jobs: readonly JobDefinition[],
  name: string,
): Promise<number> {
  const job = jobs.find(one => one.name === name);
  if (!job) throw new Error(`no job ${name}`);
  return job.run(systemDb(desk.app.jobParts), () => false);
}

/** What a rehearsal of it finds at that moment: row ids. */
export async function rehearse(
  desk: Desk,
  jobs: readonly JobDefinition[],
  { name, at }: { name: string; at: Date },
): Promise<string[]> {
  const job = jobs.find(one => one.name === name);
  const found = await job?.rehearse?.(systemDb(desk.app.jobParts), at, null);
  return found?.rows.map(({ id }) => id) ?? [];
}
