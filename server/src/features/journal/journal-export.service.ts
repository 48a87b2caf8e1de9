/** Exports the journal of a period for the archive: by leaders who have just proved who they are, on record, without persons with address protection. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import { requireFresh } from '../../platform/access/fresh.ts';
import { logRead } from '../../platform/audit/audit.ts';
import { daysBetween } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { invalid } from '../../platform/errors.ts';
import type { ExportJournalInput } from './journal.input.ts';
import { EXPORTED, MOST_EXPORTED } from './journal.sql.ts';
import type { JournalExportType } from './journal.type.ts';
import { type ExportedEntry, noarkXml } from './journal-noark.ts';

export interface JournalExportParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'STEP_UP_MINUTES'>;
}

const LONGEST_PERIOD = 366;
const ARCHIVE_OF = 'Arbeidstilsynet';

type Row = ExportedEntry & { readonly person_id: string | null } & Record<string, unknown>;

export class JournalExportService {
  constructor(private readonly parts: JournalExportParts) {}

  /** @throws AppError STEP_UP_REQUIRED, VALIDATION_FAILED when the period is too long or has too many entries */
  async export(db: Db, { from, to }: ExportJournalInput): Promise<JournalExportType> {
    const { access, clock, config } = this.parts;
    const organisationId = db.principal.organisationId ?? undefined;
    access.require(db.principal, { resource: 'journal', action: 'export' }, { organisationId });
    requireFresh(db.principal, { now: clock.now(), minutes: config.STEP_UP_MINUTES });
    if (to < from) throw invalid({ to: 'DATE_NOT_LATER' });
    if (daysBetween(from, to) > LONGEST_PERIOD) throw invalid({ to: 'DATE_TOO_FAR' });
    return db.transaction(async tx => {
      const rows = await tx.query<Row>(EXPORTED, [organisationId, from, to]);
      if (rows.length > MOST_EXPORTED) throw invalid({ to: 'DATE_TOO_FAR' });
      const personIds = [...new Set(rows.flatMap(({ person_id: id }) => (id ? [id] : [])))];
      await logRead(tx, db, { table: 'journal_entry', fields: ['export', from, to], personIds });
      const fileName = `journal-${from}-${to}.xml`;
      return { fileName, entries: rows.length, xml: noarkXml(rows, ARCHIVE_OF) };
    });
  }
}
