/** Decides which case a mail is addressed to: the address of each case is proof that we made it, for the reader of the mailbox. */
import { timingSafeEqual } from 'node:crypto';
import { type Keys, keyedHash } from '../../platform/crypto/keys.ts';

/** 96 bits, as in the return path. */
const PROOF_LENGTH = 24;
const FOUND = /^\+(\d{4})-(\d{6})\.([0-9a-f]{24})$/;

type ReplyKeys = Pick<Keys, 'key' | 'ids'>;

const proofOf = (keys: ReplyKeys, caseNumber: string, id?: string): string =>
  keyedHash(keys.key('reply-address', id), caseNumber).toString('hex').slice(0, PROOF_LENGTH);

/** `sak@post.example` becomes `sak+2026-000123.2f…@post.example` for case 2026/000123. */
export function replyAddress(keys: ReplyKeys, address: string, caseNumber: string): string {
  const [local, domain] = split(address);
  return `${local}+${caseNumber.replace('/', '-')}.${proofOf(keys, caseNumber)}@${domain}`;
}

/** An answer may come after a change of keys. @returns number of the case, or null when the address is not one we made */
export function caseOfReplyAddress(keys: ReplyKeys, address: string, given: string): string | null {
  const [local, domain] = split(address.toLowerCase());
  const [givenLocal, givenDomain] = split(given.toLowerCase());
  if (!givenLocal.startsWith(local) || givenDomain !== domain) return null;
  const [, year, number, proof = ''] = FOUND.exec(givenLocal.slice(local.length)) ?? [];
  const caseNumber = `${year}/${number}`;
  const isOurs = (id: string) =>
    timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(keys, caseNumber, id)));
  return proof !== '' && keys.ids.some(isOurs) ? caseNumber : null;
}

function split(address: string): [string, string] {
  const at = address.lastIndexOf('@');
  return [address.slice(0, Math.max(at, 0)), address.slice(at + 1)];
}
