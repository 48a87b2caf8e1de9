/** Decodes one image and makes the copies the desk keeps: upright, without metadata, always encoded anew. */
import sharp, { type Sharp } from 'sharp';
import { type Finding, idFindings, MEASURED_WIDTH, photoFindings } from './findings.rules.ts';
import { MOST_PIXELS } from './upload.rules.ts';

export interface ProcessedImage {
  /** JPEG, longest side at most 2,400 pixels. */
  display: Buffer;
  /** JPEG, longest side at most 240 pixels. */
  thumbnail: Buffer;
  /** Of the display copy. */
  width: number;
  height: number;
  findings: Finding[];
}

const DISPLAY = { side: 2400, quality: 88 } as const;
const THUMBNAIL = { side: 240, quality: 80 } as const;
const MOST_SECONDS = 8;

/** Copies and measures. @throws Error when the file cannot be decoded to its end */
export async function processImage(bytes: Buffer, part: 'photo' | 'id'): Promise<ProcessedImage> {
  const upright = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .timeout({ seconds: MOST_SECONDS })
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb');
  const { data: display, info } = await shrink(upright, DISPLAY).toBuffer({ resolveWithObject: true });
  const thumbnail = await shrink(sharp(display), THUMBNAIL).toBuffer();
  const findings = await findingsOf(display, part);
  return { display, thumbnail, width: info.width, height: info.height, findings };
}

/** What the desk measures on a copy it has made. */
export async function findingsOf(display: Buffer, part: 'photo' | 'id'): Promise<Finding[]> {
  const { data, info } = await sharp(display)
    .resize({ width: MEASURED_WIDTH })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grey = { data, width: info.width, height: info.height };
  return part === 'photo' ? photoFindings(grey) : idFindings(grey);
}

function shrink(picture: Sharp, { side, quality }: { side: number; quality: number }): Sharp {
  return picture
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality });
}
