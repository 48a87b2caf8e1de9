/** The register sandbox: one HTTP server that speaks as every register and as Maskinporten, for the demo and the tests. No production server imports it. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, systemClock } from '../../platform/clock.ts';
import { aaSandbox } from '../aa-register/aa-register.sandbox.ts';
import { accessPointSandbox } from '../access-point/access-point.sandbox.ts';
import { digitalMailboxSandbox } from '../digital-mailbox/digital-mailbox.sandbox.ts';
import { enhetsregisteretSandbox } from '../enhetsregisteret/enhetsregisteret.sandbox.ts';
import { folkeregisteretSandbox } from '../folkeregisteret/folkeregisteret.sandbox.ts';
import { oarSandbox } from '../oar/oar.sandbox.ts';
import type { RegisterKey } from '../register-settings.ts';
import { udiSandbox } from '../udi/udi.sandbox.ts';
import { LiveWorld } from './live-world.ts';
import { type MaskinportenClient, MaskinportenSandbox } from './maskinporten.sandbox.ts';
import { type Failure, type Mood, misbehave } from './misbehaviour.ts';
import { type SandboxRegister, type SandboxReply, status } from './sandbox-route.ts';
import type { SandboxWorld } from './sandbox-world.ts';

export type SandboxRegisterName = RegisterKey | 'maskinporten';

const REGISTERS: Readonly<Record<RegisterKey, SandboxRegister>> = {
  enhetsregisteret: enhetsregisteretSandbox,
  folkeregisteret: folkeregisteretSandbox,
  aa: aaSandbox,
  oar: oarSandbox,
  udi: udiSandbox,
  mailbox: digitalMailboxSandbox,
  accessPoint: accessPointSandbox,
};

export const SANDBOX_SCOPES: Readonly<Record<RegisterKey, string>> = {
  enhetsregisteret: REGISTERS.enhetsregisteret.scope(['autorisert-api']) ?? '',
  folkeregisteret: REGISTERS.folkeregisteret.scope([]) ?? '',
  aa: REGISTERS.aa.scope([]) ?? '',
  oar: REGISTERS.oar.scope([]) ?? '',
  udi: REGISTERS.udi.scope([]) ?? '',
  mailbox: REGISTERS.mailbox.scope([]) ?? '',
  accessPoint: REGISTERS.accessPoint.scope([]) ?? '',
};

export interface SandboxOptions {
  readonly world: SandboxWorld;
  readonly client: MaskinportenClient;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly tokenSeconds?: number;
  /** What day it is there. */
  readonly clock?: Clock;
  /** How long every answer takes, at least. */
  readonly latencyMs?: number;
}

export interface Sandbox {
  readonly url: string;
  readonly world: LiveWorld;
  /** From now on, or for so many questions. WELL ends it. */
  fail(register: SandboxRegisterName, mood: Mood, limits?: Partial<Omit<Failure, 'mood'>>): void;
  /** How many questions have come. */
  asked(register: SandboxRegisterName): number;
  forgetTokens(): void;
  stop(): Promise<void>;
}

const TOKEN_SECONDS = 120;

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const {
    world,
    client,
    port = 0,
    tokenSeconds = TOKEN_SECONDS,
    clock = systemClock,
    latencyMs = 0,
  } = options;
  const state: State = {
    world: new LiveWorld(world, clock),
    maskinporten: new MaskinportenSandbox(client, tokenSeconds),
    failures: new Map(),
    asked: new Map(),
    latencyMs,
    url: '',
  };
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    // A client that has gone needs no answer.
    handle(state, request, response).catch(() => response.destroy());
  });
  // This machine only: it tells everything to anybody.
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: state.url,
    world: state.world,
    fail: (register, mood, limits = {}) => setFailure(state, register, { mood, ...limits }),
    asked: register => state.asked.get(register) ?? 0,
    forgetTokens: () => state.maskinporten.forgetTokens(),
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

interface State {
  readonly world: LiveWorld;
  readonly maskinporten: MaskinportenSandbox;
  readonly failures: Map<string, Failure>;
  readonly asked: Map<string, number>;
  readonly latencyMs: number;
  url: string;
}

function setFailure(state: State, register: string, failure: Failure): void {
  if (failure.mood === 'WELL') state.failures.delete(register);
  else state.failures.set(register, { ...failure });
}

async function handle(state: State, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', state.url);
  const [name = '', ...path] = pathname.slice(1).split('/').map(decodeURIComponent);
  const text = await bodyOf(request);
  if (name === 'sandbox') return reply(response, control(state, path, text));
  state.asked.set(name, (state.asked.get(name) ?? 0) + 1);
  const failure = takeFailure(state, name);
  if (state.latencyMs > 0) await wait(state.latencyMs);
  if (failure?.mood === 'SLOW') await wait(failure.delayMs ?? 60_000, undefined, { ref: false });
  else if (failure) return misbehave(response, failure.mood);
  if (name === 'maskinporten')
    return reply(response, await state.maskinporten.token(text, `${state.url}/maskinporten/`));
  const asked = { method: request.method ?? 'GET', path, query: searchParams, body: json(text) };
  const refused = refusal(state, name, { path, authorization: request.headers.authorization });
  reply(response, refused ?? REGISTERS[name as RegisterKey]?.answer(state.world, asked) ?? status(404));
}

/** The oldest order first; one that is used up is over. */
function takeFailure({ failures }: State, name: string): Failure | null {
  const failure = failures.get(name);
  if (!failure) return null;
  if (failure.times !== undefined) {
    if (failure.times <= 1) failures.delete(name);
    else failures.set(name, { ...failure, times: failure.times - 1 });
  }
  return failure;
}

function refusal(
  { maskinporten }: State,
  name: string,
  { path, authorization }: { path: readonly string[]; authorization: string | undefined },
): SandboxReply | null {
  const scope = REGISTERS[name as RegisterKey]?.scope(path) ?? null;
  return scope === null ? null : maskinporten.refusal(authorization, scope);
}

/** POST /sandbox/failures {register, mood, times, delayMs} · POST /sandbox/world {firms, subUnits, persons} · GET /sandbox/asked */
function control(state: State, [what]: readonly string[], text: string): SandboxReply {
  if (what === 'asked') return status(200, Object.fromEntries(state.asked));
  const body = json(text);
  if (body === undefined) return status(400);
  if (what === 'world') state.world.merge(body as Partial<SandboxWorld>);
  else if (what === 'failures') {
    const { register, ...failure } = body as Failure & { register: string };
    setFailure(state, register, failure);
  } else return status(404);
  return status(204);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  if (request.method === 'GET') return '';
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reply(response: ServerResponse, { status, body }: SandboxReply): void {
  const text = body === undefined ? '' : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}
