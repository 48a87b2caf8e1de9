/** Letters and the batches they are printed in, as the desk sees them. */
import type { Access } from '../../platform/access/access.ts';
import { personsOf, readShown, type Shown } from '../../platform/audit/shown.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Values } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { cappedCount, decodeCursor, type PageAsk, pageOf, ROW_ID } from '../../platform/graphql/page.ts';
import type { LetterTextType } from '../decision/decision.type.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import type { LetterFilter } from './letter.input.ts';
import {
  BATCHES_AFTER,
  BATCHES_BEFORE,
  LETTERS_AFTER,
  LETTERS_BEFORE,
  LETTERS_COUNT,
  LETTERS_OF_BATCH,
  ONE_BATCH,
  ONE_LETTER,
  TO_PRINT,
} from './letter.sql.ts';
import type {
  LetterDetailType,
  LetterPageType,
  LetterRowType,
  PrintBatchDetailType,
  PrintBatchPageType,
  PrintBatchType,
} from './letter.type.ts';
import { canCancelLetter, canComeBack, secondsUntilLeaves } from './letter-step.rules.ts';

export interface LetterReadParts {
  readonly access: Access;
  readonly clock: Clock;
}

type LetterRow = Omit<LetterRowType, 'secondsLeft' | 'canCancel' | 'canRecordReturned' | 'canResend'> & {
  organisationId: number;
  person_id: string | null;
};
interface Named {
  id: string;
  name: string;
}
type BatchRow = Omit<PrintBatchType, 'madeBy' | 'postedBy' | 'canRecordPosted'> & {
  organisationId: number;
  madeBy: Named;
  postedBy: Named | null;
};

export class LetterReadModel {
  constructor(private readonly parts: LetterReadParts) {}

  async letters(db: Db, filter: LetterFilter, ask: PageAsk): Promise<LetterPageType> {
    const own = ownOf(this.parts.access, db);
    const asked = [own, filter.status ?? null, filter.caseId ?? null];
    const [rows = [], [count] = [], [waiting] = []] = await readShown<object>(
      db,
      [
        [ask.before ? LETTERS_BEFORE : LETTERS_AFTER, [...asked, from(ask)]],
        [LETTERS_COUNT, asked],
        [TO_PRINT, [own]],
      ],
      ([found = []]) => readersOf((found as LetterRow[]).slice(0, ask.first)),
    );
    const page = pageOf(rows as LetterRow[], ask, ({ id }) => [id]);
    const { open, hidden, returned } = waiting as { open: number; hidden: number; returned: number };
    return {
      ...{ ...page, rows: page.rows.map(row => this.#letter(db, row)) },
      count: cappedCount((count as { n: number }).n),
      ...{ toPrint: cappedCount(open), toPrintProtected: cappedCount(hidden) },
      returned: cappedCount(returned),
    };
  }

  /** @throws AppError NOT_FOUND */
  async letter(db: Db, id: string): Promise<LetterDetailType> {
    const [[found] = []] = await readShown<LetterRow & { content: LetterTextType }>(
      db,
      [[ONE_LETTER, [ownOf(this.parts.access, db), id]]],
      ([rows = []]) => (rows[0] ? { ...oneOf(rows[0]), personIds: personsOf(rows) } : null),
    );
    if (!found) throw notFound();
    return { letter: this.#letter(db, found), content: found.content };
  }

  async batches(db: Db, ask: PageAsk): Promise<PrintBatchPageType> {
    const own = ownOf(this.parts.access, db);
    const rows = await db.read<BatchRow>(ask.before ? BATCHES_BEFORE : BATCHES_AFTER, [own, from(ask)]);
    const page = pageOf(rows, ask, ({ id }) => [id]);
    return { ...page, rows: page.rows.map(row => this.#batch(db, row)) };
  }

  /** @throws AppError NOT_FOUND */
  async batch(db: Db, id: string): Promise<PrintBatchDetailType> {
    const ask: Values = [ownOf(this.parts.access, db), id];
    const [[batch] = [], letters = []] = await readShown<object>(
      db,
      [
        [ONE_BATCH, ask],
        [LETTERS_OF_BATCH, ask],
      ],
      ([, rows = []]) => readersOf(rows as LetterRow[]),
    );
    if (!batch) throw notFound();
    const { manifest, ...row } = batch as BatchRow & { manifest: string };
    return {
      batch: this.#batch(db, row),
      letters: (letters as LetterRow[]).map(letter => this.#letter(db, letter)),
      manifest,
    };
  }

  #letter({ principal }: Db, row: LetterRow): LetterRowType {
    const facts = { organisationId: row.organisationId };
    const { access, clock } = this.parts;
    const may = access.may(principal, { resource: 'letter', action: 'send' }, facts);
    const looksAfter = access.may(principal, { resource: 'letter', action: 'print' }, facts);
    return {
      ...row,
      secondsLeft: secondsUntilLeaves(row.status, row.sendAfter, clock.now()),
      canCancel: may && canCancelLetter(row.status),
      canRecordReturned: looksAfter && canComeBack(row.status),
      canResend: may && row.status === 'RETURNED' && !row.resent,
    };
  }

  #batch({ principal }: Db, row: BatchRow): PrintBatchType {
    const facts = { organisationId: row.organisationId };
    const may = this.parts.access.may(principal, { resource: 'letter', action: 'print' }, facts);
    const [madeBy, postedBy] = [staffOf(row.madeBy), row.postedBy && staffOf(row.postedBy)];
    return { ...row, madeBy, postedBy, canRecordPosted: may && row.postedAt === null };
  }
}

const staffOf = (one: Named) => ({ ...one, initials: initialsOf(one.name) });

/** Null: every organisation's. */
export function ownOf(access: Access, { principal }: Db): number | null {
  return access.scopes(principal, 'letter', 'read').has('any') ? null : principal.organisationId;
}

function from(ask: PageAsk): string | null {
  const cursor = ask.before ?? ask.after;
  return cursor ? (decodeCursor(cursor, 1, ROW_ID)[0] ?? null) : null;
}

const oneOf = ({ id, caseId }: LetterRow) => ({
  ...{ view: 'letter', table: 'letter', rowId: id, caseId, fields: ['content'] },
});

function readersOf(rows: readonly LetterRow[]): Shown | null {
  const personIds = personsOf(rows);
  return personIds.length === 0 ? null : { view: 'list', table: 'letter', fields: ['recipient'], personIds };
}
