/** In production only documents of the console itself are answered: their hashes stand in a list its build has made. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Request, RequestHandler } from 'express';
import { refuse } from '../http/refuse.ts';

/** SHA-256 of a document's text → name of its operation. */
export type TrustedDocuments = ReadonlyMap<string, string>;

type Listed = Record<string, { name: string; text: string }>;

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

/** @throws Error when the list is missing, or is not what the build made */
export function readTrustedDocuments(file: URL): TrustedDocuments {
  if (!existsSync(file))
    throw new Error('The list of the documents of the console is missing. Build the desk first.');
  const listed = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Listed);
  const changed = listed.filter(([hash, { text }]) => hashOf(text) !== hash).map(([, { name }]) => name);
  if (listed.length === 0 || changed.length > 0)
    throw new Error(`The list of the documents of the console has been changed: ${changed.join(', ')}`);
  return new Map(listed.map(([hash, { name }]) => [hash, name]));
}

interface Body {
  query?: unknown;
  operationName?: unknown;
}

/** Refuses before parsing. The operation's name is the list's, so that the log and the audit cannot be told another. */
export function onlyTrusted(documents: TrustedDocuments): RequestHandler {
  return function onlyTrustedDocuments(request: Request, response, next) {
    const body = (request.body ?? {}) as Body;
    const text = typeof body.query === 'string' ? body.query : '';
    const name = documents.get(hashOf(text));
    if (name === undefined) {
      refuse(response, { status: 400, code: 'DOCUMENT_UNKNOWN' });
      return;
    }
    body.operationName = name;
    next();
  };
}
