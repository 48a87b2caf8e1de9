/** Puts the package of a forwarded appeal together once every letter of the case is on paper, keeps it sealed, and hands it to whoever may read the appeal. */
import { createHash } from 'node:crypto';
import type { Access } from '../../platform/access/access.ts';
import { readLogged } from '../../platform/audit/shown.ts';
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Db } from '../../platform/db/db.ts';
import type { Log } from '../../platform/log.ts';
import type { FileSeal, SealedStorage } from '../../platform/storage/sealed-storage.ts';
import { type PackedPaper, packAppeal } from './appeal-package.ts';

export interface AppealPackageParts {
  readonly access: Access;
  readonly files: SealedStorage;
  readonly log: Log;
}

interface DueAppeal {
  readonly id: string;
  readonly organisationId: number;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly forwardedOn: LocalDate;
  readonly assessment: string;
}

interface SealedPaper extends FileSeal {
  readonly title: string;
  readonly on: LocalDate;
  readonly mediaType: string;
}

const AT_ONCE = 20;
const DUE = `select a.id::text, a.organisation_id as "organisationId", a.case_id::text as "caseId", c.number as "caseNumber",
  (a.forwarded_at at time zone 'Europe/Oslo')::date::text as "forwardedOn", coalesce(a.assessment, '') as assessment
from appeal a join desk_case c on c.id = a.case_id where a.forwarded_at is not null and a.package_file_id is null
  and not exists (select from letter l where l.case_id = a.case_id and l.file_id is null and l.status <> 'CANCELLED')
order by a.id limit ${AT_ONCE}`;
/** What came in and what went out, in the order of its day; struck papers are no part of the file. */
const PAPERS = `select f.storage_key as "storageKey", f.master_key as "masterKey", f.data_key as "dataKey", f.media_type as "mediaType", p.title, p.on_date::text as on
from (
  select v.file_id, d.kind as title, d.received_on as on_date, d.id from case_document d
  cross join lateral (select w.file_id from document_version w where w.document_id = d.id order by w.version desc limit 1) v
  where d.case_id = $1 and d.struck_at is null
  union all
  select l.file_id, l.kind, (l.created_at at time zone 'Europe/Oslo')::date, l.id from letter l where l.case_id = $1 and l.file_id is not null and l.status <> 'CANCELLED'
) p join stored_file f on f.id = p.file_id order by p.on_date, p.title, p.id limit 500`;
const ADD = `insert into stored_file (organisation_id, case_id, storage_key, media_type, bytes, original_sha256, master_key, data_key, scanned, state, purpose)
values ($1, $2, $3, 'application/zip', $4, $5, $6, $7, false, 'ACCEPTED', 'LETTER') returning id::text`;
const KEEP = `update appeal set package_file_id = $2, package_sha256 = $3, version = version + 1 where id = $1 and package_file_id is null returning id`;
const FILE = `select f.storage_key as "storageKey", f.master_key as "masterKey", f.data_key as "dataKey", a.case_id::text as "caseId",
  a.organisation_id as "organisationId", n.number as "caseNumber", n.person_id::text as "personId"
from appeal a join stored_file f on f.id = a.package_file_id join desk_case n on n.id = a.case_id where a.id = $1`;

interface PackageRow extends FileSeal {
  readonly caseId: string;
  readonly organisationId: number;
  readonly caseNumber: string;
  readonly personId: string | null;
}

export class AppealPackageService {
  constructor(private readonly parts: AppealPackageParts) {}

  /** As the system. Of two servers one keeps its package; the other's bytes belong to nobody and are swept. @returns how many */
  async makeDue(db: Db): Promise<number> {
    const due = await db.read<DueAppeal & Record<string, unknown>>(DUE);
    let count = 0;
    for (const appeal of due) {
      try {
        await this.#make(db, appeal);
        count += 1;
      } catch (error) {
        this.parts.log.error('a package could not be made', { id: appeal.id, stack: (error as Error).stack });
      }
    }
    return count;
  }

  /** Null when there is none the actor may see. @throws AppError DAILY_LIMIT */
  async open(db: Db, id: string): Promise<{ name: string; bytes: Buffer } | null> {
    const row = await readLogged<PackageRow>(db, [FILE, [id]], found => {
      const { organisationId, caseId, personId } = found;
      const may = this.parts.access.may(db.principal, READ, { organisationId });
      const personIds = personId ? [personId] : [];
      return may ? { table: 'appeal', rowId: id, caseId, fields: ['package'], personIds } : null;
    });
    const bytes = row ? await this.parts.files.get(row, 'original') : null;
    return row && bytes ? { name: `klage-${row.caseNumber.replace('/', '-')}.zip`, bytes } : null;
  }

  async #make(db: Db, appeal: DueAppeal): Promise<void> {
    const { id, organisationId, caseId } = appeal;
    const sealed = await db.read<SealedPaper & Record<string, unknown>>(PAPERS, [caseId]);
    const papers: PackedPaper[] = [];
    for (const [index, paper] of sealed.entries()) {
      const bytes = await this.parts.files.get(paper, 'original');
      if (!bytes) throw new Error('A paper of the case is gone.');
      papers.push({ place: index + 1, title: paper.title, on: paper.on, mediaType: paper.mediaType, bytes });
    }
    const zip = packAppeal({ ...appeal, papers });
    const sha256 = createHash('sha256').update(zip).digest();
    const seal = await this.parts.files.put({ original: zip });
    const row = [organisationId, caseId, seal.storageKey, zip.length, sha256, seal.masterKey, seal.dataKey];
    await db.transaction(async tx => {
      const file = await tx.one<{ id: string }>(ADD, row);
      if (!(await tx.one(KEEP, [id, file?.id ?? null, sha256])))
        throw new Error('The package is made already.');
    });
  }
}

const READ = { resource: 'appeal', action: 'read' } as const;
