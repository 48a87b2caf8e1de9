import type { ImageType } from './upload.types.ts';

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** How many bytes of a file are needed to tell its kind. */
export const SNIFF_BYTES = PNG.length;

/** Tells the kind of picture by its first bytes; the file's name proves nothing. */
export function sniffImage(head: Uint8Array): ImageType | null {
  if (startsWith(head, JPEG)) return 'image/jpeg';
  if (startsWith(head, PNG)) return 'image/png';
  return null;
}

function startsWith(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => head[index] === byte);
}

export interface SizeLimits {
  maxBytesTotal: number;
  maxBytesPerFile: number | null;
}

/** The limit counts both parts together, and each file by itself when the issuer has set such a limit. */
export function fitsLimits(bytes: number, otherPartBytes: number, limits: SizeLimits): boolean {
  if (limits.maxBytesPerFile !== null && bytes > limits.maxBytesPerFile) return false;
  return bytes + otherPartBytes <= limits.maxBytesTotal;
}
