/** The whole file of a case as one package for the appeals body: papers, letters, and a list of them with their hashes. The same file, the same bytes. */
import { createHash } from 'node:crypto';
import { type Zippable, zipSync } from 'fflate';
import type { LocalDate } from '../../platform/calendar/calendar.ts';

export interface PackedPaper {
  /** Number of its entry in the journal, or its place among those that have none. */
  readonly place: number;
  readonly title: string;
  readonly on: LocalDate;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export interface AppealPackage {
  readonly caseNumber: string;
  readonly forwardedOn: LocalDate;
  readonly assessment: string;
  readonly papers: readonly PackedPaper[];
}

const EXTENSION: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** As names of files everywhere; no name of a person stands in a title of the journal that comes here. */
const nameOf = ({ place, title, mediaType }: PackedPaper): string => {
  const words = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60);
  return `${String(place).padStart(3, '0')}-${words}.${EXTENSION[mediaType] ?? 'bin'}`;
};

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** ZIP knows no time before 1980; every entry has the day the appeal was forwarded. */
export function packAppeal({ caseNumber, forwardedOn, assessment, papers }: AppealPackage): Buffer {
  const list = papers.map(paper => ({
    file: nameOf(paper),
    title: paper.title,
    date: paper.on,
    mediaType: paper.mediaType,
    bytes: paper.bytes.length,
    sha256: sha256(paper.bytes),
  }));
  const contents = JSON.stringify({ caseNumber, forwardedOn, assessment, papers: list }, null, 2);
  const files: Zippable = Object.fromEntries([
    ['innhold.json', Buffer.from(contents)],
    ...papers.map(paper => [nameOf(paper), paper.bytes]),
  ]);
  return Buffer.from(zipSync(files, { level: 0, mtime: `${forwardedOn}T12:00:00` }));
}
