/** Wires the sealing of the audit log: the keys, the file outside the database, the hourly mail. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Config, ConfigError } from './config.ts';
import { createAnchorFile, publicKeysFile } from './platform/audit/anchor.ts';
import { HeadMail } from './platform/audit/head-mail.ts';
import { Sealer } from './platform/audit/sealer.ts';
import { loadSealKeys, NoSealKey, type SealKeys, writePublicKeys } from './platform/crypto/seal-key.ts';
import type { JobDefinition } from './platform/jobs/jobs.ts';
import { createSmtpMailer } from './platform/mail/mailer.smtp.ts';

const SEAL_SECONDS = 2;
const MAIL_SECONDS = 300;

/** The keys to seal and to sign erasures with. @throws ConfigError when KEYS_FILE is set and has none */
export function sealKeys(config: Config): SealKeys {
  try {
    return loadSealKeys(config.KEYS_FILE, config.dataDir);
  } catch (error) {
    throw error instanceof NoSealKey ? new ConfigError(error.message) : error;
  }
}

export function auditJobs(config: Config): JobDefinition[] {
  const keys = sealKeys(config);
  mkdirSync(dirname(config.anchorFile), { recursive: true });
  writeFileSync(publicKeysFile(config.anchorFile), writePublicKeys(keys.publicKeys));
  const sealer = new Sealer({ keys, anchor: createAnchorFile(config.anchorFile) });
  const seal: JobDefinition = {
    name: 'seal-audit',
    everySeconds: SEAL_SECONDS,
    run: (db, stopping) => sealer.run(db, stopping),
    quiet: true,
  };
  return [seal, ...headMail(config)];
}

function headMail({ SMTP_URL: url, AUDIT_MAIL_TO: to, MAIL_FROM: from, ISSUER_NAME: fromName }: Config) {
  if (!url || !to) return [];
  const mailer = createSmtpMailer({ url, from, fromName });
  const mail = new HeadMail({ mailer, to, domain: from.split('@')[1] ?? 'localhost' });
  return [{ name: 'mail-audit-head', everySeconds: MAIL_SECONDS, run: mail.run.bind(mail) }];
}
