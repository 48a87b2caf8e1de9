/** Who counts as one caller while nobody has signed in: an address, or the whole network a provider gives one customer. */
import { isIPv6 } from 'node:net';

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const GROUPS = 8;
/** A customer gets a /64 at least, and with it more addresses than any counter has room for. */
const GROUPS_OF_NETWORK = 4;

/** The first 64 bits of an IPv6 address; any other address as it is. */
export function networkOf(address: string | null | undefined): string {
  if (!address) return 'unknown';
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped) return mapped;
  return isIPv6(address) ? firstGroups(address) : address;
}

function firstGroups(address: string): string {
  const [head = '', tail] = address.split('%')[0]?.toLowerCase().split('::') ?? [];
  const before = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const between = Array.from({ length: Math.max(GROUPS - before.length - after.length, 0) }, () => '0');
  const network = [...before, ...between, ...after].slice(0, GROUPS_OF_NETWORK);
  return `${network.map(group => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

const groupsOf = (text: string): string[] => (text === '' ? [] : text.split(':'));
