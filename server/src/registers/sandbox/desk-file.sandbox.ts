/** What a desk needs to ask a sandbox: a key pair of its own, and the file that REGISTERS_FILE names. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { HttpLimits, RegisterKey } from '../register-settings.ts';
import type { MaskinportenClient } from './maskinporten.sandbox.ts';
import { SANDBOX_SCOPES } from './register.sandbox.ts';

const CLIENT_ID = 'hms-kort-desk';

export interface SandboxClient extends MaskinportenClient {
  readonly privateJwk: JWK;
}

export async function newSandboxClient(): Promise<SandboxClient> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const [privateJwk, publicJwk] = await Promise.all([exportJWK(privateKey), exportJWK(publicKey)]);
  return {
    clientId: CLIENT_ID,
    privateJwk: { ...privateJwk, kid: 'desk' },
    publicJwk: { ...publicJwk, kid: 'desk' },
  };
}

export interface SandboxFile {
  readonly folder: string;
  readonly url: string;
  readonly client: SandboxClient;
  /** For all registers alike. */
  readonly limits?: Partial<HttpLimits>;
}

/** @returns path of the file */
export async function writeSandboxFile({ folder, url, client, limits = {} }: SandboxFile): Promise<string> {
  await mkdir(folder, { recursive: true });
  const register = (name: RegisterKey) => ({ url: `${url}/${name}`, scope: SANDBOX_SCOPES[name], ...limits });
  const names: readonly RegisterKey[] = Object.keys(SANDBOX_SCOPES) as RegisterKey[];
  const content = {
    maskinporten: {
      issuer: `${url}/maskinporten/`,
      clientId: client.clientId,
      keyFile: 'register-sandbox.key.json',
      ...limits,
    },
    ...Object.fromEntries(names.map(name => [name, register(name)])),
    oar: { ...register('oar'), package: 'hmskort' },
  };
  await writeFile(join(folder, 'register-sandbox.key.json'), JSON.stringify(client.privateJwk), {
    mode: 0o600,
  });
  const file = join(folder, 'register-sandbox.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}
