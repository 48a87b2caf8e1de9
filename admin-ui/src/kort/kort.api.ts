/** What the page asks the desk; nothing is kept, and no cookie is sent along. */
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose';
import type { CardAnswer, Category, Failure, NumberAnswer, OwnCheck } from './kort.types.ts';

const PATH = '/api/v1/card-check';

async function ask<T>(path: string, body?: object): Promise<T | Failure> {
  const send = body && {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  };
  try {
    const response = await fetch(path, { ...send, credentials: 'omit', cache: 'no-store' });
    if (response.status === 429) return 'TOO_MANY';
    if (response.status === 400) return 'NUMBER';
    return response.ok ? ((await response.json()) as T) : 'OFFLINE';
  } catch {
    return 'OFFLINE';
  }
}

export const checkNumber = (number: string) => ask<NumberAnswer>(`${PATH}/${encodeURIComponent(number)}`);

export const checkCard = (jws: string) => ask<CardAnswer>(PATH, { qr: jws });

export const sendTip = (tip: { number: string; category: Category; text: string }) =>
  ask<{ received: true }>(`${PATH}/tips`, tip);

/** The phone's own look at the signature: it does not take the desk's word for it, and says what it knows without a network. */
export async function verify(jws: string): Promise<OwnCheck> {
  const keys = await ask<JSONWebKeySet>('/.well-known/card-jwks.json');
  if (typeof keys === 'string') return null;
  try {
    // A card past its last day is signed all the same.
    const options = { algorithms: ['EdDSA'], typ: 'hms-kort+jwt', currentDate: new Date(0) };
    await jwtVerify(jws, createLocalJWKSet(keys), options);
    const { sub = '', exp = 0 } = decodeJwt(jws);
    return { number: sub, expiresAt: exp * 1000 };
  } catch (error) {
    // A phone that does not know Ed25519 yet says nothing; the desk has verified it too.
    return (error as { code?: string }).code?.startsWith('ERR_JW') ? 'FORGED' : null;
  }
}
