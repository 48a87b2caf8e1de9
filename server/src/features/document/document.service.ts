/** Adds a paper to an application, or a better scan of one, and strikes out what was registered by mistake; for staff of both houses. */

import type { QueryResultRow } from 'pg';
import type { Access } from '../../platform/access/access.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { AppError, invalid, notFound } from '../../platform/errors.ts';
import { type ApplicationCode, isApproval } from '../application/application.enums.ts';
import { lockCase } from '../case/case.write.ts';
import type { DocumentKind } from '../exception-catalogue/exception-catalogue.enums.ts';
import { noteArrival } from './arrival.write.ts';
import type { StrikeDocumentInput } from './document.input.ts';
import { type ApplicationOfPapers, isAtIssuer, requireAdd } from './document.policy.ts';
import { APPLICATION_OF_CASE, DOCUMENT_OF, STRIKE } from './document.sql.ts';
import {
  type AddedDocument,
  addDocument,
  addVersion,
  type CaseOfDocument,
  isWithin,
} from './document.write.ts';
import type { AboutDocumentInput } from './document-about.ts';
import type { DocumentFiles, TakenFile } from './document-file.ts';

export interface DocumentServiceParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly intake: DocumentFiles;
}

/** Reads the whole file; null when there were too many bytes. */
type ReadFile = () => Promise<Buffer | null>;

/** Who asks, in a transaction or before it. */
interface Asker {
  readonly ask: Tx['query'];
  readonly actor: Principal;
}

type ApplicationRow = ApplicationOfPapers & { readonly case_id: string };
type SenderRow = ApplicationRow & { readonly sender: string | null; readonly code: ApplicationCode };
type DocumentRow = ApplicationRow & {
  readonly document_id: string;
  readonly kind: DocumentKind;
  readonly struck_at: Date | null;
};

interface Taking<R> {
  readonly find: (asker: Asker) => Promise<R>;
  readonly read: ReadFile;
  /** Whoever waits for papers goes on with it. */
  readonly arrives: (row: R) => boolean;
}

export class DocumentService {
  constructor(private readonly parts: DocumentServiceParts) {}

  /** @throws AppError NOT_FOUND, ACTION_NOT_AVAILABLE, DOCUMENT_… */
  async add(
    db: Db,
    { caseId, about, read }: { caseId: string; about: AboutDocumentInput; read: ReadFile },
  ): Promise<AddedDocument> {
    if (about.receivedOn > osloDate(this.parts.clock.now())) throw invalid({ receivedOn: 'DATE_IN_FUTURE' });
    const arrives = () => !isWithin(about.kind);
    const find = async (asker: Asker) => {
      const row = await this.#application(asker, caseId);
      if (!arrives() && (isAtIssuer(row) || !isApproval(row.code))) throw invalid({ kind: 'NOT_POSSIBLE' });
      return row;
    };
    return this.#take(db, { find, read, arrives }, (tx, row, file) =>
      addDocument(tx, {
        ...about,
        ...caseOf(row),
        correspondent: row.sender,
        intakeOrganisationId: isAtIssuer(row) ? db.principal.organisationId : null,
        file,
      }),
    );
  }

  /** The versions before stay. @throws AppError NOT_FOUND, ACTION_NOT_AVAILABLE, DOCUMENT_… */
  async addVersion(
    db: Db,
    { documentId, read }: { documentId: string; read: ReadFile },
  ): Promise<AddedDocument> {
    const find = (asker: Asker) => this.#document(asker, documentId);
    const arrives = ({ kind }: DocumentRow) => !isWithin(kind);
    return this.#take(db, { find, read, arrives }, (tx, row, file) =>
      addVersion(tx, { ...caseOf(row), documentId, file }),
    );
  }

  /** It stays, with the reason, and counts no more. @returns the case. @throws AppError NOT_FOUND, ACTION_NOT_AVAILABLE */
  async strike(db: Db, { documentId, reason }: StrikeDocumentInput): Promise<string> {
    const { principal: actor } = db;
    if (reason.trim() === '') throw invalid({ reason: 'REQUIRED' });
    return db.transaction(async tx => {
      const row = await this.#document({ ask: tx.query, actor }, documentId);
      if (!isAtIssuer(row)) await holdUnbarred(tx, row.case_id, actor);
      const struck = await tx.one(STRIKE, [documentId, this.parts.clock.now(), reason.trim()]);
      if (!struck) throw new AppError('ACTION_NOT_AVAILABLE');
      return row.case_id;
    });
  }

  /** Nobody sends twenty megabytes to be told that she may not; and she still may when they have come. */
  async #take<R extends ApplicationRow>(
    db: Db,
    { find, read, arrives }: Taking<R>,
    write: (tx: Tx, row: R, file: TakenFile) => Promise<AddedDocument>,
  ): Promise<AddedDocument> {
    const { intake } = this.parts;
    const { principal: actor } = db;
    await find({ ask: (text, values) => db.read(text, values), actor });
    const file = await intake.take(await read());
    try {
      return await db.transaction(async tx => {
        const row = await find({ ask: tx.query, actor });
        return isAtIssuer(row)
          ? write(tx, row, file)
          : this.#arrive(tx, { row, actor, arrives: arrives(row) }, r => write(tx, r, file));
      });
    } catch (error) {
      await intake.drop(file);
      throw error;
    }
  }

  /** Case, application, papers: everyone takes them in this order. */
  async #arrive<R extends ApplicationRow>(
    tx: Tx,
    { row, actor, arrives }: { row: R; actor: Principal; arrives: boolean },
    write: (row: R) => Promise<AddedDocument>,
  ): Promise<AddedDocument> {
    await holdUnbarred(tx, row.case_id, actor);
    const added = await write(row);
    if (arrives) await noteArrival(tx, row.case_id, { actor, now: this.parts.clock.now() });
    return added;
  }

  async #application({ ask, actor }: Asker, caseId: string): Promise<SenderRow> {
    const [row] = await ask<SenderRow & QueryResultRow>(APPLICATION_OF_CASE, [caseId, actor.actorId]);
    requireAdd(this.parts.access, actor, row ?? null);
    if (!row) throw notFound();
    return row;
  }

  /** @throws AppError NOT_FOUND; ACTION_NOT_AVAILABLE for what is struck out */
  async #document({ ask, actor }: Asker, documentId: string): Promise<DocumentRow> {
    const [row] = await ask<DocumentRow & QueryResultRow>(DOCUMENT_OF, [documentId, actor.actorId]);
    requireAdd(this.parts.access, actor, row ?? null);
    if (!row) throw notFound();
    if (row.struck_at) throw new AppError('ACTION_NOT_AVAILABLE');
    return row;
  }
}

/** @throws AppError BARRED when she has become so since she was let in */
async function holdUnbarred(tx: Tx, caseId: string, actor: Principal): Promise<void> {
  const { barred } = await lockCase(tx, caseId, actor);
  if (barred) throw new AppError('BARRED');
}

const caseOf = (row: ApplicationRow): CaseOfDocument => ({
  caseId: row.case_id,
  organisationId: row.organisation_id,
});
