/** Withdraws several entries on the same grounds: what would change and what cannot, then one proposal each, four eyes each. */
import { listOf, personsOf, readShown } from '../../platform/audit/shown.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { lockCase } from '../case/case.write.ts';
import {
  oneOfMany,
  proposeWithdrawalOf,
  RefusedRow,
  type WithdrawalParts,
} from '../decision/withdraw-granted.write.ts';
import type { WithdrawalRefusal } from './entry.enums.ts';
import type { EntryFilter, ProposeWithdrawalsInput } from './entry.input.ts';
import { ENTRY_COLUMNS, ENTRY_TABLES, type EntryListRow, entryAsk, toEntryRow } from './entry.readmodel.ts';
import { entryWhere } from './entry-where.ts';
import { type RefusalFacts, refusalColumns, refusalOf } from './withdrawal.rules.ts';
import type { WithdrawalPreviewType, WithdrawalResultType } from './withdrawal.type.ts';

/** As many as one call withdraws. */
export const MOST_WITHDRAWN = 200;

type Row = EntryListRow & RefusalFacts;
const OPEN_ONE = `select e.case_id::text as "caseId", a.number from exception_entry e join exception_application a on a.id = e.application_id where e.id = $1`;
const STATE_OF = `select ${ENTRY_COLUMNS}, ${refusalColumns('$4', '$5')} from exception_entry e ${ENTRY_TABLES} join desk_case c on c.id = e.case_id
where e.id = $3 and e.organisation_id = $1::smallint`;

export class WithdrawEntriesService {
  constructor(private readonly parts: WithdrawalParts) {}

  /** All that match the filter, or those of them that were chosen: the first 200. */
  async preview(
    db: Db,
    filter: EntryFilter,
    chosen: readonly string[] | null,
  ): Promise<WithdrawalPreviewType> {
    if (chosen && chosen.length > MOST_WITHDRAWN)
      throw new AppError('VALIDATION_FAILED', { what: 'ENTRIES' });
    const ask = entryAsk(this.parts, db);
    const { sql, values } = entryWhere(ask, filter);
    const [actor, now, ids] = [1, 2, 3].map(n => `$${values.length + n}`) as [string, string, string];
    const statement = `select ${ENTRY_COLUMNS}, ${refusalColumns(actor, now)} from (select e.* from exception_entry e where ${sql} and (${ids}::bigint[] is null or e.id = any (${ids}))
  order by e.id desc limit ${MOST_WITHDRAWN + 1}) e ${ENTRY_TABLES} join desk_case c on c.id = e.case_id order by e.id desc`;
    const asked = [statement, [...values, db.principal.actorId, this.parts.clock.now(), chosen]] as const;
    const [rows = []] = await readShown<Row>(db, [asked], ([found = []]) =>
      listOf(personsOf(found.slice(0, MOST_WITHDRAWN))),
    );
    const shown = rows.slice(0, MOST_WITHDRAWN).map(row => {
      const { barred, applicationStatus, reservedByOther, ...kept } = row;
      const refusal = refusalOf({ state: row.state, barred, applicationStatus, reservedByOther });
      return { row: toEntryRow(kept, ask.today), refusal };
    });
    const ready = shown.filter(({ refusal }) => refusal === null).length;
    return { ready, refused: shown.length - ready, more: rows.length > MOST_WITHDRAWN, rows: shown };
  }

  /** Each stands or falls by itself. @throws AppError VALIDATION_FAILED, LETTER_NOT_READY when the grounds would do for none */
  async propose(db: Db, input: ProposeWithdrawalsInput): Promise<WithdrawalResultType[]> {
    const ids = [...new Set(input.entryIds)];
    if (ids.length === 0 || ids.length > MOST_WITHDRAWN)
      throw new AppError('VALIDATION_FAILED', { what: 'ENTRIES' });
    // One instant for all of them: that is what makes them a batch.
    const at = this.parts.clock.now();
    return db.transaction(async tx => {
      const results: WithdrawalResultType[] = [];
      for (const id of ids) results.push(await this.#one(tx, { db, id, input, at }));
      return results;
    });
  }

  async #one(tx: Tx, { db, id, input, at }: One): Promise<WithdrawalResultType> {
    const found = await tx.one<{ caseId: string; number: string }>(OPEN_ONE, [id]);
    const about = { entryId: id, caseNumber: found?.number ?? null };
    if (!found) return { ...about, proposed: false, refusal: null, code: 'NOT_FOUND' };
    const { caseId } = found;
    const { done, refusal, code } = await oneOfMany(tx, () =>
      this.#propose(tx, { db, id, input, at, caseId }),
    );
    return { ...about, proposed: done, refusal: refusal as WithdrawalRefusal | null, code };
  }

  async #propose(tx: Tx, { db, id, input, at, caseId }: One & { readonly caseId: string }): Promise<void> {
    const { today, organisationId } = entryAsk(this.parts, db);
    const row = await lockCase(tx, caseId, db.principal);
    const asked = [organisationId, today, id, db.principal.actorId, at];
    const state = await tx.one<Row & Record<string, unknown>>(STATE_OF, asked);
    if (!state) throw notFound();
    const refusal = refusalOf(state);
    if (refusal) throw new RefusedRow(refusal);
    await proposeWithdrawalOf(tx, this.parts, { db, row, at, lastDay: input.lastDay, words: input });
  }
}

interface One {
  readonly db: Db;
  readonly id: string;
  readonly input: ProposeWithdrawalsInput;
  readonly at: Date;
}
