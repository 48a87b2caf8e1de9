/** Posts one message: a time limit over all, no redirects, little of the answer read, and never to an address inside (asked when connecting). */
import { lookup as resolve } from 'node:dns';
import { type IncomingMessage, request as plainRequest, type RequestOptions } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isOpenAddress } from './open-address.ts';
import type { TryResult } from './webhook.rules.ts';
import type { WebhookClient } from './webhook-client.ts';

export interface WebhookClientParts {
  /** Whether only the open internet may be reached: always in production. */
  readonly openOnly: boolean;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
const ANSWER_KEPT = 500;
const ANSWER_READ = 16_384;

class Refused extends Error {}

/** Every address a name leads to must be open: what was checked is what is connected to. */
const openLookup: LookupFunction = (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    const inside = addresses.length === 0 || addresses.some(({ address }) => !isOpenAddress(address));
    if (inside) return done(new Refused('ADDRESS') as NodeJS.ErrnoException, []);
    if (options.all) return done(null, addresses);
    const [first] = addresses;
    done(null, first?.address ?? '', first?.family);
  });
};

export function createWebhookClient({ openOnly, timeoutMs = TIMEOUT_MS }: WebhookClientParts): WebhookClient {
  return {
    async post({ url, body, headers }) {
      const to = new URL(url);
      // A name that is an address is never looked up.
      const literal = to.hostname.replace(/^\[|\]$/g, '');
      if (openOnly && isIP(literal) !== 0 && !isOpenAddress(literal)) return failed('ADDRESS');
      const options: RequestOptions = {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        signal: AbortSignal.timeout(timeoutMs),
        ...(openOnly ? { lookup: openLookup } : {}),
        agent: false,
      };
      try {
        return await exchange(to, options, body);
      } catch (error) {
        return failed(errorOf(error));
      }
    },
  };
}

const failed = (error: string): TryResult => ({ code: null, error, answer: null });

function exchange(to: URL, options: RequestOptions, body: string): Promise<TryResult> {
  const send = to.protocol === 'https:' ? tlsRequest : plainRequest;
  return new Promise((resolved, rejected) => {
    const request = send(to, options, response => {
      readSome(response).then(
        answer => resolved({ code: response.statusCode ?? 0, error: null, answer }),
        rejected,
      );
    });
    request.once('error', rejected);
    request.end(body);
  });
}

/** The beginning is enough to see what the receiver thinks. */
async function readSome(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > ANSWER_READ) break;
  }
  return Buffer.concat(chunks)
    .toString()
    .replaceAll(/[\p{Cc}\ufffd]+/gu, ' ')
    .slice(0, ANSWER_KEPT);
}

function errorOf(error: unknown): string {
  if (error instanceof Refused) return error.message;
  const { code, name } = error as { code?: string; name?: string };
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR') return 'TIMEOUT';
  return /^[A-Z][A-Z0-9_]{2,40}$/.test(code ?? '') ? (code as string) : 'CONNECTION';
}
