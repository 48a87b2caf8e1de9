/** Draws a QR code, for the mail CARD_VALID and for print. */
import { toBuffer } from 'qrcode';

/** A quarter of it may be scratched (level Q); four squares of white around it, as readers want it. */
const LOOK = { errorCorrectionLevel: 'Q', margin: 4 } as const;
/** Pixels to a square: sharp on a phone and at 300 dots to the inch. */
const SCALE = 6;

export const qrPng = (content: string): Promise<Buffer> =>
  toBuffer(content, { ...LOOK, type: 'png', scale: SCALE });
