/** Wires every register to its address; one without an address leaves its questions unanswered. */
import type { Config } from '../config.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Metrics } from '../platform/operation/metrics.ts';
import { createAaRegister } from './aa-register/aa-register.http.ts';
import { createAccessPoint } from './access-point/access-point.http.ts';
import type { AskParts } from './ask.ts';
import { createDigitalMailbox } from './digital-mailbox/digital-mailbox.http.ts';
import { createEnhetsregisteret } from './enhetsregisteret/enhetsregisteret.http.ts';
import { createFolkeregisteret } from './folkeregisteret/folkeregisteret.http.ts';
import { HttpClient } from './http-client.ts';
import { Maskinporten } from './maskinporten.http.ts';
import { createOar } from './oar/oar.http.ts';
import {
  type RegisterKey,
  type RegisterSettings,
  type RegistersFile,
  readRegisterSettings,
} from './register-settings.ts';
import type { Registers } from './registers.ts';
import { createUdi } from './udi/udi.http.ts';

export interface RegistersParts {
  readonly config: Pick<Config, 'REGISTERS_FILE' | 'production'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'registerAnswer'>;
}

/** @throws ConfigError when REGISTERS_FILE is wrong */
export function createRegisters(parts: RegistersParts): Registers {
  const wires = new Wires(parts, readRegisterSettings(parts.config));
  const { file } = wires;
  const er = file?.enhetsregisteret ?? null;
  return {
    enhetsregisteret: createEnhetsregisteret({
      ...wires.open('enhetsregisteret', er),
      authorised: er?.scope ? wires.client('enhetsregisteret', er) : null,
    }),
    folkeregisteret: createFolkeregisteret(wires.closed('folkeregisteret')),
    aa: createAaRegister(wires.closed('aa')),
    oar: createOar({
      ...wires.closed('oar'),
      path: file?.oar?.path ?? '',
      package: file?.oar?.package ?? '',
    }),
    udi: createUdi(wires.closed('udi')),
    mailbox: createDigitalMailbox(wires.closed('mailbox')),
    accessPoint: createAccessPoint(wires.closed('accessPoint')),
    close: () => wires.close(),
  };
}

class Wires {
  readonly #clients: HttpClient[] = [];
  readonly #maskinporten: Maskinporten | null;

  constructor(
    private readonly parts: RegistersParts,
    readonly file: RegistersFile | null,
  ) {
    this.#maskinporten = file ? this.#issuer(file) : null;
  }

  #issuer({ maskinporten }: RegistersFile): Maskinporten {
    const url = maskinporten.issuer;
    const client = this.#keep({ name: 'maskinporten', url, limits: maskinporten, tokens: null });
    return new Maskinporten(maskinporten, client);
  }

  /** Without a token. */
  open(name: RegisterKey, settings: RegisterSettings | null): AskParts {
    const client = settings && this.#keep({ name, url: settings.url, limits: settings, tokens: null });
    return this.#asking(client, settings);
  }

  closed(name: RegisterKey): AskParts {
    const settings = this.file?.[name] ?? null;
    return this.#asking(settings && this.client(name, settings), settings);
  }

  /** With the register's own token. */
  client(name: RegisterKey, settings: RegisterSettings): HttpClient {
    const { scope, resource, url } = settings;
    const tokens = scope ? (this.#maskinporten?.tokensFor({ scope, resource }) ?? null) : null;
    return this.#keep({ name, url, limits: settings, tokens });
  }

  #asking(client: HttpClient | null, settings: RegisterSettings | null): AskParts {
    return { client, source: settings?.url.replace(/\/$/, '') ?? '', clock: this.parts.clock };
  }

  #keep(settings: Pick<ConstructorParameters<typeof HttpClient>[0], 'name' | 'url' | 'limits' | 'tokens'>) {
    const { metrics, log } = this.parts;
    const client = new HttpClient({ ...settings, metrics, log });
    this.#clients.push(client);
    return client;
  }

  async close(): Promise<void> {
    await Promise.all(this.#clients.map(client => client.close()));
  }
}
