/** Decides which mail a delivery report is about and what it says, for the intake of bounces. The address of each mail's return path is proof that we sent it. */
import { timingSafeEqual } from 'node:crypto';
import { type Keys, keyedHash } from '../../platform/crypto/keys.ts';

/** 96 bits: no use guessing, and short enough for the 64 characters before the @. */
const PROOF_LENGTH = 24;

type ReturnKeys = Pick<Keys, 'key'>;

const proofOf = (keys: ReturnKeys, mailId: string): string =>
  keyedHash(keys.key('return-path'), mailId).toString('hex').slice(0, PROOF_LENGTH);

/** `retur@post.example` becomes `retur+17.2f…@post.example` for mail 17: where it is sent back to. */
export function returnPath(keys: ReturnKeys, address: string, mailId: string): string {
  const [local, domain] = split(address);
  return `${local}+${mailId}.${proofOf(keys, mailId)}@${domain}`;
}

/** @returns the id of the mail, or null when the address is not one we made */
export function mailOfReturnPath(keys: ReturnKeys, address: string, given: string): string | null {
  const [local, domain] = split(address.toLowerCase());
  const [givenLocal, givenDomain] = split(given.toLowerCase());
  const found = /^\+([1-9]\d{0,17})\.([0-9a-f]{24})$/.exec(givenLocal.slice(local.length));
  if (!found || !givenLocal.startsWith(local) || givenDomain !== domain) return null;
  const [, mailId = '', proof = ''] = found;
  return timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(keys, mailId))) ? mailId : null;
}

/**
 * What the machine-readable part of a delivery report (RFC 3464) says.
 * @returns the status code, 5.1.1 or the like, when it has failed for good; null for delays, receipts and whatever else
 */
export function failureIn(report: string): string | null {
  const lines = report.replace(/\r?\n[ \t]+/g, ' ');
  if (!/^action:\s*failed\b/im.test(lines)) return null;
  return /^status:\s*([45]\.\d{1,3}\.\d{1,3})\b/im.exec(lines)?.[1] ?? '5.0.0';
}

function split(address: string): [string, string] {
  const at = address.lastIndexOf('@');
  return [address.slice(0, Math.max(at, 0)), address.slice(at + 1)];
}
