/** The journal of each application: what came in and what went out, numbered as it happened. */

import type { JournalSubject } from '../server/src/features/journal/journal.enums.ts';
import { journalTitle } from '../server/src/features/journal/journal.rules.ts';
import type { LetterKind } from '../server/src/features/letter/letter.enums.ts';
import { JOURNAL_OF_LETTER } from '../server/src/features/letter/letter.write.ts';
import { osloDate } from '../server/src/platform/calendar/calendar.ts';
import { RULES } from './factories/application-rules.ts';
import { isOfApproval } from './factories/approval-life.ts';
import { AUTHORITY, type ToldApplication } from './factories/exception-book.ts';
import type { Rows } from './rows.ts';

interface Noted {
  readonly at: Date;
  readonly type: 'I' | 'U' | 'X';
  readonly subject: JournalSubject;
  readonly documentId?: number;
  readonly letterId?: number;
  readonly decisionId?: number | null;
}

/** What still lies at the issuer, or was never an application, is in no journal. */
export function keepJournal(rows: Rows, applications: readonly ToldApplication[]): void {
  for (const about of applications) {
    const { fate, withPapers } = about.plan;
    if (!withPapers || fate === 'REGISTERED' || fate === 'WRONG_CHANNEL') continue;
    const noted = [...incoming(about), ...outgoing(rows, about)];
    noted.sort((a, b) => a.at.getTime() - b.at.getTime());
    for (const [n, entry] of noted.entries()) note(rows, about, { ...entry, number: n + 1 });
  }
}

function incoming({ plan, documents }: ToldApplication): Noted[] {
  const application: Noted = {
    ...{ at: plan.openedAt, type: 'I', subject: 'APPLICATION', documentId: documents[0]?.id },
  };
  const later = documents.filter(({ at }) => at.getTime() - plan.openedAt.getTime() > 3_600_000);
  const subject = (kind: string): JournalSubject =>
    kind === 'APPEAL' || kind === 'INSPECTION_NOTE' ? kind : 'DOCUMENT';
  const typeOf = (kind: string) => (kind === 'INSPECTION_NOTE' ? 'X' : 'I');
  return [
    application,
    ...later.map(
      ({ id, kind, at }): Noted => ({ at, type: typeOf(kind), subject: subject(kind), documentId: id }),
    ),
  ];
}

function outgoing(rows: Rows, { decisions, letters }: ToldApplication): Noted[] {
  const sent = [
    ...letters.map(({ letterId, at }) => ({ letterId, at, decisionId: null })),
    ...decisions.flatMap(({ letterId, at, decisionId }) =>
      letterId === null ? [] : [{ letterId, at, decisionId }],
    ),
  ];
  return sent.map(({ letterId, at, decisionId }) => {
    const kind = rows.of('letter')[letterId - 1]?.kind as LetterKind;
    return { at, type: 'U', subject: JOURNAL_OF_LETTER[kind], letterId, decisionId };
  });
}

function note(rows: Rows, about: ToldApplication, { number, ...entry }: Noted & { number: number }): void {
  const { person, firm } = about.subject;
  const name = person ? `${person.given_name} ${person.family_name}` : firm.name;
  const { register } = RULES[about.plan.code];
  const named = { name, isPerson: person !== null || firm.form === 'ENK' };
  const told = journalTitle({
    subject: entry.subject,
    register,
    approval: isOfApproval(about),
    about: named,
  });
  rows.add('journal_entry', {
    ...{ organisation_id: AUTHORITY, case_id: about.id, entry_number: number, type: entry.type },
    ...{
      on_date: osloDate(entry.at),
      correspondent: entry.type === 'X' ? null : name,
      title: told.title,
      public_title: told.publicTitle,
    },
    ...{ access_code: told.accessCode, access_basis: told.accessBasis, document_id: entry.documentId },
    ...{ letter_id: entry.letterId, decision_id: entry.decisionId, created_at: entry.at },
  });
}
