/** Papers of the demo: each kind is drawn and sealed once, and every document has a file row and a version of its own. */
import { createHash } from 'node:crypto';
import type { FileSeal, SealedStorage } from '../server/src/platform/storage/sealed-storage.ts';
import { drawDocument } from './demo-documents.ts';
import { PAPERS, type PaperKind } from './demo-papers.ts';
import { AUTHORITY, type ToldApplication, type ToldDecision } from './factories/exception-book.ts';
import type { Rows } from './rows.ts';

interface StoredPaper {
  readonly seal: FileSeal;
  readonly sha256: Buffer;
  readonly bytes: number;
  readonly pages: number;
}

const MEDIA_TYPE = 'application/pdf';
/** The same paper lies in many cases, so that it names nobody. */
const FACTS = { dated: '2026-03-02' } as const;

/** Storage keys of what was stored, for when the rest fails: in `stored`. */
export async function addPaperFiles(
  files: SealedStorage,
  rows: Rows,
  { applications, stored }: { applications: readonly ToldApplication[]; stored: string[] },
): Promise<void> {
  const papers = new Map<string, StoredPaper>();
  for (const { id: caseId, documents, decisions } of applications) {
    for (const { id, kind, at } of documents) {
      const paper = papers.get(kind) ?? (await store(files, kind as PaperKind));
      if (!papers.has(kind)) stored.push(paper.seal.storageKey);
      papers.set(kind, paper);
      const versionId = addVersion(rows, paper, { caseId, id, at });
      seenBySigners(rows, { versionId, caseId, at }, decisions);
    }
  }
}

/** Whoever signs second has opened every paper there was. */
function seenBySigners(
  rows: Rows,
  { versionId, caseId, at }: Omit<Seen, 'by'>,
  decisions: readonly ToldDecision[],
): void {
  const signed = decisions.filter(
    decision => decision.approvedBy !== null && decision.decisionId !== null && decision.at > at,
  );
  const last = new Map(signed.map(decision => [Number(decision.approvedBy), decision.at]));
  for (const [by, when] of last) see(rows, { versionId, caseId, by, at: when });
}

async function store(files: SealedStorage, kind: PaperKind): Promise<StoredPaper> {
  const bytes = await drawDocument(kind, FACTS);
  const pages = PAPERS[kind].pages(FACTS).length;
  const seal = await files.put({ original: bytes });
  return { seal, sha256: createHash('sha256').update(bytes).digest(), bytes: bytes.length, pages };
}

function addVersion(rows: Rows, paper: StoredPaper, about: { caseId: number; id: number; at: Date }): number {
  const { seal, sha256, bytes, pages } = paper;
  const of = { organisation_id: AUTHORITY, case_id: about.caseId };
  const file_id = rows.add('stored_file', {
    ...{ ...of, purpose: 'DOCUMENT', storage_key: seal.storageKey, media_type: MEDIA_TYPE, bytes },
    ...{ original_sha256: sha256, master_key: seal.masterKey, data_key: seal.dataKey, created_at: about.at },
  });
  return rows.add('document_version', {
    ...{ ...of, document_id: about.id, version: 1, file_id, sha256, media_type: MEDIA_TYPE },
    ...{ byte_count: bytes, pages, created_at: about.at },
  });
}

interface Seen {
  readonly versionId: number;
  readonly caseId: number;
  readonly by: number;
  readonly at: Date;
}

function see(rows: Rows, { versionId, caseId, by, at }: Seen): void {
  const seenAt = new Date(at.getTime() - 5 * 60_000);
  rows.add('document_seen', {
    ...{ version_id: versionId, staff_user_id: by, organisation_id: AUTHORITY, case_id: caseId },
    ...{ first_at: seenAt, last_at: seenAt },
  });
}
