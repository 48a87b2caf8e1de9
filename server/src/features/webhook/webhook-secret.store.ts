/** Secrets of webhooks lie sealed: the desk signs with them and so must be able to read them, unlike what machines prove themselves with. */
import { randomBytes } from 'node:crypto';
import type { Keys } from '../../platform/crypto/keys.ts';
import { open, seal } from '../../platform/crypto/seal.ts';

/** Bound to the client they are for. */
const about = (clientId: string) => `webhook_endpoint|client ${clientId}`;

export const freshSecret = (): Buffer => randomBytes(32);

export const sealSecret = (keys: Keys, secret: Buffer, clientId: string): Buffer =>
  seal(keys.key('webhook'), secret, about(clientId));

export interface SealedSecret {
  readonly enc: Buffer;
  readonly keyId: string;
  readonly clientId: string;
}

/** @throws Error when it was sealed with an unknown key, or for another client */
export const openSecret = (keys: Keys, { enc, keyId, clientId }: SealedSecret): Buffer =>
  open(keys.key('webhook', keyId), enc, about(clientId));
