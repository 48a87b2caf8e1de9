/** The only reader of the environment: every setting with type, default and one sentence. */
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';

/** One setting: how it is read, what it is when unset, and what it means. */
interface Setting {
  readonly schema: z.ZodType;
  readonly kind: string;
  readonly default: string | null;
  readonly is: string;
}

const kinds = new Map<z.ZodType, string>();
const named = <S extends z.ZodType>(kind: string, schema: S): S => {
  kinds.set(schema, kind);
  return schema;
};

const setting = <S extends z.ZodType>(schema: S, fallback: string | null, is: string) => ({
  schema,
  kind: kinds.get(schema) ?? 'text',
  default: fallback,
  is,
});

const text = z.string().trim().min(1);
const url = named('URL', z.url().optional());
const port = z.coerce.number().int().min(0).max(65_535);
const whole = (min: number, max: number) =>
  named(`number ${min}–${max}`, z.coerce.number().int().min(min).max(max));
const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  named(values.join(' / '), z.enum(values));
const flag = named(
  'true / false',
  z.enum(['true', 'false']).transform(v => v === 'true'),
);

const addresses = named(
  'addresses',
  z
    .string()
    .transform(list => list.split(',').map(one => one.trim()))
    .refine(list => list.every(one => one === 'loopback' || isAddress(one)), 'not a list of addresses')
    .optional(),
);

/** An IP address, or a network of them. */
function isAddress(text: string): boolean {
  const [address = '', bits] = text.split('/');
  return isIP(address) !== 0 && (bits === undefined || /^\d{1,3}$/.test(bits));
}

/** All settings, in the order README and .env.example show them. */
export const SETTINGS = {
  HOST: setting(text, '127.0.0.1', 'Address the server listens on.'),
  PORT: setting(named('port', port), '4000', 'Port the server listens on; 0 takes a free one.'),
  METRICS_PORT: setting(
    named('port', port.optional()),
    null,
    'Port of its own for /metrics and the detailed /readyz, for the operator alone; unset keeps it closed.',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: setting(
    url,
    null,
    'OpenTelemetry collector (OTLP over HTTP) that gets one span per request, without personal data; unset sends none.',
  ),
  PUBLIC_URL: setting(url, null, 'Address users and mails reach the desk at; default is http://HOST:PORT.'),
  TRUSTED_PROXIES: setting(
    addresses,
    null,
    'Addresses of the proxies in front, comma-separated (loopback, 10.0.0.7, 10.1.0.0/16): only they are believed about where a request comes from.',
  ),
  DATA_DIR: setting(text, '.data', 'Folder for the embedded database, stored files and generated keys.'),
  BACKUP_DIR: setting(
    text,
    '.backup',
    'Folder `pnpm backup` writes to and `pnpm restore` reads; on another disk or machine, and never where the keys lie.',
  ),
  DATABASE_URL: setting(
    url,
    null,
    'PostgreSQL the server uses; unset starts an embedded PostgreSQL under DATA_DIR.',
  ),
  DATABASE_OWNER_URL: setting(
    url,
    null,
    'Role that owns the tables and migrates them; default is DATABASE_URL.',
  ),
  DATABASE_JOB_URL: setting(
    url,
    null,
    'Role the jobs run as, desk_job or a member of it; default is DATABASE_URL, whose role must then be a member.',
  ),
  DATABASE_POOL: setting(whole(1, 100), '10', 'Connections the server keeps to the database.'),
  SMTP_URL: setting(
    named('URL', z.url({ protocol: /^smtps?$/ }).optional()),
    null,
    'Mail relay, smtp:// or smtps://; unset keeps all mail in the outbox.',
  ),
  MAIL_FROM: setting(
    named('mail address', z.email()),
    'ikke-svar@hms-kort.example',
    'Sender address of all mail.',
  ),
  BOUNCE_ADDRESS: setting(
    named(
      'mail address of at most 19 characters before the @',
      z
        .email()
        .regex(/^.{1,19}@/)
        .optional(),
    ),
    null,
    'Address mail comes back to when it cannot be delivered; each mail gets one of its own from it (name+17.2f…@domain).',
  ),
  BOUNCE_PORT: setting(
    named('port', port.optional()),
    null,
    'Port the relay hands mail to BOUNCE_ADDRESS to by SMTP; unset takes none.',
  ),
  ISSUER_NAME: setting(text, 'Kortservice', 'Name of the card issuer as it stands in mail and on screens.'),
  MAIL_UNDO_SECONDS: setting(
    whole(0, 3600),
    '60',
    'Seconds a decision can be undone, and its mail waits, before it leaves.',
  ),
  MODE: setting(
    oneOf('demo', 'test', 'production'),
    'demo',
    'demo seeds synthetic data and opens one-click accounts; production refuses both.',
  ),
  SESSION_IDLE_MINUTES: setting(whole(1, 480), '30', 'Minutes without activity before a session ends.'),
  SESSION_ABSOLUTE_HOURS: setting(
    whole(1, 24),
    '8',
    'Hours after sign-in when a session ends whatever happens.',
  ),
  STEP_UP_MINUTES: setting(
    whole(1, 480),
    '30',
    'Minutes after proving who one is within which national IDs are shown, roles given and logs exported.',
  ),
  OIDC_FILE: setting(
    text.optional(),
    null,
    'JSON file about the identity provider people sign in with; unset means passwords.',
  ),
  REGISTERS_FILE: setting(
    text.optional(),
    null,
    'JSON file about the registers and Maskinporten (docs/registers.md); unset asks none, except in the demo, which brings its own.',
  ),
  INVOICE_MAILBOX_FILE: setting(
    text.optional(),
    null,
    'JSON file, as for MAILBOX_FILE, about the mailbox firms ask finance about invoices by (docs/operations.md, Mailbox); unset reads none.',
  ),
  MAILBOX_FILE: setting(
    text.optional(),
    null,
    'JSON file about the mailbox the authority gets applications of firms by (docs/operations.md, Mailbox); unset reads none.',
  ),
  PRODUCTION_FOLDER: setting(
    text.optional(),
    null,
    'Folder shared with the production house: batches are put there, its answers taken from it; unset leaves them sealed in the desk.',
  ),
  RESERVATION_MINUTES: setting(
    whole(1, 480),
    '30',
    'Minutes of inactivity before a reserved case goes back to its queue.',
  ),
  UPLOAD_MAX_BYTES: setting(
    whole(100_000, 50_000_000),
    '10000000',
    'Largest upload in bytes, counted as UPLOAD_LIMIT says.',
  ),
  UPLOAD_LIMIT: setting(
    oneOf('total', 'file'),
    'total',
    'Whether UPLOAD_MAX_BYTES holds for photo and ID together or for each file.',
  ),
  UPLOAD_MIN_SIDE: setting(whole(100, 4000), '600', 'Shortest side in pixels a photo or ID scan must have.'),
  VIRUS_SCAN_URL: setting(
    named('URL', z.url({ protocol: /^(tcp|unix)$/ }).optional()),
    null,
    'clamd that checks every upload, tcp://host:3310 or unix:/path; unset checks none. While it is away no file is taken.',
  ),
  KEYS_FILE: setting(
    text.optional(),
    null,
    'JSON file with the encryption keys; unset makes one under DATA_DIR (refused in production).',
  ),
  PERSONS_PER_DAY: setting(
    whole(1, 100_000),
    '2000',
    'Persons one member of staff may be shown in a day, lists included; then the desk refuses.',
  ),
  REQUEST_BUDGET: setting(
    whole(0, 1_000_000_000),
    '600000',
    'Cost of the queries one session, or one address without a session, may send in a minute; 0 for no limit (refused in production).',
  ),
  AUDIT_ANCHOR_FILE: setting(
    text.optional(),
    null,
    'File the head of the sealed audit log is appended to; default is audit-anchor.jsonl under DATA_DIR. Better on another machine.',
  ),
  AUDIT_MAIL_TO: setting(
    named('mail address', z.email().optional()),
    null,
    'Address the head of the audit log is mailed to each hour, usually the data protection officer; unset sends none.',
  ),
  REVEALS_PER_DAY: setting(whole(0, 1000), '20', 'National ID numbers one person may unmask in a day.'),
  LOG_LEVEL: setting(
    oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'),
    'info',
    'Least severe log line that is written.',
  ),
  JOBS: setting(
    flag,
    'true',
    'Whether this server runs the jobs (mail, clocks); false for a server that only answers.',
  ),
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;
type Values = { [K in SettingName]: z.output<(typeof SETTINGS)[K]['schema']> };

/** Checked settings, ready for use; sizes in bytes, times in the unit of the name. */
export interface Config extends Values {
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly anchorFile: string;
  readonly production: boolean;
  readonly version: string;
}

/** A setting is wrong; the message is one sentence for the person who starts the server. */
export class ConfigError extends Error {}

/** Reads and checks all settings. @throws ConfigError naming the first wrong setting */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const values = {} as Record<string, unknown>;
  for (const [name, { schema, default: fallback, is }] of Object.entries(SETTINGS)) {
    const given = env[name] === '' ? undefined : env[name];
    const result = schema.safeParse(given ?? fallback ?? undefined);
    if (!result.success)
      throw new ConfigError(`Setting ${name} is wrong (${firstIssue(result.error)}). ${is}`);
    values[name] = result.data;
  }
  return finish(values as Values);
}

function firstIssue(error: z.ZodError): string {
  return error.issues[0]?.message ?? 'unreadable';
}

function refuseHalfABounce({ BOUNCE_PORT, BOUNCE_ADDRESS }: Values): void {
  if (BOUNCE_PORT !== undefined && !BOUNCE_ADDRESS)
    throw new ConfigError(
      'Setting BOUNCE_ADDRESS is missing. BOUNCE_PORT takes the mail that comes back to it.',
    );
}

function finish(values: Values): Config {
  const production = values.MODE === 'production';
  refuseHalfABounce(values);
  return {
    ...values,
    production,
    publicUrl: (values.PUBLIC_URL ?? `http://${values.HOST}:${values.PORT}`).replace(/\/$/, ''),
    dataDir: resolve(values.DATA_DIR),
    anchorFile: resolve(values.AUDIT_ANCHOR_FILE ?? join(values.DATA_DIR, 'audit-anchor.jsonl')),
    version: '0.1.0',
  };
}
