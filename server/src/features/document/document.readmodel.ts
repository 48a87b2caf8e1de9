/** Shows the papers of an application to whoever may see their names, and opens one for whoever may read it; every opening is on record first. */
import { createHash } from 'node:crypto';
import type { Access } from '../../platform/access/access.ts';
import { readLogged, readShown, type Shown } from '../../platform/audit/shown.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { Log } from '../../platform/log.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import { type ApplicationOfPapers, isAtIssuer, mayAdd, OPEN_DOCUMENT, papersOf } from './document.policy.ts';
import { CASE_DOCUMENTS, FILE_OF_VERSION, SEEN_NOW } from './document.sql.ts';
import type { CaseDocumentsType, CaseDocumentType } from './document.type.ts';
import type { DocumentMediaType } from './document-file.ts';

export interface DocumentReadParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly files: SealedStorage;
  readonly log: Log;
}

export type DocumentCopy = 'display' | 'original';

export interface OpenedDocument {
  readonly bytes: Buffer;
  readonly mediaType: DocumentMediaType;
}

type ApplicationRow = ApplicationOfPapers & {
  readonly case_id: string;
  readonly person_id: string | null;
  readonly related_person_id: string | null;
};
type ListRow = ApplicationRow & { readonly documents: CaseDocumentType[] };
type FileRow = ApplicationRow & {
  readonly media_type: DocumentMediaType;
  readonly sha256: Buffer;
  readonly storage_key: string;
  readonly master_key: string;
  readonly data_key: Buffer;
};

export class DocumentReadModel {
  constructor(private readonly parts: DocumentReadParts) {}

  /** @throws AppError NOT_FOUND, also when the actor may not see it */
  async documents(db: Db, caseId: string): Promise<CaseDocumentsType> {
    const { access } = this.parts;
    const { principal: actor } = db;
    const everyone = access.scopes(actor, 'document', 'read').has('any');
    const values = [caseId, actor.actorId, actor.organisationId, everyone];
    const [[row] = []] = await readShown<ListRow>(db, [[CASE_DOCUMENTS, values]], ([rows]) =>
      shownOf(rows?.[0]),
    );
    if (!row) throw notFound();
    const facts = papersOf(row, actor);
    return {
      caseId,
      handedOver: !isAtIssuer(row) && !everyone && actor.organisationId !== row.organisation_id,
      mayAdd: mayAdd(access, actor, row),
      mayOpen: access.may(actor, OPEN_DOCUMENT, facts),
      documents: withInitials(row.documents),
    };
  }

  /**
   * Null when there is no such version, or none that the actor may open. That it was opened stands in the log and beside the
   * document before a byte leaves. @throws AppError DAILY_LIMIT, DOCUMENT_DAMAGED
   */
  open(db: Db, versionId: string, copy: DocumentCopy): Promise<OpenedDocument | null> {
    return db.together(async tx => {
      const file = await this.#file(db, versionId, copy);
      if (!file) return null;
      await tx.query(SEEN_NOW, [versionId, db.principal.actorId, this.parts.clock.now()]);
      return this.#bytes(file, versionId, copy);
    });
  }

  #file(db: Db, versionId: string, copy: DocumentCopy): Promise<FileRow | null> {
    const { principal: actor } = db;
    return readLogged<FileRow>(db, [FILE_OF_VERSION, [versionId, actor.actorId]], row => {
      if (!this.parts.access.may(actor, OPEN_DOCUMENT, papersOf(row, actor))) return null;
      return {
        table: 'document_version',
        rowId: versionId,
        caseId: row.case_id,
        fields: [copy],
        personIds: personsIn(row),
      };
    });
  }

  /** What the viewer shows of a PDF is the file itself. */
  async #bytes(row: FileRow, versionId: string, copy: DocumentCopy): Promise<OpenedDocument> {
    const isPicture = copy === 'display' && row.media_type !== 'application/pdf';
    const bytes = await this.#unseal(row, isPicture ? 'display' : 'original');
    if (bytes && (isPicture || isSame(bytes, row.sha256)))
      return { bytes, mediaType: isPicture ? 'image/jpeg' : row.media_type };
    this.parts.log.error('a document is not what was stored', { id: versionId });
    throw new AppError('DOCUMENT_DAMAGED');
  }

  /** Null when bytes or key are gone or changed. */
  async #unseal(row: FileRow, variant: DocumentCopy): Promise<Buffer | null> {
    const { storage_key: storageKey, master_key: masterKey, data_key: dataKey } = row;
    return this.parts.files.get({ storageKey, masterKey, dataKey }, variant).catch(() => null);
  }
}

const isSame = (bytes: Buffer, sha256: Buffer) => createHash('sha256').update(bytes).digest().equals(sha256);

const personsIn = ({ person_id, related_person_id }: ApplicationRow): string[] =>
  [person_id, related_person_id].filter(id => id !== null);

function shownOf(row: ListRow | undefined): Shown | null {
  const personIds = row ? personsIn(row) : [];
  if (!row || personIds.length === 0 || row.documents.length === 0) return null;
  return { view: 'documents', table: 'case_document', caseId: row.case_id, personIds, fields: ['documents'] };
}

type Named = { id: string; name: string } | null;
const withInitial = <T extends Named>(staff: T) => staff && { ...staff, initials: initialsOf(staff.name) };

const withInitials = (documents: readonly CaseDocumentType[]): CaseDocumentType[] =>
  documents.map(document => ({
    ...document,
    addedBy: withInitial(document.addedBy),
    struck: document.struck && { ...document.struck, by: withInitial(document.struck.by) },
    versions: document.versions.map(version => ({
      ...version,
      seen: version.seen.map(seen => ({ ...seen, by: { ...seen.by, initials: initialsOf(seen.by.name) } })),
    })),
  }));
