/** Pictures as bytes: a portrait and a card that are what they should be, and files that are not. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** Stripes on a light wall: enough detail to count as sharp. */
export function picture(width = 900, height = 1200): Promise<Buffer> {
  return drawn(width, height).jpeg({ quality: 85 }).toBuffer();
}

export function pngPicture(width = 900, height = 1200): Promise<Buffer> {
  return drawn(width, height).png().toBuffer();
}

function drawn(width: number, height: number) {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <rect width="100%" height="100%" fill="#eef0f2"/><ellipse cx="50%" cy="45%" rx="22%" ry="24%" fill="#c99a7b"/>
    <g stroke="#333" stroke-width="3">${Array.from({ length: 40 }, (_, i) => `<path d="M${width * 0.3} ${height * (0.3 + i * 0.008)} h${width * 0.4}"/>`).join('')}</g></svg>`;
  return sharp(Buffer.from(svg));
}

/** A dark picture, which gets a remark. */
export function darkPicture(): Promise<Buffer> {
  return sharp({ create: { width: 900, height: 1200, channels: 3, background: '#1a1a1a' } })
    .jpeg()
    .toBuffer();
}

/** As a phone sends it: lying on its side, with a place. The left edge of the stored rows is red. */
export async function lyingWithPlace(): Promise<Buffer> {
  const red = await sharp({ create: { width: 60, height: 700, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 1000, height: 700, channels: 3, background: '#ffffff' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withExif({ IFD0: { Copyright: 'Hemmelig' }, IFD3: { GPSLatitude: '59/1 54/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

const MAGIC = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A sound one-bit PNG of a few dozen kB that unfolds to `side` × `side` pixels. */
export function bomb(side: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const rows = deflateSync(Buffer.alloc((Math.ceil(side / 8) + 1) * side));
  return Buffer.concat([MAGIC, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}
