/** Letting machines in and out, for the administrator: each change asks for a fresh sign-in and stands in the audit log. */
import type { Config } from '../../config.ts';
import { requireFresh } from '../../platform/access/fresh.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid, notFound, stale } from '../../platform/errors.ts';
import { parseOrgNumber } from '../organisation/org-number.rules.ts';
import { newClientId, newSecret } from './client-secret.ts';
import type { ClientAuthentication, MachineClientKind } from './machine-client.enums.ts';
import type {
  CreateMachineClientInput,
  MachineClientVersionInput,
  UpdateMachineClientInput,
} from './machine-client.input.ts';
import { clientFaults, keysOf, OVERLAP_DAYS } from './machine-client.rules.ts';

export interface MachineClientParts {
  readonly clock: Clock;
  readonly config: Pick<Config, 'STEP_UP_MINUTES' | 'production'>;
}

interface ClientRow {
  id: string;
  kind: MachineClientKind;
  authentication: ClientAuthentication;
  active: boolean;
  version: number;
  org_number: string | null;
}

const LOCK = `select c.id, c.kind, c.authentication, c.active, c.version, o.org_number
from machine_client c left join organisation o on o.id = c.firm_id where c.id = $1 for update of c`;
const FIRM = 'select id from organisation where org_number = $1 and parent_id is null';
const INSERT = `insert into machine_client (client_id, name, kind, firm_id, authentication, jwks, scopes, created_at, created_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, app_actor()) returning id`;
const UPDATE = `update machine_client set name = $2, scopes = $3, jwks = coalesce($4::jsonb, jwks), active = $5, version = version + 1 where id = $1`;
const TOUCH = 'update machine_client set version = version + 1 where id = $1';
const ADD_SECRET = `insert into machine_secret (client_id, hash, hint, created_at, created_by) values ($1, $2, $3, $4, app_actor())`;
/** The newest of those that were good stays so for a week; any other ends now. */
const RETIRE = `update machine_secret set expires_at = case when id = (select max(id) from machine_secret where client_id = $1 and expires_at is null)
    then $3::timestamptz else $2::timestamptz end
where client_id = $1 and (expires_at is null or expires_at > $2)`;
const END_SECRET = `update machine_secret set expires_at = $3 where id = $2 and client_id = $1 and (expires_at is null or expires_at > $3) returning id`;
const DAY_MS = 86_400_000;

export class MachineClientService {
  constructor(private readonly parts: MachineClientParts) {}

  /** @returns machine_client.id. @throws AppError VALIDATION_FAILED naming each field at fault */
  async create(db: Db, input: CreateMachineClientInput): Promise<string> {
    this.#requireFresh(db);
    const { kind, authentication, scopes } = input;
    const name = input.name.trim();
    const [orgNumber, jwks] = [input.orgNumber?.trim() || null, input.jwks?.trim() || null];
    refuse({
      ...(name ? {} : { name: 'REQUIRED' }),
      ...clientFaults({ kind, scopes, orgNumber, authentication, jwks }),
    });
    return db.transaction(async tx => {
      const firmId = orgNumber && (await this.#firm(tx, orgNumber));
      const keys = authentication === 'PRIVATE_KEY_JWT' ? stored(jwks) : null;
      const values = [newClientId(), name, kind, firmId, authentication, keys, unique(scopes)];
      const row = await tx.one<{ id: string }>(INSERT, [...values, this.parts.clock.now()]);
      return row?.id ?? '';
    });
  }

  /** Holds at its next request. @throws AppError NOT_FOUND, STALE, VALIDATION_FAILED */
  async update(db: Db, input: UpdateMachineClientInput): Promise<void> {
    this.#requireFresh(db);
    await db.transaction(async tx => {
      const { id, kind, authentication, org_number: orgNumber } = await lock(tx, input);
      const jwks = input.jwks?.trim() || null;
      const { jwks: keyFault, ...faults } = clientFaults({ ...input, kind, orgNumber, authentication, jwks });
      refuse({
        ...(input.name.trim() ? {} : { name: 'REQUIRED' }),
        ...faults,
        ...(jwks && keyFault ? { jwks: keyFault } : {}),
      });
      const keys = authentication === 'PRIVATE_KEY_JWT' ? stored(jwks) : null;
      await tx.query(UPDATE, [id, input.name.trim(), unique(input.scopes), keys, input.active]);
    });
  }

  /** A new secret; the one before works for a week more, and any other ends. @returns the secret, which is kept nowhere. @throws AppError NOT_FOUND, STALE, NO_SECRETS */
  async makeSecret(db: Db, input: MachineClientVersionInput): Promise<string> {
    this.#requireFresh(db);
    const { secret, hash, hint } = newSecret();
    await db.transaction(async tx => {
      const { id, authentication } = await lock(tx, input);
      if (authentication !== 'SECRET') throw new AppError('NO_SECRETS');
      const now = this.parts.clock.now();
      await tx.query(RETIRE, [id, now, new Date(now.getTime() + OVERLAP_DAYS * DAY_MS)]);
      await tx.query(ADD_SECRET, [id, hash, hint, now]);
      await tx.query(TOUCH, [id]);
    });
    return secret;
  }

  /** Ends one secret at once. @throws AppError NOT_FOUND, STALE */
  async endSecret(db: Db, input: MachineClientVersionInput, secretId: string): Promise<void> {
    this.#requireFresh(db);
    await db.transaction(async tx => {
      const { id } = await lock(tx, input);
      const ended = await tx.query(END_SECRET, [id, secretId, this.parts.clock.now()]);
      if (ended.length === 0) throw notFound();
      await tx.query(TOUCH, [id]);
    });
  }

  #requireFresh(db: Db): void {
    const { clock, config } = this.parts;
    requireFresh(db.principal, { now: clock.now(), minutes: config.STEP_UP_MINUTES });
  }

  /** @returns organisation.id of a main unit */
  async #firm(tx: Tx, typed: string): Promise<string> {
    const parsed = parseOrgNumber(typed, this.parts.config.production ? 'production' : 'test');
    if (!parsed.ok) throw invalid({ orgNumber: parsed.code });
    const firm = await tx.one<{ id: string }>(FIRM, [parsed.number]);
    if (!firm) throw invalid({ orgNumber: 'UNKNOWN' });
    return firm.id;
  }
}

async function lock(tx: Tx, { id, expectedVersion }: MachineClientVersionInput): Promise<ClientRow> {
  const row = await tx.one<ClientRow & Record<string, unknown>>(LOCK, [id]);
  if (!row) throw notFound();
  if (row.version !== expectedVersion) throw stale(row.version);
  return row;
}

function refuse(faults: Record<string, string>): void {
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

const unique = (scopes: readonly string[]): string[] => [...new Set(scopes)].sort();

/** Of each key only what says who made a signature. */
const KEPT = ['kty', 'crv', 'x', 'y', 'n', 'e', 'kid', 'alg', 'use'];

function stored(jwks: string | null): string | null {
  if (!jwks) return null;
  const keys = keysOf(jwks)?.map(key =>
    Object.fromEntries(Object.entries(key).filter(([name]) => KEPT.includes(name))),
  );
  return JSON.stringify({ keys });
}
