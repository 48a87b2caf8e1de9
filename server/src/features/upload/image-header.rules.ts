/** Reads what a file says about itself in its first bytes, before anything decodes it: only JPEG and PNG are known. */

export interface ImageHeader {
  mediaType: 'image/jpeg' | 'image/png';
  width: number;
  height: number;
}

const PNG_MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Magic, length and type of the IHDR chunk, width, height. */
const PNG_HEADER_BYTES = 24;

export type SniffedType = ImageHeader['mediaType'];

/** By the first bytes, whatever name or Content-Type claim. */
export function sniff(bytes: Buffer): SniffedType | null {
  if (bytes.subarray(0, PNG_MAGIC.length).equals(PNG_MAGIC)) return 'image/png';
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff ? 'image/jpeg' : null;
}

/** Null when the size cannot be found, which a sound file never lets happen. */
export function readHeader(bytes: Buffer, mediaType: SniffedType): ImageHeader | null {
  const size = mediaType === 'image/png' ? pngSize(bytes) : jpegSize(bytes);
  return size && size.width > 0 && size.height > 0 ? { mediaType, ...size } : null;
}

function pngSize(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length < PNG_HEADER_BYTES || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Walks from segment to segment until the one that starts the frame (SOF0–SOF15, except tables and extensions). */
function jpegSize(bytes: Buffer): { width: number; height: number } | null {
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (isFrameStart(marker))
      return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

function isFrameStart(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
