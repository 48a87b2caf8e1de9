/** Reads REGISTERS_FILE: where each register is, by which right the desk asks it, and how much patience it gets. Refuses what would open too much. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { type Config, ConfigError } from '../config.ts';
import { keyFaults, type PrivateJwk } from './maskinporten-key.ts';

const text = z.string().trim().min(1);
const whole = (min: number, max: number) => z.int().min(min).max(max);

const LIMITS = {
  /** Milliseconds for one try, and for everything: waiting for a turn, token, tries and pauses. */
  tryMs: whole(50, 60_000).default(3_000),
  totalMs: whole(50, 300_000).default(10_000),
  tries: whole(1, 5).default(3),
  /** Pause before the second try; each further one is about twice as long. */
  backoffMs: whole(1, 10_000).default(200),
  /** Questions under way at once, and waiting for their turn. */
  concurrency: whole(1, 200).default(10),
  queue: whole(0, 100_000).default(1_000),
  /** Failures in a row before it is left in peace, and for how long. */
  breakAfter: whole(1, 1_000).default(10),
  restMs: whole(50, 3_600_000).default(30_000),
  maxBytes: whole(1_000, 50_000_000).default(5_000_000),
};

const limits = z.strictObject(LIMITS);
export type HttpLimits = Readonly<z.infer<typeof limits>>;

const register = z.strictObject({
  url: z.url({ protocol: /^https?$/ }),
  /** Maskinporten scope; Enhetsregisteret needs it only for roles with national ID numbers. */
  scope: text.optional(),
  /** Audience the register wants in its token (`resource` of the grant). */
  resource: text.optional(),
  ...LIMITS,
});
const scoped = register.required({ scope: true });

const FILE = z.strictObject({
  maskinporten: z.strictObject({
    issuer: z.url({ protocol: /^https?$/ }),
    clientId: text,
    /** Private key as JWK with `kid`, in a file of its own beside this one. */
    keyFile: text,
    /** The organisation a supplier asks for (`consumer_org`). */
    consumerOrg: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
    ...LIMITS,
  }),
  // Null says it aloud: the desk has no access, and every question to this register goes unanswered.
  enhetsregisteret: register.nullable(),
  folkeregisteret: scoped.nullable(),
  aa: scoped.nullable(),
  oar: scoped
    .extend({
      /** rettighetspakke: what the desk is let see. */
      package: text,
      path: text.default('/{package}/{orgNumber}/{nationalId}'),
    })
    .nullable(),
  udi: scoped.nullable(),
  // No register: where letters are delivered. Without it they all go by post.
  mailbox: scoped.nullable().default(null),
  // No register either: through it invoices go out as EHF. Without it they wait, and whoever works with invoices sees why.
  accessPoint: scoped.nullable().default(null),
});

type File = z.infer<typeof FILE>;
export type RegisterKey = Exclude<keyof File, 'maskinporten'>;
export type RegisterSettings = Readonly<z.infer<typeof register>>;
export type OarSettings = NonNullable<File['oar']>;
export type MaskinportenSettings = File['maskinporten'] & { readonly key: PrivateJwk };

export interface RegistersFile extends Readonly<Omit<File, 'maskinporten'>> {
  readonly maskinporten: MaskinportenSettings;
}

/** @returns null when REGISTERS_FILE is unset. @throws ConfigError that names every fault; never shows what the key file holds */
export function readRegisterSettings(
  config: Pick<Config, 'REGISTERS_FILE' | 'production'>,
): RegistersFile | null {
  if (!config.REGISTERS_FILE) return null;
  const { settings, faults } = examine(config.REGISTERS_FILE, config.production);
  if (settings) return settings;
  throw new ConfigError(faults.join('\n'));
}

/** Everything wrong with the file, one sentence a fault. */
export function registerFaults(path: string, production: boolean): string[] {
  return examine(path, production).faults;
}

interface Examined {
  readonly settings: RegistersFile | null;
  readonly faults: string[];
}

function examine(path: string, production: boolean): Examined {
  const at = resolve(path);
  const file = readJson(at);
  if (file === undefined) return wrong(['The file in REGISTERS_FILE cannot be read or is not JSON.']);
  const result = FILE.safeParse(file);
  if (!result.success)
    return wrong(
      result.error.issues.map(
        ({ path, message }) => `REGISTERS_FILE is wrong (${path.join('.') || 'file'}: ${message}).`,
      ),
    );
  const key = readJson(resolve(dirname(at), result.data.maskinporten.keyFile));
  const faults = [...keyFaults(key), ...(production ? openDoors(result.data) : [])];
  if (faults.length > 0) return wrong(faults);
  const { maskinporten, ...registers } = result.data;
  return {
    settings: { ...registers, maskinporten: { ...maskinporten, key: key as PrivateJwk } },
    faults: [],
  };
}

const wrong = (faults: string[]): Examined => ({ settings: null, faults });

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** National ID numbers travel over TLS only. */
function openDoors({ maskinporten, ...registers }: File): string[] {
  const urls = Object.entries(registers).map(([name, settings]) => [name, settings?.url] as const);
  return [...urls, ['maskinporten', maskinporten.issuer] as const]
    .filter(([, url]) => url?.startsWith('http://'))
    .map(([name]) => `REGISTERS_FILE is wrong (${name}: production asks over https:// only).`);
}
