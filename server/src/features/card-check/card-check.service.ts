/** Answers whoever checks a card: by its number, or by the card itself. What was shown of whom is on record before it leaves. */
import sharp from 'sharp';
import { readStatement } from '../../platform/audit/audit.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db } from '../../platform/db/db.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import type { CardStatus } from '../card/card.enums.ts';
import { chipCodeHash } from '../card/chip-code.ts';
import { readQr, type Signature } from '../card/qr-content.ts';
import {
  type CardAnswer,
  type CheckedCard,
  fieldsFor,
  type NumberAnswer,
  shownCard,
  statusOn,
  type Viewer,
} from './card-check.rules.ts';

export interface CardCheckParts {
  readonly clock: Clock;
  readonly files: Pick<SealedStorage, 'get'>;
  readonly keys: Keys;
  readonly publicUrl: string;
}

interface NumberRow {
  status: CardStatus | null;
  expires_on: string | null;
  firm_name: string | null;
  org_number: string | null;
}

interface CodeRow extends CheckedCard {
  readonly card_id: string;
  readonly person_id: string;
  readonly storage_key: string | null;
  readonly master_key: string | null;
  readonly data_key: Buffer | null;
}

type Found = CodeRow & Record<string, unknown>;

const BY_NUMBER = 'select status, expires_on, firm_name, org_number from check_card_by_number($1)';
const BY_CODE = `select card_id, person_id, number, status, status_reason, status_at, valid_from, expires_on, scheme, firm_name, org_number,
  given_name, family_name, birth_date, storage_key, master_key, data_key from check_card_by_code($1)`;

/** Enough for a face on a phone; a tenth of the bytes that the desk keeps. */
const PORTRAIT = { width: 480, height: 600, fit: 'inside', withoutEnlargement: true } as const;

const UNKNOWN = { status: 'UNKNOWN', card: null } as const;

export class CardCheckService {
  constructor(private readonly parts: CardCheckParts) {}

  /** One statement, the same for a number that somebody has and one that nobody has. */
  async checkByNumber(db: Db, number: string): Promise<NumberAnswer> {
    const [row] = await db.read<NumberRow & Record<string, unknown>>(BY_NUMBER, [number]);
    const { status = null, expires_on = null, firm_name = null, org_number = null } = row ?? {};
    const firm = firm_name && org_number ? { name: firm_name, orgNumber: org_number } : null;
    return { number, status: statusOn({ status, expires_on }, this.#today()), firm };
  }

  /** What a phone has scanned: a forged signature opens nothing, whatever code it carries. */
  async checkByQr(db: Db, scanned: string, viewer: Viewer): Promise<CardAnswer> {
    const { signature, claims } = await readQr(this.parts, scanned, this.parts.clock.now());
    if (!claims) return { ...UNKNOWN, signature };
    return this.#check(db, { code: claims.c, signature, viewer });
  }

  /** What a reader has found in the chip. */
  async checkByCode(db: Db, code: string, viewer: Viewer): Promise<CardAnswer> {
    return this.#check(db, { code, signature: null, viewer });
  }

  /** The card and the row that says who was shown it, in one transaction. */
  async #check(db: Db, { code, signature, viewer }: Asked): Promise<CardAnswer> {
    const fields = fieldsFor(viewer);
    const entryOf = ({ card_id: rowId, person_id: id }: Found) => ({
      table: 'card',
      rowId,
      personIds: [id],
      fields,
    });
    const [[row] = []] = await db.readThen<Found>([[BY_CODE, [chipCodeHash(code)]]], ([rows = []]) =>
      rows[0] ? readStatement(db, entryOf(rows[0])) : null,
    );
    if (!row) return { ...UNKNOWN, signature };
    const card = shownCard(row, viewer, await this.#photo(row));
    return { status: statusOn(row, this.#today()), signature, card };
  }

  /** Null when retention has removed it. */
  async #photo({ storage_key: storageKey, master_key: masterKey, data_key: dataKey }: CodeRow) {
    if (!storageKey || !masterKey || !dataKey) return null;
    const bytes = await this.parts.files.get({ storageKey, masterKey, dataKey }, 'display');
    return bytes && sharp(bytes).resize(PORTRAIT).jpeg({ quality: 82 }).toBuffer();
  }

  #today(): string {
    return osloDate(this.parts.clock.now());
  }
}

interface Asked {
  readonly code: string;
  readonly signature: Signature | null;
  readonly viewer: Viewer;
}
