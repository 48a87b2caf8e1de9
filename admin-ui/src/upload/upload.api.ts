import type { DeadState, LocalFile, OpenLink, Part, PartState, ReasonTexts } from './upload.types.ts';

const STALLED_MS = 180_000;

type LinkAnswer = OpenLink | { state: DeadState };
type PutAnswer =
  | { kind: 'STORED'; result: PartState }
  | { kind: 'REFUSED'; texts: ReasonTexts }
  | { kind: 'DEAD' }
  | { kind: 'LOST' };
type CallAnswer = 'OK' | 'INCOMPLETE' | 'DEAD' | 'LOST';

const GONE = [404, 410];
const address = (token: string, rest = '') => `/uploads/${encodeURIComponent(token)}${rest}`;

/** Null when the network or the server fails: the page then offers to try again. */
export async function loadLink(token: string): Promise<LinkAnswer | null> {
  try {
    const response = await fetch(address(token), {
      headers: { accept: 'application/json' },
      cache: 'no-store',
    });
    if (!response.ok && !GONE.includes(response.status)) return null;
    return (await response.json()) as LinkAnswer;
  } catch {
    return null;
  }
}

export interface Upload {
  answer: Promise<PutAnswer>;
  abort: () => void;
}

/** XMLHttpRequest and not fetch: only it tells how much of the body has left the phone. */
export function putPart(file: LocalFile, url: string, onProgress: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const answer = new Promise<PutAnswer>(resolve => {
    request.upload.onprogress = event => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => resolve(readPut(request));
    request.onerror = () => resolve({ kind: 'LOST' });
    request.ontimeout = () => resolve({ kind: 'LOST' });
    request.open('PUT', url);
    request.timeout = STALLED_MS;
    request.setRequestHeader('content-type', file.type);
    request.send(file.blob);
  });
  return { answer, abort: () => request.abort() };
}

export function partUrl(token: string, part: Part): string {
  return address(token, `/${part}`);
}

function readPut(request: XMLHttpRequest): PutAnswer {
  if (GONE.includes(request.status)) return { kind: 'DEAD' };
  try {
    const body: unknown = JSON.parse(request.responseText);
    if (request.status === 200) return { kind: 'STORED', result: body as PartState };
    if (isRefusal(body)) return { kind: 'REFUSED', texts: body.texts };
  } catch {
    // A proxy's page instead of an answer: treated like a lost connection below.
  }
  return { kind: 'LOST' };
}

function isRefusal(body: unknown): body is { texts: ReasonTexts } {
  return typeof body === 'object' && body !== null && 'texts' in body;
}

export function deletePart(token: string, part: Part): Promise<CallAnswer> {
  return call(partUrl(token, part), { method: 'DELETE' });
}

export function submitBoth(token: string, headgearExemption: boolean): Promise<CallAnswer> {
  return call(address(token, '/submit'), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ headgearExemption }),
  });
}

async function call(url: string, init: RequestInit): Promise<CallAnswer> {
  try {
    const { ok, status } = await fetch(url, init);
    if (ok) return 'OK';
    if (status === 409) return 'INCOMPLETE';
    return GONE.includes(status) ? 'DEAD' : 'LOST';
  } catch {
    return 'LOST';
  }
}
