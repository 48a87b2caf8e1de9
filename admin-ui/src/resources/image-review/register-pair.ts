import type { Language } from '../../i18n/index.ts';
import type { Part } from './bench.rules.ts';
import { type CaseVersion, createUploadTicket, takeCase } from './image-review.provider.ts';

export interface PairFromPost {
  photo: File;
  id: File;
  headgearExemption: boolean;
}

/** Why the server did not take a file, in its words. */
export class RefusedFile extends Error {
  readonly part: Part;
  constructor(part: Part, text: string) {
    super(text);
    this.name = 'RefusedFile';
    this.part = part;
  }
}

/** The connection broke or the answer was not the server's. */
export class LostUpload extends Error {
  override readonly name = 'LostUpload';
}

interface Refusal {
  texts: Record<Language, { label: string; remedy: string }>;
}

const isRefusal = (body: unknown): body is Refusal =>
  typeof body === 'object' && body !== null && 'texts' in body;

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init });
  } catch {
    throw new LostUpload();
  }
}

interface PutOrder {
  url: string;
  part: Part;
  file: File;
  language: Language;
}

async function put({ url, part, file, language }: PutOrder) {
  const headers = { 'content-type': file.type || 'application/octet-stream' };
  const response = await send(`${url}/${part === 'PHOTO' ? 'photo' : 'id'}`, {
    method: 'PUT',
    headers,
    body: file,
  });
  if (response.ok) return;
  const body: unknown = await response.json().catch(() => null);
  if (!isRefusal(body)) throw new LostUpload();
  const { label, remedy } = body.texts[language];
  throw new RefusedFile(part, `${label}. ${remedy}`);
}

interface Registration extends CaseVersion {
  mine: boolean;
  pair: PairFromPost;
  language: Language;
}

/** Takes the case when nobody has it, then hands in both files on one ticket: either the whole pair is registered or nothing. */
export async function registerPair({ mine, pair, language, ...ref }: Registration) {
  const { version } = mine ? ref : await takeCase(ref);
  const { url } = await createUploadTicket({ caseId: ref.caseId, version });
  await put({ url, part: 'PHOTO', file: pair.photo, language });
  await put({ url, part: 'ID', file: pair.id, language });
  const response = await send(`${url}/submit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ headgearExemption: pair.headgearExemption }),
  });
  if (!response.ok) throw new LostUpload();
}
