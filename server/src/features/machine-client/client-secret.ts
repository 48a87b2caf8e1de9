/** Secrets of machines: 256 random bits, shown once; the database knows their hash and last characters only. */
import { createHash, randomBytes } from 'node:crypto';

const HINT = 4;

/** A secret says what it is, so that it is found when it lies where it should not (`npx pnpm logs:scan`). */
const PREFIX = 'hk_';

export interface NewSecret {
  readonly secret: string;
  readonly hash: string;
  readonly hint: string;
}

export function newSecret(): NewSecret {
  const secret = PREFIX + randomBytes(32).toString('base64url');
  return { secret, hash: secretHash(secret), hint: secret.slice(-HINT) };
}

/** No salt and no work factor: there is nothing to guess in 256 random bits. */
export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export const accessTokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The name a client goes by at the token endpoint. */
export const newClientId = (): string => `hk-${randomBytes(9).toString('hex')}`;
