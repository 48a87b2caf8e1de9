/** Stops a letter that has not left, prints what waits in numbered batches, and records that a batch was posted. For those who look after the post. */
import { createHash } from 'node:crypto';
import type { Access } from '../../platform/access/access.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, forbidden, invalid, notFound, stale } from '../../platform/errors.ts';
import { addEvent } from '../case/case.write.ts';
import { addJournalEntry } from '../journal/journal.write.ts';
import type { LetterKind, LetterStatus } from './letter.enums.ts';
import type { CancelLetterInput, MakePrintBatchInput, RecordPrintBatchPostedInput } from './letter.input.ts';
import { cancelLetterMail } from './letter.write.ts';
import { canCancelLetter } from './letter-step.rules.ts';

export interface LetterServiceParts {
  readonly access: Access;
  readonly clock: Clock;
}

/** More would not be put on paper in one go. */
const MOST_LETTERS = 50;

const LOCK = `select l.organisation_id as "organisationId", l.case_id::text as "caseId", l.kind, l.status, l.decision_id::text as "decisionId", l.version,
  is_barred(l.case_id, app_actor()) as barred
from letter l where l.id = $1 for update of l`;
const CANCEL = `update letter set status = 'CANCELLED', version = version + 1 where id = $1`;

const TAKE = `select l.id::text, c.number as "caseNumber", encode(l.sha256, 'hex') as sha256 from letter l join desk_case c on c.id = l.case_id
where l.organisation_id = $1 and l.status = 'TO_PRINT' and (l.withheld_from is not null) = $2 order by l.id limit ${MOST_LETTERS} for update of l skip locked`;
const ADD_BATCH = `insert into letter_batch (organisation_id, made_at, made_by, letters, protected, manifest, sha256)
values ($1, $2, app_actor(), $3, $4, $5, $6) returning id::text`;
const INTO_BATCH = `update letter set status = 'PRINTED', batch_id = $2, version = version + 1 where id = any ($1::bigint[])`;

const LOCK_BATCH = `select organisation_id as "organisationId", posted_at as "postedAt", version from letter_batch where id = $1 for update`;
const POSTED = `update letter_batch set posted_at = $2, posted_by = app_actor(), version = version + 1 where id = $1`;
/** One statement for the letters and what their cases tell of them. */
const LETTERS_POSTED = `with gone as (
  update letter set status = 'SENT', sent_at = $2, version = version + 1 where batch_id = $1 and status = 'PRINTED' returning organisation_id, case_id, kind)
insert into case_event (organisation_id, case_id, type, actor_id, new_value, note)
select organisation_id, case_id, 'LETTER_SENT', app_actor(), kind, 'POST' from gone`;

interface Locked extends Record<string, unknown> {
  organisationId: number;
  caseId: string;
  kind: LetterKind;
  status: LetterStatus;
  decisionId: string | null;
  version: number;
  barred: boolean;
}

interface Waiting extends Record<string, unknown> {
  id: string;
  caseNumber: string;
  sha256: string;
}

export class LetterService {
  constructor(private readonly parts: LetterServiceParts) {}

  /** @throws AppError NOT_FOUND, STALE, LETTER_HAS_LEFT, BARRED, VALIDATION_FAILED */
  async cancel(db: Db, { id, expectedVersion, reason }: CancelLetterInput): Promise<void> {
    if (reason.trim() === '') throw invalid({ reason: 'REQUIRED' });
    await db.transaction(async tx => {
      const letter = await tx.one<Locked>(LOCK, [id]);
      if (!letter) throw notFound();
      const { caseId, organisationId, kind, decisionId } = letter;
      this.parts.access.require(db.principal, { resource: 'letter', action: 'send' }, { organisationId });
      if (letter.barred) throw new AppError('BARRED');
      if (!canCancelLetter(letter.status)) throw new AppError('LETTER_HAS_LEFT');
      if (letter.version !== expectedVersion) throw stale(letter.version);
      await tx.query(CANCEL, [id]);
      await cancelLetterMail(tx, id);
      const about = { id: caseId, organisation_id: organisationId };
      await addEvent(tx, about, { type: 'LETTER_CANCELLED', newValue: kind, note: reason.trim() });
      const on = osloDate(this.parts.clock.now());
      const entry = {
        caseId,
        type: 'X' as const,
        on,
        subject: 'LETTER_STOPPED' as const,
        correspondent: null,
      };
      await addJournalEntry(tx, { ...entry, letterId: id, decisionId });
    });
  }

  /** Each letter is in one batch, however many are made at once. @returns letter_batch.id. @throws AppError NOTHING_WAITS, FORBIDDEN */
  async makeBatch(db: Db, { protected: hidden }: MakePrintBatchInput): Promise<string> {
    const organisationId = db.principal.organisationId ?? undefined;
    const { access } = this.parts;
    access.require(db.principal, { resource: 'letter', action: 'print' }, { organisationId });
    const seesHidden = access.may(db.principal, { resource: 'protected-person', action: 'read' }, {});
    if (hidden && !seesHidden) throw forbidden();
    return db.transaction(async tx => {
      const letters = await tx.query<Waiting>(TAKE, [organisationId, hidden]);
      if (letters.length === 0) throw new AppError('NOTHING_WAITS');
      return this.#addBatch(tx, letters, { organisationId, hidden });
    });
  }

  /** @throws AppError NOT_FOUND, STALE, ACTION_NOT_AVAILABLE */
  async recordPosted(db: Db, { id, expectedVersion }: RecordPrintBatchPostedInput): Promise<void> {
    const now = this.parts.clock.now();
    await db.transaction(async tx => {
      const batch = await tx.one<{ organisationId: number; postedAt: Date | null; version: number }>(
        LOCK_BATCH,
        [id],
      );
      if (!batch) throw notFound();
      const { organisationId, postedAt, version } = batch;
      this.parts.access.require(db.principal, { resource: 'letter', action: 'print' }, { organisationId });
      if (postedAt) throw new AppError('ACTION_NOT_AVAILABLE');
      if (version !== expectedVersion) throw stale(version);
      await tx.query(POSTED, [id, now]);
      await tx.query(LETTERS_POSTED, [id, now]);
    });
  }

  async #addBatch(
    tx: Tx,
    letters: readonly Waiting[],
    { organisationId, hidden }: { organisationId: number | undefined; hidden: boolean },
  ): Promise<string> {
    const now = this.parts.clock.now();
    const manifest = manifestOf(letters, now);
    const sha256 = createHash('sha256').update(manifest).digest();
    const values = [organisationId, now, letters.length, hidden, manifest, sha256];
    const batch = await tx.one<{ id: string }>(ADD_BATCH, values);
    await tx.query(INTO_BATCH, [letters.map(({ id }) => id), batch?.id ?? null]);
    return batch?.id ?? '';
  }
}

/** What was printed, in order, each by the checksum of its file; no names. */
function manifestOf(letters: readonly Waiting[], madeAt: Date): string {
  const lines = letters.map(({ id, caseNumber, sha256 }, index) => ({
    line: index + 1,
    letter: id,
    caseNumber,
    sha256,
  }));
  return JSON.stringify({ madeAt: madeAt.toISOString(), letters: lines }, null, 2);
}
