/** The journal as the desk sees it: newest day first, by day, case and type. */
import type { Access } from '../../platform/access/access.ts';
import { personsOf, readShown } from '../../platform/audit/shown.ts';
import type { Db } from '../../platform/db/db.ts';
import { cappedCount, decodeCursor, type PageAsk, pageOf, ROW_ID } from '../../platform/graphql/page.ts';
import type { JournalFilter } from './journal.input.ts';
import { ENTRIES_AFTER, ENTRIES_BEFORE, ENTRIES_COUNT } from './journal.sql.ts';
import type { JournalEntryType, JournalPageType } from './journal.type.ts';

export type JournalRow = JournalEntryType & { person_id: string | null };

export class JournalReadModel {
  constructor(private readonly access: Access) {}

  async journal(db: Db, filter: JournalFilter, ask: PageAsk): Promise<JournalPageType> {
    const cursor = ask.before ?? ask.after;
    const [day = null, id = null] = cursor ? decodeCursor(cursor, 2, ROW_ID) : [];
    const everywhere = this.access.scopes(db.principal, 'journal', 'read').has('any');
    const { from = null, to = null, caseNumber = null, type = null } = filter;
    const asked = [everywhere ? null : db.principal.organisationId, from, to, caseNumber, type];
    const [rows = [], [count] = []] = await readShown<object>(
      db,
      [
        [ask.before ? ENTRIES_BEFORE : ENTRIES_AFTER, [...asked, day, id]],
        [ENTRIES_COUNT, asked],
      ],
      ([found = []]) => {
        const personIds = personsOf((found as JournalRow[]).slice(0, ask.first));
        return personIds.length === 0
          ? null
          : { view: 'list', table: 'journal_entry', fields: ['title'], personIds };
      },
    );
    const page = pageOf(rows as JournalRow[], ask, row => [row.on, row.id]);
    return { ...page, count: cappedCount((count as { n: number }).n) };
  }
}
