/** After a change of key: seals everything with the current one, a batch per transaction. What is left is read from the rows, so a killed run goes on where it was. */
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { JobDefinition } from '../../platform/jobs/jobs.ts';
import type { Log } from '../../platform/log.ts';
import { type FileSeal, rewrapDataKey } from '../../platform/storage/sealed-storage.ts';
import { openNationalId, type StoredNationalId, sealNationalId } from '../person/national-id.store.ts';
import { openTieNumber, type StoredTieNumber, sealTieNumber } from '../tie/tie-number.store.ts';
import { isTokenOfKey } from '../upload/upload-link.ts';
import { openSecret, type SealedSecret, sealSecret } from '../webhook/webhook-secret.store.ts';

export interface KeyRotationParts {
  readonly clock: Clock;
  readonly keys: Keys;
  readonly log: Log;
}

const BATCH = 200;

const NUMBER = `id, national_id_enc as enc, national_id_key as "keyId", national_id_idx as idx`;
/** Two ranges, so that the index finds what is left. */
const PERSONS = `select ${NUMBER} from person where (national_id_key < $1 or national_id_key > $1) and id <> all ($2::bigint[]) limit ${BATCH} for update skip locked`;
/** Only once every number has a hash by the current key may the other hashes go. */
const OLD_FORM = `select ${NUMBER} from person where (octet_length(national_id_enc) < 40 or national_id_idx_others is not null) and $1 <> '' and id <> all ($2::bigint[])
limit ${BATCH} for update skip locked`;
const SAVE_PERSON = `update person set national_id_enc = $2, national_id_key = $3, national_id_idx = $4, national_id_idx_others = null where id = $1`;

/** Ties go before persons and keep the hashes they had, so that the two meet by one key or the other at every moment. */
const TIE = 'id, national_id_enc as enc, national_id_key as "keyId" from staff_tie';
const TIES = `select ${TIE} where ended_at is null and (national_id_key < $1 or national_id_key > $1) and id <> all ($2::bigint[]) limit ${BATCH} for update skip locked`;
const TIES_OLD_FORM = `select ${TIE} where national_id_idx_others is not null and $1 <> '' and id <> all ($2::bigint[]) limit ${BATCH} for update skip locked`;
const SAVE_TIE = `update staff_tie set national_id_enc = $2, national_id_key = $3, national_id_idx = $4, national_id_idx_others = $5::bytea[] where id = $1`;

const FILES = `select id, storage_key as "storageKey", master_key as "masterKey", data_key as "dataKey" from stored_file
where data_key is not null and (master_key < $1 or master_key > $1) and id <> all ($2::bigint[]) limit ${BATCH} for update skip locked`;
const SAVE_FILE = 'update stored_file set master_key = $2, data_key = $3 where id = $1';

const LIVE_LINKS = `select token_salt as salt, token_hash as hash from upload_link
where used_at is null and revoked_at is null and expires_at > $1`;

const WEBHOOKS = `select id, client_id as "clientId", secret_enc as enc, secret_key as "keyId", previous_enc as previous from webhook_endpoint
where (secret_key < $1 or secret_key > $1) and id <> all ($2::bigint[]) limit ${BATCH} for update skip locked`;
const SAVE_WEBHOOK = `update webhook_endpoint set secret_enc = $2, secret_key = $3, previous_enc = $4 where id = $1`;

type Row = { readonly id: string } & Partial<StoredNationalId & FileSeal & WebhookSecrets>;
type WebhookSecrets = SealedSecret & { readonly previous: Buffer | null };

interface Step {
  readonly table: string;
  /** $1 current key, $2 ids to leave out. */
  readonly find: string;
  /** $1 id, then what `seal` gives. */
  readonly save: string;
  seal(keys: Keys, row: Row): unknown[];
}

const sealPerson = (keys: Keys, row: Row): unknown[] => {
  const { enc, keyId, idx } = sealNationalId(keys, openNationalId(keys, row as StoredNationalId), row.id);
  return [enc, keyId, idx];
};
const sealFile = (keys: Keys, row: Row): unknown[] => {
  const { masterKey, dataKey } = rewrapDataKey(keys, row as FileSeal);
  return [masterKey, dataKey];
};

/** The secret before lies under the same key. */
const sealWebhook = (keys: Keys, row: Row): unknown[] => {
  const { enc, keyId, clientId, previous } = row as WebhookSecrets;
  const anew = (sealed: Buffer) =>
    sealSecret(keys, openSecret(keys, { enc: sealed, keyId, clientId }), clientId);
  return [anew(enc), keys.currentId, previous && anew(previous)];
};

const sealTie = (keys: Keys, row: Row) => {
  const tie = row as StoredTieNumber;
  return sealTieNumber(keys, openTieNumber(keys, tie), tie.id);
};

const PERSON_STEP: Step = { table: 'person', find: PERSONS, save: SAVE_PERSON, seal: sealPerson };
const FILE_STEP: Step = { table: 'stored_file', find: FILES, save: SAVE_FILE, seal: sealFile };
const WEBHOOK_STEP: Step = {
  table: 'webhook_endpoint',
  find: WEBHOOKS,
  save: SAVE_WEBHOOK,
  seal: sealWebhook,
};
const OLD_FORM_STEP: Step = { ...PERSON_STEP, find: OLD_FORM };
const TIE_STEP: Step = {
  table: 'staff_tie',
  find: TIES,
  save: SAVE_TIE,
  seal: (keys, row) => {
    const { enc, keyId, idx, others } = sealTie(keys, row);
    return [enc, keyId, idx, others];
  },
};
const TIE_OLD_FORM_STEP: Step = {
  ...TIE_STEP,
  find: TIES_OLD_FORM,
  seal: (keys, row) => {
    const { enc, keyId, idx } = sealTie(keys, row);
    return [enc, keyId, idx, null];
  },
};
/** In this order. */
const STEPS = [TIE_STEP, PERSON_STEP, FILE_STEP, WEBHOOK_STEP, OLD_FORM_STEP, TIE_OLD_FORM_STEP];

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

export class KeyRotation {
  constructor(private readonly parts: KeyRotationParts) {}

  readonly definition: JobDefinition = {
    name: 'rotate-keys',
    everySeconds: 60,
    run: (db, stopping) => this.rotate(db, stopping),
  };

  /** @returns how many rows were sealed anew; one that cannot be opened is left as it is, and named in the log */
  async rotate(db: Db, stopping: () => boolean = () => false): Promise<number> {
    let done = 0;
    for (const step of STEPS) done += await this.#all(db, step, stopping);
    if (done > 0 && !stopping()) await this.#say(db);
    return done;
  }

  async #all(db: Db, step: Step, stopping: () => boolean): Promise<number> {
    const bad: string[] = [];
    let done = 0;
    for (let found = -1; found !== 0 && !stopping(); ) {
      const before = bad.length;
      found = await db.transaction(tx => this.#batch(tx, step, bad));
      done += Math.max(found - (bad.length - before), 0);
    }
    return done;
  }

  /** @returns how many were taken; ids of those that cannot be opened are added to `bad` */
  async #batch(tx: Tx, step: Step, bad: string[]): Promise<number> {
    const { keys, log } = this.parts;
    const rows = await tx.query<Row>(step.find, [keys.currentId, bad]);
    for (const row of rows) {
      const sealed = attempt(() => step.seal(keys, row));
      if (sealed) await tx.query(step.save, [row.id, ...sealed]);
      else {
        bad.push(row.id);
        log.error('keys: a row cannot be opened; its key is missing or it was changed', {
          job: step.table,
          id: row.id,
        });
      }
    }
    return rows.length;
  }

  /** Live upload links whose letters cannot be written again without an older key; they die by themselves. */
  async linksOfOtherKeys(db: Db): Promise<number> {
    const { clock, keys } = this.parts;
    const links = await db.read<{ salt: Buffer; hash: Buffer }>(LIVE_LINKS, [clock.now()]);
    return links.filter(link => !isTokenOfKey(keys, keys.currentId, link)).length;
  }

  async #say(db: Db): Promise<void> {
    const { keys, log } = this.parts;
    const count = await this.linksOfOtherKeys(db);
    const message =
      count === 0
        ? 'keys: everything is sealed with the current key; older keys may be removed'
        : 'keys: everything is sealed with the current key; older keys are needed until these upload links end';
    log.info(message, { id: keys.currentId, count });
  }
}
