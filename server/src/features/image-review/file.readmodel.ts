/** Opens a stored image for whoever may see it; that it was opened is on record before a byte leaves. */
import type { Access } from '../../platform/access/access.ts';
import { readLogged } from '../../platform/audit/shown.ts';
import type { Db } from '../../platform/db/db.ts';
import type { SealedStorage, Variant } from '../../platform/storage/sealed-storage.ts';
import type { CaseKind } from '../case/case.enums.ts';

export interface FileParts {
  readonly access: Access;
  readonly files: SealedStorage;
}

interface FileRow {
  storage_key: string;
  master_key: string;
  data_key: Buffer;
  case_id: string;
  organisation_id: number;
  kind: CaseKind;
  person_id: string | null;
}

const FILE = `select f.storage_key, f.master_key, f.data_key, s.case_id, c.organisation_id, c.kind, c.person_id
from stored_file f
join image_submission s on s.id in (select a.id from image_submission a where a.photo_file_id = f.id
  union all select b.id from image_submission b where b.id_file_id = f.id)
join desk_case c on c.id = s.case_id
where f.id = $1 and f.state = 'ACCEPTED' and f.deleted_at is null limit 1`;

const READ = { resource: 'file', action: 'read' } as const;

export class FileReadModel {
  constructor(private readonly parts: FileParts) {}

  /** JPEG; null when there is no such file, or none that the actor may see. @throws AppError DAILY_LIMIT */
  async image(db: Db, fileId: string, variant: Variant): Promise<Buffer | null> {
    const file = await readLogged<FileRow>(db, [FILE, [fileId]], row => {
      const facts = { organisationId: row.organisation_id, kind: row.kind };
      if (!this.parts.access.may(db.principal, READ, facts)) return null;
      return {
        table: 'stored_file',
        rowId: fileId,
        caseId: row.case_id,
        fields: [variant],
        personIds: row.person_id ? [row.person_id] : [],
      };
    });
    if (!file) return null;
    const { storage_key: storageKey, master_key: masterKey, data_key: dataKey } = file;
    return this.parts.files.get({ storageKey, masterKey, dataKey }, variant);
  }
}
