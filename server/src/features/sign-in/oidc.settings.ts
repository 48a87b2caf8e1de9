/** Reads OIDC_FILE: which provider, who the desk is there, and which claims give which roles. Refuses what would open too much. */
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { type Config, ConfigError } from '../../config.ts';
import { StaffOrganisationKind, StaffRole } from '../staff/staff.enums.ts';
import { checkRoles } from '../staff/staff.rules.ts';
import { PRESETS } from './oidc.presets.ts';
import type { RoleLine } from './role-mapping.rules.ts';

const text = z.string().trim().min(1);
const FILE = z.strictObject({
  preset: z.enum(Object.keys(PRESETS) as [string, ...string[]]).optional(),
  /** Only without a preset. */
  issuer: z.url().optional(),
  name: text.optional(),
  scope: text.optional(),
  acr: z.strictObject({ ask: text, accept: z.array(text).min(1) }).optional(),
  par: z.boolean().optional(),
  /** Least level of a preset: substantial unless told. */
  level: z.enum(['substantial', 'high']).default('substantial'),
  clientId: text,
  /** Private key as JWK, in a file of its own beside this one. */
  keyFile: text,
  /** Ansattporten: whom the person represents (`ansattporten:altinn:resource`, `ansattporten:orgno`). */
  authorizationDetails: z.array(z.looseObject({ type: text })).optional(),
  resource: text.optional(),
  /** ID-porten: the organisation a supplier acts for. */
  onBehalfOf: text.optional(),
  roles: z
    .array(
      z.strictObject({
        when: z.record(text, text).refine(when => Object.keys(when).length > 0, 'empty condition'),
        organisation: z.enum(StaffOrganisationKind),
        roles: z.array(z.enum(StaffRole)).min(1),
        name: text.optional(),
        email: z.email().toLowerCase().optional(),
      }),
    )
    .min(1),
});

const KEY = z.looseObject({ kty: z.enum(['RSA', 'EC', 'OKP']), kid: text, alg: text.optional(), d: text });
export type PrivateJwk = z.infer<typeof KEY>;
const LEAST_RSA_BITS = 2048;

export interface OidcSettings {
  readonly name: string;
  readonly issuer: string;
  readonly scope: string;
  readonly par: boolean;
  readonly acr: { readonly ask: string; readonly accept: readonly string[] };
  readonly clientId: string;
  readonly key: PrivateJwk;
  /** Parameters of the authorization request that only some providers know. */
  readonly extra: Readonly<Record<string, string>>;
  readonly roles: readonly RoleLine[];
}

type File = z.infer<typeof FILE>;

/** @returns null when OIDC_FILE is unset. @throws ConfigError with one sentence for the operator; never shows what the key file holds */
export function readOidcSettings(config: Pick<Config, 'OIDC_FILE' | 'production'>): OidcSettings | null {
  if (!config.OIDC_FILE) return null;
  const path = resolve(config.OIDC_FILE);
  const file = parse(path, FILE);
  const provider = providerOf(file);
  if (config.production) refuseForProduction(file, provider.issuer);
  for (const { organisation, roles } of file.roles)
    if (checkRoles(organisation, roles)) throw wrong(`a line gives ${organisation} roles it does not have`);
  return {
    ...provider,
    clientId: file.clientId,
    key: readKey(path, file),
    extra: extraOf(file),
    roles: file.roles,
  };
}

const wrong = (what: string) => new ConfigError(`Setting OIDC_FILE is wrong (${what}).`);

function parse<T>(path: string, schema: z.ZodType<T>): T {
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw wrong('a file it needs cannot be read or is not JSON');
  }
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw wrong(`${issue?.path.join('.')}: ${issue?.message}`);
}

function providerOf(file: File) {
  const preset = file.preset ? PRESETS[file.preset] : undefined;
  if (preset) {
    if (file.issuer || file.acr) throw wrong('issuer and acr come from the preset');
    const { issuer, par, levels, scope, name } = preset;
    return { issuer, par, acr: levels[file.level], scope: file.scope ?? scope, name: file.name ?? name };
  }
  const { issuer, acr, name, scope = 'openid profile email', par = false } = file;
  if (!issuer || !acr || !name) throw wrong('without a preset it must hold issuer, acr and name');
  return { issuer, acr, name, scope, par };
}

function refuseForProduction({ preset }: File, issuer: string): void {
  if (!issuer.startsWith('https://')) throw wrong('production asks only providers with an https:// issuer');
  if (preset && PRESETS[preset]?.test) throw wrong(`${preset} is for trying out, and MODE is production`);
}

function readKey(settingsPath: string, { keyFile }: File): PrivateJwk {
  const key = parse(resolve(dirname(settingsPath), keyFile), KEY);
  try {
    const { asymmetricKeyDetails } = createPrivateKey({ key, format: 'jwk' });
    if ((asymmetricKeyDetails?.modulusLength ?? LEAST_RSA_BITS) < LEAST_RSA_BITS)
      throw wrong('the key is too short');
    return key;
  } catch (error) {
    throw error instanceof ConfigError ? error : wrong('keyFile does not hold a private key');
  }
}

function extraOf({ authorizationDetails, resource, onBehalfOf }: File): Record<string, string> {
  return {
    ...(authorizationDetails ? { authorization_details: JSON.stringify(authorizationDetails) } : {}),
    ...(resource ? { resource } : {}),
    ...(onBehalfOf ? { onbehalfof: onBehalfOf } : {}),
  };
}
