import { request } from '../graphql/client.ts';
import type { Language } from '../i18n/index.ts';
import { createUploadTicketMutation } from './upload-ticket.documents.ts';

export type PairPart = 'photo' | 'id';

export interface PairFromPost {
  photo: File;
  id: File;
  headgearExemption: boolean;
}

type RefusalTexts = Record<Language, { label: string; remedy: string }>;

/** A file of the pair that was refused: which one, and the server's words about it in every language. */
export class PairRefused extends Error {
  readonly part: PairPart;
  readonly texts: RefusalTexts;

  constructor(part: PairPart, texts: RefusalTexts) {
    super(`refused: ${part}`);
    this.part = part;
    this.texts = texts;
  }
}

/** The connection broke or the answer was not the server's. */
export class PairLost extends Error {
  override readonly name = 'PairLost';
}

async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init });
  } catch {
    throw new PairLost();
  }
}

const isRefusal = (body: unknown): body is { texts: RefusalTexts } =>
  typeof body === 'object' && body !== null && 'texts' in body;

async function putPart(url: string, part: PairPart, file: File) {
  const headers = { 'content-type': file.type || 'application/octet-stream' };
  const response = await send(`${url}/${part}`, { method: 'PUT', headers, body: file });
  if (response.ok) return;
  const body: unknown = await response.json().catch(() => null);
  throw isRefusal(body) ? new PairRefused(part, body.texts) : new PairLost();
}

/** Hands in a pair that came by post on one ticket: either the whole pair is registered or nothing. */
export async function postPair(
  at: { caseId: string; expectedVersion: number },
  { photo, id, headgearExemption }: PairFromPost,
) {
  const { url } = (await request(createUploadTicketMutation, { input: at })).createUploadTicket;
  await putPart(url, 'photo', photo);
  await putPart(url, 'id', id);
  const response = await send(`${url}/submit`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ headgearExemption }),
  });
  if (!response.ok) throw new PairLost();
}
