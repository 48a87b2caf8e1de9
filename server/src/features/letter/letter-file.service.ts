/** Opens letters as they are on paper: one, or a whole batch to be printed. That they were opened is on record before a byte leaves. */
import type { Access } from '../../platform/access/access.ts';
import { readLogged } from '../../platform/audit/shown.ts';
import type { Db } from '../../platform/db/db.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { ownOf } from './letter.readmodel.ts';
import { FILE_OF_LETTER, FILES_OF_BATCH } from './letter.sql.ts';
import type { LetterContent } from './letter-content.rules.ts';
import { openLetter, type SealedLetter } from './letter-file.store.ts';
import type { LetterPress } from './letter-press.ts';

export interface LetterFileParts {
  readonly access: Access;
  readonly files: SealedStorage;
  readonly press: LetterPress;
}

export interface LetterFile {
  readonly name: string;
  readonly pdf: Buffer;
}

interface LetterRow extends SealedLetter {
  organisationId: number;
  caseId: string;
  personId: string | null;
  caseNumber: string;
  content: LetterContent;
}

interface BatchRow {
  number: string;
  organisationId: number;
  letters: LetterContent[];
  persons: string[];
}

export class LetterFileService {
  constructor(private readonly parts: LetterFileParts) {}

  /** Before it is on paper for good, as it will be. Null when there is none the actor may see. @throws AppError DAILY_LIMIT */
  async letter(db: Db, id: string): Promise<LetterFile | null> {
    const { access, files, press } = this.parts;
    const row = await readLogged<LetterRow>(db, [FILE_OF_LETTER, [ownOf(access, db), id]], found => {
      const { organisationId, caseId, personId } = found;
      if (!access.may(db.principal, { resource: 'letter', action: 'open' }, { organisationId })) return null;
      const personIds = personId ? [personId] : [];
      return { table: 'letter', rowId: id, caseId, fields: ['pdf'], personIds };
    });
    if (!row) return null;
    const pdf = (await openLetter(files, row)) ?? (await press.print([row.content]));
    return { name: `brev-${row.caseNumber.replace('/', '-')}-${id}.pdf`, pdf };
  }

  /** One file, each letter on sheets of its own. Null when there is none the actor may print. @throws AppError DAILY_LIMIT */
  async batch(db: Db, id: string): Promise<LetterFile | null> {
    const { access, press } = this.parts;
    const row = await readLogged<BatchRow>(db, [FILES_OF_BATCH, [ownOf(access, db), id]], found => {
      const { organisationId, persons } = found;
      if (!access.may(db.principal, { resource: 'letter', action: 'print' }, { organisationId })) return null;
      return { table: 'letter_batch', rowId: id, fields: ['pdf'], personIds: persons };
    });
    if (!row) return null;
    return { name: `brev-${row.number}.pdf`, pdf: await press.print(row.letters) };
  }
}
