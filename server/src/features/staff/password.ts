/** argon2id, 19 MiB, two passes; hashing runs in libuv's threads, never on the event loop. */
import { argon2 as argon2Callback, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const argon2 = promisify(argon2Callback);
const COST = { parallelism: 1, tagLength: 32, memory: 19_456, passes: 2 };

const tag = async (password: string, nonce: Buffer): Promise<Buffer> =>
  Buffer.from(await argon2('argon2id', { ...COST, message: password.normalize('NFC'), nonce }));

/** @returns `argon2id$<salt>$<hash>`, base64url */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `argon2id$${salt.toString('base64url')}$${(await tag(password, salt)).toString('base64url')}`;
}

/** Takes the same time for a person who does not exist (`stored` null) as for a wrong password. */
export async function checkPassword(password: string, stored: string | null): Promise<boolean> {
  const [, salt = '', hash = ''] = (stored ?? NOBODY).split('$');
  const expected = Buffer.from(hash, 'base64url');
  const given = await tag(password, Buffer.from(salt, 'base64url'));
  return stored !== null && given.length === expected.length && timingSafeEqual(given, expected);
}

const NOBODY = `argon2id$${Buffer.alloc(16).toString('base64url')}$${Buffer.alloc(32).toString('base64url')}`;
