import type { Language } from '../../i18n/index.ts';

export type PairPart = 'photo' | 'id';
interface RefusalText {
  label: string;
  remedy: string;
}

/** A file of the pair that was refused: which one, and the server's words about it in every language. */
export class PairRefused extends Error {
  readonly part: PairPart;
  readonly texts: Record<Language, RefusalText> | null;

  constructor(part: PairPart, texts: Record<Language, RefusalText> | null) {
    super(`refused: ${part}`);
    this.part = part;
    this.texts = texts;
  }
}

async function putPart(url: string, part: PairPart, file: File) {
  const response = await fetch(`${url}/${part}`, {
    method: 'PUT',
    headers: { 'content-type': file.type || 'application/octet-stream' },
    body: file,
  });
  if (response.ok) return;
  const body: unknown = await response.json().catch(() => null);
  const texts = typeof body === 'object' && body !== null && 'texts' in body ? body.texts : null;
  throw new PairRefused(part, texts as PairRefused['texts']);
}

/** Hands in a pair that came by post: both files, then the submission; nothing is kept of half a pair. */
export async function postPair(url: string, files: Record<PairPart, File>, headgearExemption: boolean) {
  await putPart(url, 'photo', files.photo);
  await putPart(url, 'id', files.id);
  const response = await fetch(`${url}/submit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ headgearExemption }),
  });
  if (!response.ok) throw new PairRefused('photo', null);
}
