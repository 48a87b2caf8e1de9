/** The desk's private key towards Maskinporten: what it must be, for the settings and the self-test. */
import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';

/** Maskinporten takes RSA only. */
const KEY = z.looseObject({ kty: z.literal('RSA'), kid: z.string().min(1), d: z.string().min(1) });
export type PrivateJwk = z.infer<typeof KEY>;

const LEAST_RSA_BITS = 2048;

/** One sentence a fault, nothing of the key in it. */
export function keyFaults(key: unknown): string[] {
  const wrong = (what: string) => [`REGISTERS_FILE is wrong (maskinporten.keyFile: ${what}).`];
  if (key === undefined) return wrong('cannot be read or is not JSON');
  const result = KEY.safeParse(key);
  if (!result.success) return wrong('must hold a private RSA key as JWK with kid');
  try {
    const { asymmetricKeyDetails } = createPrivateKey({ key: result.data, format: 'jwk' });
    return (asymmetricKeyDetails?.modulusLength ?? 0) < LEAST_RSA_BITS ? wrong('the key is too short') : [];
  } catch {
    return wrong('does not hold a private key');
  }
}
