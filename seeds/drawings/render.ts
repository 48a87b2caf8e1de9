/** Turns the drawings into JPEG files as a phone camera would send them. */
import sharp from 'sharp';
import { drawIdSvg, type IdDrawing } from './documents.ts';
import { type Face, randomFrom } from './face.ts';
import type { PortraitFault } from './faults.ts';
import { drawPortraitSvg } from './portrait.ts';

export const PORTRAIT_SIZE = { width: 1536, height: 2048 } as const;
export const ID_SIZE = { width: 1600, height: 1127 } as const;

// Drawing is the slow part: all is drawn smaller and stretched, documents less than portraits for their fine print.
const DRAWN_WIDTH = { portrait: 960, rephoto: 720, document: 1280, blurred: 240, unreadable: 190 } as const;

// The demo renders while the server starts; two threads leave room for it.
sharp.concurrency(2);

type Size = { width: number; height: number };
type Pixels = Size & { data: Buffer };

async function rasterise(svg: string, width: number): Promise<Pixels> {
  const { data, info } = await sharp(Buffer.from(svg))
    .resize({ width })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const GRAIN_LENGTH = 65521;
const random = randomFrom(9303);
const GRAIN = Int8Array.from({ length: GRAIN_LENGTH }, () => Math.round((random() + random() - 1) * 5));

/** Sensor grain: faint noise, the same every time, that keeps a drawing from looking like clip art. */
function addGrain({ data }: Pixels): void {
  const channels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  for (
    let index = 0, spot = 0;
    index < channels.length;
    index += 3, spot = spot + 1 === GRAIN_LENGTH ? 0 : spot + 1
  ) {
    const noise = GRAIN[spot] ?? 0;
    channels[index] = (channels[index] ?? 0) + noise;
    channels[index + 1] = (channels[index + 1] ?? 0) + noise;
    channels[index + 2] = (channels[index + 2] ?? 0) + noise;
  }
}

function toJpeg({ data, width, height }: Pixels, size: Size): Promise<Buffer> {
  const picture = sharp(data, { raw: { width, height, channels: 3 } });
  const sized =
    width === size.width && height === size.height
      ? picture
      : picture.resize({ ...size, fit: 'fill', kernel: 'linear' });
  return sized.jpeg({ quality: 82, optimizeCoding: false }).toBuffer();
}

/** A blurred picture is drawn small and stretched: as soft as a real one, and cheap. */
export async function renderPortrait(face: Face, fault: PortraitFault): Promise<Buffer> {
  const width = fault === 'blurred' || fault === 'rephoto' ? DRAWN_WIDTH[fault] : DRAWN_WIDTH.portrait;
  const pixels = await rasterise(drawPortraitSvg(face, fault), width);
  if (fault !== 'blurred') addGrain(pixels);
  return toJpeg(pixels, PORTRAIT_SIZE);
}

/** An unreadable document was photographed too far away and out of focus. */
export async function renderId(drawing: IdDrawing): Promise<Buffer> {
  const width = drawing.fault === 'unreadable' ? DRAWN_WIDTH.unreadable : DRAWN_WIDTH.document;
  const pixels = await rasterise(drawIdSvg(drawing), width);
  if (drawing.fault !== 'unreadable') addGrain(pixels);
  return toJpeg(pixels, ID_SIZE);
}
