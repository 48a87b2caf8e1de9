/** Reads MAILBOX_FILE and INVOICE_MAILBOX_FILE: where the mailbox is, who opens it, and the address answers come to. Refuses what would send the password in the clear. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '../../config.ts';
import type { ImapSettings } from '../../platform/mail/mailbox.imap.ts';

const text = z.string().trim().min(1);

const FILE = z.strictObject({
  host: text,
  port: z.int().min(1).max(65_535).default(993),
  /** tls from the first byte, starttls before the password; off only on this machine. */
  tls: z.enum(['tls', 'starttls', 'off']).default('tls'),
  /** PEM file beside this one with the authority the mailbox's certificate is from; unset trusts those of the system. */
  caFile: text.optional(),
  user: text,
  /** Beside this file; its first line is the password. */
  passwordFile: text,
  /** Plain address of the mailbox; a case's own address is made from it (sak+2026-000123.2f…@domain). */
  address: z.email().regex(/^[^+@]{1,16}@/, 'at most 16 characters before the @, and no +'),
  inbox: text.default('INBOX'),
  /** Where a message is put once it is on record; made when it is missing. */
  done: text.default('Lest'),
});

export interface MailboxSettings extends ImapSettings {
  readonly address: string;
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

type Variable = 'MAILBOX_FILE' | 'INVOICE_MAILBOX_FILE';

/** @returns null when the variable is unset. @throws ConfigError; never shows what the password file holds */
export function readMailboxSettings(
  config: Readonly<Partial<Record<Variable, string | undefined>>>,
  variable: Variable = 'MAILBOX_FILE',
): MailboxSettings | null {
  const file = config[variable];
  if (!file) return null;
  const at = resolve(file);
  const wrong = wrongIn(variable);
  const result = FILE.safeParse(readJson(at));
  if (!result.success) throw wrong(result.error.issues[0]);
  const { caFile, passwordFile, ...settings } = result.data;
  if (settings.tls === 'off' && !LOOPBACK.has(settings.host))
    throw wrong({ path: ['tls'], message: 'a password goes through the net under TLS only' });
  const beside = (name: string) => readText(resolve(dirname(at), name));
  const password = beside(passwordFile)?.split(/\r?\n/)[0] ?? '';
  if (password === '') throw wrong({ path: ['passwordFile'], message: 'cannot be read, or is empty' });
  const ca = caFile ? beside(caFile) : null;
  if (ca === undefined) throw wrong({ path: ['caFile'], message: 'cannot be read' });
  return { ...settings, password, ca };
}

const wrongIn =
  (variable: Variable) => (issue?: { readonly path: readonly PropertyKey[]; readonly message: string }) =>
    new ConfigError(
      `${variable} is wrong (${issue?.path.map(String).join('.') || 'file'}: ${issue?.message ?? 'unreadable'}).`,
    );

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readText(path) ?? '');
  } catch {
    return undefined;
  }
}
