/** Papers a machine sends: taken in one by one, and refused in words that say which of them and why. */
import { AppError } from '../../platform/errors.ts';
import { Problem } from '../../platform/machine/problem.ts';
import type { DocumentFiles, TakenFile } from '../document/document-file.ts';
import type { ApplyBody } from './exception.schemas.ts';

export type Paper = ApplyBody['documents'][number];

/** A paper that has been looked at, and lies sealed. */
export interface TakenPaper {
  readonly paper: Paper;
  readonly file: TakenFile;
}

/** What a file can be refused for, and the status that says so. */
const STATUS_OF: Readonly<Record<string, number>> = {
  DOCUMENT_SIZE: 413,
  DOCUMENT_FORMAT: 415,
  SCAN_UNAVAILABLE: 503,
  SERVER_BUSY: 503,
};

/** One after the other: a machine keeps no more than one of the workers busy. All or none. @throws Problem FILE_REFUSED */
export async function takePapers(files: DocumentFiles, papers: readonly Paper[]): Promise<TakenPaper[]> {
  const taken: TakenPaper[] = [];
  try {
    for (const paper of papers)
      taken.push({ paper, file: await files.take(Buffer.from(paper.content, 'base64')) });
    return taken;
  } catch (error) {
    await dropPapers(files, taken);
    throw refusedPaper(error, taken.length);
  }
}

export async function dropPapers(files: DocumentFiles, taken: readonly TakenPaper[]): Promise<void> {
  for (const { file } of taken) await files.drop(file);
}

export function refusedPaper(error: unknown, index: number): unknown {
  if (!(error instanceof AppError) || error.code === 'RATE_LIMITED') return error;
  const field = `documents[${index}].content`;
  return new Problem('FILE_REFUSED', [{ field, code: error.code }], STATUS_OF[error.code]);
}
