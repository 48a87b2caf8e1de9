/** `pnpm audit:verify`: tells in plain words whether the audit log and the timelines stand as they were sealed. */
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { type Config, readConfig } from './config.ts';
import { type AnchorLine, publicKeysFile, readAnchor } from './platform/audit/anchor.ts';
import { type AuditReport, verifyAudit } from './platform/audit/verifier.ts';
import { type PublicKeys, readPublicKeys } from './platform/crypto/seal-key.ts';
import { openEmbedded } from './platform/db/embedded.ts';
import { createClient } from './platform/db/pool.ts';

const USAGE = `pnpm audit:verify [--from SEAL] [--anchor FILE]… [--until TIME] [--keys FILE]

  --from     first seal to verify (default: the first of all)
  --anchor   file with heads noted outside the database; give it again for each server's (default: AUDIT_ANCHOR_FILE)
  --until    notes written later are left out; after a restore to that time
  --keys     public keys (default: audit-public-keys.json beside the anchor file)
`;
const MOST_SHOWN = 200;

interface Asked {
  readonly from: number;
  readonly anchors: readonly string[];
  readonly until: string | null;
  readonly keys: PublicKeys;
}

/** @returns exit code: 0 in order, 1 tampered with, 2 could not verify */
export async function main(args = process.argv.slice(2)): Promise<number> {
  try {
    const config = readConfig();
    const asked = readAsked(args, config);
    const began = performance.now();
    const report = await verifyDatabase(config, asked);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(`${describe(report, asked, seconds)}\n`);
    return report.findings.length === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`The log could not be verified: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
}

function readAsked(args: string[], config: Config): Asked {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string', default: '1' },
      anchor: { type: 'string', multiple: true },
      until: { type: 'string' },
      keys: { type: 'string' },
    },
  });
  const from = Number(values.from);
  if (!Number.isInteger(from) || from < 1) throw new Error('--from is the number of a seal.');
  if (values.until && Number.isNaN(Date.parse(values.until))) throw new Error('--until is not a time.');
  const anchors = values.anchor ?? [config.anchorFile].filter(existsSync);
  const until = values.until ? new Date(values.until).toISOString() : null;
  const keyFile = values.keys ?? publicKeysFile(config.anchorFile);
  if (!existsSync(keyFile)) throw new Error(`There are no public keys in ${keyFile}.`);
  return { from, anchors, until, keys: readPublicKeys(readFileSync(keyFile, 'utf8')) };
}

async function verifyDatabase(config: Config, { from, keys, ...asked }: Asked): Promise<AuditReport> {
  const embedded = config.DATABASE_URL ? null : await openEmbedded(config.dataDir);
  const client = createClient(config.DATABASE_OWNER_URL ?? config.DATABASE_URL ?? embedded?.ownerUrl ?? '');
  try {
    await client.connect();
    await requireSight(client);
    await client.query('begin isolation level repeatable read read only');
    return await verifyAudit(client, { publicKeys: keys, anchors: linesOf(asked), from });
  } finally {
    await client.end();
    await embedded?.close();
  }
}

/** A role that row security hides rows from would take them for removed. */
async function requireSight(client: Client): Promise<void> {
  const { rows } = await client.query(
    `select bool_and(rolsuper or rolbypassrls or rolname = 'desk_job' or pg_has_role(rolname, c.relowner, 'usage')) as all
     from pg_roles, pg_class c where rolname = current_user and c.oid in ('audit_log'::regclass, 'case_event'::regclass)`,
  );
  if (!rows[0].all) throw new Error('This login does not see every row. Set DATABASE_OWNER_URL.');
}

async function* linesOf({ anchors, until }: Pick<Asked, 'anchors' | 'until'>): AsyncGenerator<AnchorLine> {
  for (const path of anchors)
    for await (const line of readAnchor(path)) if (!until || line.written <= until) yield line;
}

function describe(report: AuditReport, { anchors }: Asked, seconds: string): string {
  const { findings } = report;
  const number = (n: number) => n.toLocaleString('en').replaceAll(',', ' ');
  const lines = [
    `${number(report.rows)} rows under ${number(report.seals)} seals verified in ${seconds} s; ${number(report.unsealed)} newer rows are not sealed yet.`,
    `${number(report.erased)} rows were erased by the desk, in ${number(report.erasures)} erasures.`,
    anchors.length === 0
      ? 'No note outside the database was given: a cut end would not be seen.'
      : `${number(report.anchored)} seals are as noted outside the database.`,
  ];
  if (findings.length === 0)
    return [...lines, 'In order: nothing was changed, removed, inserted or cut off.'].join('\n');
  const shown = findings.slice(0, MOST_SHOWN).map(text => `  ${text}`);
  const more = findings.length > MOST_SHOWN ? [`  … and ${findings.length - MOST_SHOWN} more`] : [];
  return [...lines, `NOT IN ORDER, ${findings.length} findings:`, ...shown, ...more].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) process.exitCode = await main();
