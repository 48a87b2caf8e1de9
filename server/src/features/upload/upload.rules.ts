/** Decides whether a file may become part of an image pair, before anything decodes it (domain guide section 3 [000]). */
import { isUploadLinkLive, type UploadLinkFacts } from '../image-review/image-review.rules.ts';
import type { ImageHeader, SniffedType } from './image-header.rules.ts';
import type { RefusalCode, UploadNumbers } from './upload-texts.ts';

/** Longest side and most pixels a file may claim: checked on its header, so that a bomb costs milliseconds. */
const LONGEST_SIDE = 12_000;
export const MOST_PIXELS = 40_000_000;

/** After so many refused files a link is closed: that is not someone who looks for the right picture. */
export const REFUSALS_ALLOWED = 36;

/** How long a ticket for staff who register a pair from a letter lives. */
const LETTER_MINUTES = 60;

export function letterTicketExpiresAt(createdAt: Date): Date {
  return new Date(createdAt.getTime() + LETTER_MINUTES * 60_000);
}

/** Bytes a part may have: all there is, or what the other part leaves. */
export function bytesLeft(otherPartBytes: number, { maxBytes, limit }: UploadNumbers): number {
  return limit === 'file' ? maxBytes : Math.max(maxBytes - otherPartBytes, 0);
}

export interface FileFacts {
  bytes: number;
  otherPartBytes: number;
  mediaType: SniffedType | null;
  /** What the file says its size is; null when it does not say. */
  header: ImageHeader | null;
}

/** Null when the file may be decoded. */
export function refusalOf(file: FileFacts, numbers: UploadNumbers): RefusalCode | null {
  if (file.bytes > bytesLeft(file.otherPartBytes, numbers)) return 'FILE_SIZE';
  if (file.bytes === 0) return 'FILE_CORRUPT';
  if (!file.mediaType) return 'FILE_FORMAT';
  if (!file.header) return 'FILE_CORRUPT';
  const { width, height } = file.header;
  if (Math.max(width, height) > LONGEST_SIDE || width * height > MOST_PIXELS) return 'FILE_TOO_MANY_PIXELS';
  return Math.min(width, height) < numbers.minSide ? 'FILE_TOO_SMALL' : null;
}

export type DeadLinkState = 'EXPIRED' | 'USED' | 'REVOKED' | 'UNKNOWN';

/** R9 [000]: a link serves one pair, until it expires or is revoked. Null while it lives. */
export function deadState(link: UploadLinkFacts | null, now: Date): DeadLinkState | null {
  if (!link) return 'UNKNOWN';
  if (isUploadLinkLive(link, now)) return null;
  if (link.usedAt) return 'USED';
  return link.revokedAt ? 'REVOKED' : 'EXPIRED';
}
