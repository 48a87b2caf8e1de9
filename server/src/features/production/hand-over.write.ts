/** Hands cards over to production: everything that is ready becomes a sealed batch, with its numbers, its lines and its states, all or nothing. */
import { randomInt } from 'node:crypto';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { DueRow } from '../../platform/jobs/sweep.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { expiresOn } from '../card/card.rules.ts';
import { newCardNumber, type RandomInt } from '../card/card-number.rules.ts';
import { newChipCode } from '../card/chip-code.ts';
import { makeQrContent } from '../card/qr-content.ts';
import type { ImageRequirement } from '../image-review/image-review.enums.ts';
import { moveItem } from '../order/item-state.write.ts';
import type { OrderItemStatus, Scheme } from '../order/order.enums.ts';
import { productionDueOn } from '../order/ordering.rules.ts';
import { settingRows } from '../setting/setting.readmodel.ts';
import { extraDaysOff, type Settings, settingsFrom } from '../setting/setting.rules.ts';
import { type Address, type CardFacts, cardData, holdReason } from './card-data.rules.ts';
import { ADD_BATCH, ADD_FILE, ADD_LINES, GIVE_NUMBERS, HOLD, TAKEN_NUMBERS } from './hand-over.sql.ts';
import { type Written, writeBatch } from './manifest.rules.ts';

type Loose = { readonly [K in keyof Address]: string | null };

export interface ReadyRow extends DueRow {
  status: OrderItemStatus;
  image_requirement: ImageRequirement;
  scheme: Scheme;
  given_name: string;
  family_name: string;
  birth_date: LocalDate | null;
  gender: 'WOMAN' | 'MAN' | null;
  employer: string;
  org_number: string;
  delivery: Loose;
  invoice: Loose[];
  storage_key: string | null;
  master_key: string | null;
  data_key: Buffer | null;
}

export interface HandOverParts {
  readonly keys: Keys;
  readonly files: SealedStorage;
  readonly publicUrl: string;
  /** Draws card numbers; a test may draw the same twice. */
  readonly draw?: RandomInt;
}

interface Ready {
  readonly row: ReadyRow;
  readonly facts: CardFacts;
  readonly photo: Buffer;
}

/** Rows of several organisations become several batches. @returns how many lines were handed over or held back */
export async function handOver(
  tx: Tx,
  parts: HandOverParts,
  { rows, now }: { rows: readonly ReadyRow[]; now: Date },
): Promise<number> {
  const ready: Ready[] = [];
  for (const row of rows) {
    const facts = factsOf(row);
    const photo = await photoOf(parts.files, row);
    const reason = holdReason(facts, photo !== null);
    if (reason) await tx.query(HOLD, [row.organisation_id, row.id, row.card_number, now, reason]);
    else if (photo) ready.push({ row, facts, photo });
  }
  for (const organisation of new Set(ready.map(({ row }) => row.organisation_id)))
    await addBatch(tx, parts, {
      organisation,
      now,
      ready: ready.filter(({ row }) => row.organisation_id === organisation),
    });
  return rows.length;
}

const factsOf = (row: ReadyRow): CardFacts => ({
  givenName: row.given_name,
  familyName: row.family_name,
  birthDate: row.birth_date,
  gender: row.gender,
  scheme: row.scheme,
  employer: row.employer,
  orgNumber: row.org_number,
  delivery: row.delivery,
  invoice: row.invoice,
});

function photoOf(files: SealedStorage, row: ReadyRow): Promise<Buffer | null> {
  const { storage_key: storageKey, master_key: masterKey, data_key: dataKey } = row;
  if (!storageKey || !masterKey || !dataKey) return Promise.resolve(null);
  return files.get({ storageKey, masterKey, dataKey }, 'display');
}

interface Batch {
  readonly organisation: number;
  readonly now: Date;
  readonly ready: readonly Ready[];
}

async function addBatch(tx: Tx, parts: HandOverParts, batch: Batch): Promise<void> {
  const { now, ready, organisation } = batch;
  const rules = await settingRows(tx);
  const today = osloDate(now);
  const numbers = await numbersFor(tx, ready, parts.draw);
  const cards = await Promise.all(
    ready.map((one, at) =>
      cardOf(parts, one, {
        line: at + 1,
        number: numbers[at] ?? '',
        today,
        settings: settingsFrom(rules, today, one.row.scheme),
      }),
    ),
  );
  const general = settingsFrom(rules, today);
  const dueOn = productionDueOn(today, general.productionWorkingDays, extraDaysOff(general));
  const written = writeBatch(
    cards.map(({ data }) => data),
    { madeAt: now, dueOn },
  );
  const fileId = await store(tx, parts.files, { organisation, written });
  const about = [organisation, now, ready.length, Buffer.from(written.manifest.sha256, 'hex'), fileId, dueOn];
  const added = await tx.one<{ id: string }>(ADD_BATCH, about);
  await tx.query(GIVE_NUMBERS, [ready.map(({ row }) => row.id), numbers]);
  await tx.query(ADD_LINES, [
    ...[organisation, added?.id, written.manifest.lines.map(({ line }) => line)],
    ...[ready.map(({ row }) => row.id), numbers, cards.map(({ hash }) => hash)],
    ...[written.manifest.lines.map(line => Buffer.from(line.sha256, 'hex')), now],
  ]);
  for (const { row } of ready) await moveItem(tx, row, { trigger: 'HANDED_OVER', at: now });
}

interface Made {
  readonly line: number;
  readonly number: string;
  readonly today: LocalDate;
  readonly settings: Settings;
}

/** The chip says the earliest end the card can have: it never claims more than the desk will (decision 0281). */
async function cardOf(
  parts: HandOverParts,
  { facts, photo }: Ready,
  { line, number, today, settings }: Made,
) {
  const end = expiresOn(today, settings.validityYears);
  const { code, hash } = newChipCode(parts.keys, number);
  const qr = await makeQrContent(parts, { number, expiresOn: end }, code);
  const made = { line, cardNumber: number, issuedOn: today, expiresOn: end, issuer: settings.issuerName };
  return { hash, data: cardData(facts, { ...made, qr, chipCode: code, photo }) };
}

/** A number once given stays the line's. One that is taken is drawn again; the unique columns refuse what two servers draw at once. */
async function numbersFor(
  tx: Tx,
  ready: readonly Ready[],
  draw: RandomInt = below => randomInt(below),
): Promise<string[]> {
  const numbers = ready.map(({ row }) => row.card_number);
  while (numbers.includes(null)) {
    const drawn = [...new Set(numbers.filter(one => one === null).map(() => newCardNumber(draw)))];
    const taken = await tx.query<{ number: string }>(TAKEN_NUMBERS, [drawn]);
    const used = new Set([...taken.map(({ number }) => number), ...numbers]);
    const free = drawn.filter(number => !used.has(number));
    for (const number of free) numbers[numbers.indexOf(null)] = number;
  }
  return numbers.filter(number => number !== null);
}

async function store(
  tx: Tx,
  files: SealedStorage,
  { organisation, written }: { organisation: number; written: Written },
): Promise<string> {
  const { cards, manifest } = written;
  // The sealed store keeps two sides of a thing under one key: here the cards, and what they are checked with.
  const seal = await files.put({ display: cards, thumbnail: Buffer.from(JSON.stringify(manifest)) });
  const sum = Buffer.from(manifest.sha256, 'hex');
  const row = await tx.one<{ id: string }>(ADD_FILE, [
    ...[organisation, seal.storageKey, cards.length, sum],
    ...[seal.masterKey, seal.dataKey],
  ]);
  return row?.id ?? '';
}
