/** Signs what a card's QR code says, and tells signed from forged: Ed25519, by the keys of the cards, whose public halves everyone can have. */
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { exportJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import type { Keys } from '../../platform/crypto/keys.ts';
import { chipCodeOf, isChipCode } from './chip-code.ts';
import { jwsOf, QR_TYPE, type QrCard, type QrClaims, qrClaims, qrContentOf } from './qr.rules.ts';

const ALGORITHM = 'EdDSA';
/** What stands before the 32 bytes of an Ed25519 key in PKCS #8. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface QrParts {
  readonly keys: Keys;
  readonly publicUrl: string;
}

const privateKey = (keys: Keys, id: string): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([PKCS8, keys.cards.key('card-signing', id)]),
    type: 'pkcs8',
    format: 'der',
  });

/** What is printed as a QR code and sent with the mail CARD_VALID (R11). @param code of the chip (chip-code.ts) */
export async function makeQrContent(
  { keys, publicUrl }: QrParts,
  card: QrCard,
  code: string,
): Promise<string> {
  const id = keys.cards.currentId;
  const jws = await new SignJWT({ ...qrClaims(publicUrl, card, code) })
    .setProtectedHeader({ alg: ALGORITHM, kid: id, typ: QR_TYPE })
    .sign(privateKey(keys, id));
  return qrContentOf(publicUrl, jws);
}

/** The same for a card as its row has it; the code is made again. @throws Error when its key is gone */
export async function qrContentOfCard(parts: QrParts, card: QrCard & { hash: Buffer }): Promise<string> {
  return makeQrContent(parts, card, chipCodeOf(parts.keys, card));
}

export type Signature = 'VALID' | 'EXPIRED' | 'FORGED';

export interface ReadQr {
  readonly signature: Signature;
  /** Null when forged: then there is nothing to believe. */
  readonly claims: QrClaims | null;
}

/** Reads what a phone has scanned. A card past its last day is told as such, whatever else the desk knows of it. */
export async function readQr({ keys, publicUrl }: QrParts, scanned: string, now: Date): Promise<ReadQr> {
  const jws = jwsOf(scanned);
  if (!jws) return FORGED;
  const keyOf = ({ kid = '' }: { kid?: string }) => createPublicKey(privateKey(keys, kid));
  try {
    // The end of the card is no reason to believe its signature less: it is compared below.
    const { payload } = await jwtVerify<QrClaims>(jws, keyOf, {
      algorithms: [ALGORITHM],
      typ: QR_TYPE,
      issuer: publicUrl,
      currentDate: new Date(0),
    });
    if (!isChipCode(payload.c)) return FORGED;
    return { signature: now.getTime() / 1000 < payload.exp ? 'VALID' : 'EXPIRED', claims: payload };
  } catch {
    return FORGED;
  }
}

const FORGED: ReadQr = { signature: 'FORGED', claims: null };

/** Public halves of every key cards are, or were, signed with: for phones, readers and everyone else (RFC 7517). */
export async function publicKeySet(keys: Keys): Promise<{ keys: JWK[] }> {
  const published = async (kid: string) => {
    const { kty, crv, x } = await exportJWK(createPublicKey(privateKey(keys, kid)));
    return { kty, crv, x, kid, alg: ALGORITHM, use: 'sig' };
  };
  return { keys: await Promise.all(keys.cards.ids.map(published)) };
}
