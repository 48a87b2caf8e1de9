/** What a machine client may be given: the scopes of its kind, a firm or none, public keys that prove something. For the administrator. */
import { createPublicKey } from 'node:crypto';
import type { ClientAuthentication, MachineClientKind, Scope } from './machine-client.enums.ts';

const ORDERING = [
  'order.place',
  'order.read',
  'image.attach',
  'card.read',
  'card.block',
  'exception.apply',
] as const;

/** One job a client: whoever orders never checks cards, and whoever checks never orders (domain section 10, MACHINE). */
export const SCOPES_OF: Readonly<Record<MachineClientKind, readonly Scope[]>> = {
  API2: ORDERING,
  PORTAL: ORDERING,
  CARD_CHECK: ['card.check'],
  CONTROL: ['card.check', 'card.control'],
  PRODUCTION: ['production'],
};

/** Days the secret before stays good after a new one was made. */
export const OVERLAP_DAYS = 7;
const MOST_KEYS = 5;
const SHORTEST_RSA = 2048;
/** Each says the kind of key and the shortest proof we take. */
const PRIVATE_PARTS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'];

export interface ClientFacts {
  readonly kind: MachineClientKind;
  readonly scopes: readonly string[];
  readonly orgNumber: string | null;
  readonly authentication: ClientAuthentication;
  readonly jwks: string | null;
}

/** Field → code of what is wrong; empty when nothing is. */
export function clientFaults(client: ClientFacts): Record<string, string> {
  const { kind, scopes, orgNumber, authentication, jwks } = client;
  const faults: Record<string, string> = {};
  if (scopes.length === 0) faults.scopes = 'REQUIRED';
  else if (!scopes.every(scope => (SCOPES_OF[kind] as readonly string[]).includes(scope)))
    faults.scopes = 'SCOPE_NOT_OF_KIND';
  if (kind === 'API2' && !orgNumber) faults.orgNumber = 'REQUIRED';
  if (kind !== 'API2' && orgNumber) faults.orgNumber = 'FIRM_NOT_OF_KIND';
  const key = authentication === 'PRIVATE_KEY_JWT' ? jwksFault(jwks) : null;
  if (key) faults.jwks = key;
  return faults;
}

/** @returns what is wrong with a pasted key set, or null */
export function jwksFault(text: string | null): string | null {
  if (!text?.trim()) return 'REQUIRED';
  const keys = keysOf(text);
  if (!keys || keys.length === 0 || keys.length > MOST_KEYS) return 'KEYS_UNREADABLE';
  return keys.map(keyFault).find(fault => fault !== null) ?? null;
}

type Jwk = Record<string, unknown>;

/** A set, or a single key. Anything else that a key may carry along is not kept. */
export function keysOf(text: string): Jwk[] | null {
  try {
    const value = JSON.parse(text) as { keys?: unknown } | null;
    const keys = Array.isArray(value?.keys) ? value.keys : [value];
    return keys.every(key => typeof key === 'object' && key !== null && 'kty' in key)
      ? (keys as Jwk[])
      : null;
  } catch {
    return null;
  }
}

/** Elliptic curves and Ed25519, or RSA that is long enough; never a private key, which then is private no more. */
function keyFault(jwk: Jwk): string | null {
  if (PRIVATE_PARTS.some(part => part in jwk)) return 'KEY_IS_PRIVATE';
  try {
    const key = createPublicKey({ key: jwk as never, format: 'jwk' });
    const { modulusLength = 0 } = key.asymmetricKeyDetails ?? {};
    if (key.asymmetricKeyType === 'rsa' && modulusLength < SHORTEST_RSA) return 'KEY_TOO_SHORT';
    return ['rsa', 'ec', 'ed25519'].includes(key.asymmetricKeyType ?? '') ? null : 'KEYS_UNREADABLE';
  } catch {
    return 'KEYS_UNREADABLE';
  }
}
