/** The Ed25519 pair that signs audit seals: in the key file, never in the database; whoever verifies needs only the public half. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { keysFile } from './keys.ts';

export interface SealKeys {
  readonly currentId: string;
  readonly privateKey: KeyObject;
  readonly publicKeys: PublicKeys;
}

export type PublicKeys = ReadonlyMap<string, KeyObject>;

interface SealKeyEntry {
  readonly current: string;
  /** Key id → private key, PKCS #8 in base64. Old ones stay, so that what they signed can be verified. */
  readonly keys: Readonly<Record<string, string>>;
}

/** A key file without the pair cannot seal; the message says what to do. */
export class NoSealKey extends Error {}

/** Reads the pair; in the desk's own folder one is made when it is missing. @throws NoSealKey */
export function loadSealKeys(path: string | undefined, dataDir: string): SealKeys {
  const at = keysFile(path, dataDir);
  const file = JSON.parse(readFileSync(at, 'utf8')) as { auditSeal?: SealKeyEntry };
  if (!file.auditSeal && path)
    throw new NoSealKey('KEYS_FILE has no "auditSeal" key. Print one to put there with: npx pnpm audit:key');
  if (file.auditSeal) return readEntry(file.auditSeal);
  const auditSeal = newSealKey();
  writeFileSync(at, JSON.stringify({ ...file, auditSeal }), { mode: 0o600 });
  return readEntry(auditSeal);
}

export function newSealKey(id = 's1'): SealKeyEntry {
  const { privateKey } = generateKeyPairSync('ed25519');
  return {
    current: id,
    keys: { [id]: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64') },
  };
}

function readEntry({ current, keys }: SealKeyEntry): SealKeys {
  const privateKeys = new Map(Object.entries(keys).map(([id, text]) => [id, readPrivate(text)]));
  const privateKey = privateKeys.get(current);
  if (!privateKey) throw new NoSealKey('The current "auditSeal" key is not in the key file.');
  const publicKeys = new Map([...privateKeys].map(([id, key]) => [id, createPublicKey(key)]));
  return { currentId: current, privateKey, publicKeys };
}

const readPrivate = (base64: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(base64, 'base64'), type: 'pkcs8', format: 'der' });

/** Key id → public key (SPKI, base64): what an auditor is given. */
export function writePublicKeys(keys: PublicKeys): string {
  const entries = [...keys].map(([id, key]) => [
    id,
    key.export({ type: 'spki', format: 'der' }).toString('base64'),
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

export function readPublicKeys(text: string): PublicKeys {
  const entries = Object.entries(JSON.parse(text) as Record<string, string>);
  return new Map(
    entries.map(([id, base64]) => [
      id,
      createPublicKey({ key: Buffer.from(base64, 'base64'), type: 'spki', format: 'der' }),
    ]),
  );
}
