/** Wires the journal: the page and its export. */
import { JournalReadModel } from './journal.readmodel.ts';
import { JournalResolver } from './journal.resolver.ts';
import { type JournalExportParts, JournalExportService } from './journal-export.service.ts';

export const journalInstances = (parts: JournalExportParts): object[] => [
  new JournalResolver(new JournalReadModel(parts.access), new JournalExportService(parts)),
];
