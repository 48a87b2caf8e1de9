/** The statements behind drafts, the same whatever they are drafts about: one's own, never over a newer one. */
import type { Tx } from '../../platform/db/db.ts';
import { stale } from '../../platform/errors.ts';

export interface SavedDraft extends Record<string, unknown> {
  action: string;
  body: unknown;
  version: number;
  updatedAt: Date;
}

export interface DraftWrite {
  /** Row the draft is about. */
  readonly of: string;
  readonly organisationId: number;
  readonly action: string;
  readonly body: unknown;
  readonly expectedVersion: number;
  readonly now: Date;
}

/** Names are short codes, so that one person cannot fill the table with them. */
export const DRAFT_ACTION = /^[A-Z][A-Z_]{1,39}$/;

/** Table and the column that says what the draft is about. */
const PLACES = { case: ['draft', 'case_id'], orderItem: ['order_draft', 'order_item_id'] } as const;

export class DraftStore {
  readonly #save: string;
  readonly #current: string;
  readonly #discard: string;

  constructor(place: keyof typeof PLACES) {
    const [table, key] = PLACES[place];
    const mine = `from ${table} where staff_user_id = app_actor() and ${key} = $1 and action = $2`;
    this.#save = `insert into ${table} as d (staff_user_id, ${key}, action, organisation_id, body, updated_at) values (app_actor(), $1, $2, $3, $4, $5)
  on conflict (staff_user_id, ${key}, action) do update set body = excluded.body, version = d.version + 1, updated_at = excluded.updated_at
  where d.version = $6 returning action, body, version, updated_at as "updatedAt"`;
    this.#current = `select version ${mine}`;
    this.#discard = `delete ${mine} returning action`;
  }

  /** @throws AppError STALE when another tab or device has saved since; nothing is overwritten */
  async save(tx: Tx, draft: DraftWrite): Promise<SavedDraft> {
    const { of, action, organisationId, body, now, expectedVersion } = draft;
    const values = [of, action, organisationId, JSON.stringify(body), now, expectedVersion];
    const saved = await tx.one<SavedDraft>(this.#save, values);
    if (saved) return saved;
    const current = await tx.one<{ version: number }>(this.#current, [of, action]);
    throw stale(current?.version ?? 0);
  }

  /** Only one's own. @returns false when there was none */
  async discard(tx: Tx, of: string, action: string): Promise<boolean> {
    return (await tx.one(this.#discard, [of, action])) !== null;
  }
}
