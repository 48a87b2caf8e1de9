/** How a register of the sandbox fails when it is told to. */
import type { ServerResponse } from 'node:http';

export type Mood =
  | 'WELL'
  /** Answers in the end. */
  | 'SLOW'
  | 'ERROR_500'
  /** A 404 that means nothing, as from a wrong address. */
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'TOO_MANY'
  | 'REDIRECT'
  | 'GARBAGE'
  | 'HALF_JSON'
  | 'HUGE'
  | 'CUT';

export interface Failure {
  readonly mood: Mood;
  /** So many questions; without it, until told otherwise. */
  readonly times?: number;
  /** Of SLOW; a minute unless told. */
  readonly delayMs?: number;
}

type Bad = Exclude<Mood, 'WELL' | 'SLOW'>;

const JSON_TYPE = { 'content-type': 'application/json' };
const PAGE = '<!doctype html><title>Vedlikehold</title><p>Tjenesten er snart tilbake.';
/** More than any register's limit unless told otherwise. */
const HUGE_BYTES = 6_000_000;

const MISBEHAVIOUR: Readonly<Record<Bad, (response: ServerResponse) => void>> = {
  ERROR_500: response => response.writeHead(500).end(),
  NOT_FOUND: response => response.writeHead(404, { 'content-type': 'text/html' }).end(PAGE),
  FORBIDDEN: response => response.writeHead(403, JSON_TYPE).end('{}'),
  TOO_MANY: response => response.writeHead(429, { 'retry-after': '60' }).end(),
  REDIRECT: response => response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end(),
  GARBAGE: response => response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE),
  HALF_JSON: response => response.writeHead(200, JSON_TYPE).end('{"organisasjonsnummer":"3100'),
  HUGE: response => response.writeHead(200, JSON_TYPE).end(`"${'x'.repeat(HUGE_BYTES)}"`),
  CUT: response => {
    response.writeHead(200, { ...JSON_TYPE, 'content-length': 1_000 });
    response.write('{"organisasjonsnummer":', () => response.destroy());
  },
};

export function misbehave(response: ServerResponse, mood: Mood): void {
  MISBEHAVIOUR[mood as Bad](response);
}
