/** The whole register as two files, CSV and JSON, for whoever takes it along: made at most once a minute, whatever the load, and never older. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createGzip } from 'node:zlib';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { csvCell, csvText } from '../../platform/csv.ts';
import type { Db } from '../../platform/db/db.ts';
import { entryOf, type RegisterEntry } from './public-register.rules.ts';
import { FIND, type ToldRow } from './public-register.service.ts';

export type BulkFormat = 'csv' | 'json';

export interface BulkFile {
  readonly gzipped: Buffer;
  /** Of what is in it: every server of the desk makes the same one of the same firms. */
  readonly etag: string;
  /** When the register changed last, or today began: what is lawful may end with a day. */
  readonly changedAt: Date;
}

type BulkFiles = Readonly<Record<BulkFormat, BulkFile>>;

export interface BulkParts {
  readonly clock: Clock;
  readonly db: () => Db;
}

const FRESH_MS = 60_000;
/** Rows that are written without letting anyone else in between. */
const AT_A_TIME = 1_000;

const COLUMNS = [
  ...['orgNumber', 'name', 'place', 'firmStatus', 'register', 'status', 'since', 'validTo', 'lawfulToBuy'],
] as readonly (keyof RegisterEntry)[];

const CHANGED = `select approved_firms_changed_at() as changed, date_trunc('day', $1::timestamptz, 'Europe/Oslo') as midnight`;

export class BulkRegister {
  #files: Promise<BulkFiles> | null = null;
  #begunAt = 0;
  #making = false;

  constructor(private readonly parts: BulkParts) {}

  /** Whoever comes while the files are made waits for them. */
  async file(format: BulkFormat): Promise<BulkFile> {
    const now = this.parts.clock.now();
    const old = now.getTime() - this.#begunAt >= FRESH_MS;
    if (!this.#files || (old && !this.#making)) this.#files = this.#begin(now);
    return (await this.#files)[format];
  }

  async #begin(now: Date): Promise<BulkFiles> {
    this.#begunAt = now.getTime();
    this.#making = true;
    try {
      return await make(this.parts.db(), now);
    } catch (error) {
      this.#files = null;
      throw error;
    } finally {
      this.#making = false;
    }
  }
}

async function make(db: Db, now: Date): Promise<BulkFiles> {
  const [times] = await db.read<{ changed: Date | null; midnight: Date }>(CHANGED, [now]);
  const { changed = null, midnight = now } = times ?? {};
  const [csv, json] = [new Packing(), new Packing()];
  await csv.add(csvText(COLUMNS, []));
  await json.add(`{"changedAt":${JSON.stringify(changed)},"firms":[`);
  let comma = '\n';
  for await (const entries of pages(db, osloDate(now))) {
    if (entries.length === 0) break;
    const lines = entries.map(entry => JSON.stringify(entry)).join(',\n');
    await Promise.all([csv.add(entries.map(csvLine).join('')), json.add(comma + lines)]);
    comma = ',\n';
  }
  await json.add('\n]}\n');
  const changedAt = changed && changed > midnight ? changed : midnight;
  return { csv: await csv.file(changedAt), json: await json.file(changedAt) };
}

const csvLine = (entry: RegisterEntry) =>
  `${COLUMNS.map(name => csvCell(String(entry[name] ?? ''))).join(';')}\r\n`;

/** The next page is on its way while one is written. */
async function* pages(db: Db, today: string): AsyncGenerator<RegisterEntry[]> {
  let coming: Promise<ToldRow[]> | null = db.read<ToldRow>(FIND, ['{}', '', '', AT_A_TIME]);
  while (coming) {
    const rows: ToldRow[] = await coming;
    const last = rows.at(-1);
    coming =
      last && rows.length === AT_A_TIME
        ? db.read<ToldRow>(FIND, ['{}', last.org_number, last.register, AT_A_TIME])
        : null;
    coming?.catch(() => undefined);
    yield rows.map(row => entryOf(row, today));
  }
}

/** A text that is packed while it is written. */
class Packing {
  readonly #gzip = createGzip();
  readonly #hash = createHash('sha256');
  readonly #packed: Buffer[] = [];

  constructor() {
    this.#gzip.on('data', (part: Buffer) => void this.#packed.push(part));
  }

  async add(text: string): Promise<void> {
    this.#hash.update(text);
    if (!this.#gzip.write(text)) await once(this.#gzip, 'drain');
  }

  async file(changedAt: Date): Promise<BulkFile> {
    const ended = once(this.#gzip, 'end');
    this.#gzip.end();
    await ended;
    const etag = `W/"${this.#hash.digest('base64url')}"`;
    return { gzipped: Buffer.concat(this.#packed), etag, changedAt };
  }
}
