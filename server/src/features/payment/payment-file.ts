/** Tells the form of a file from the bank by its first signs, and reads it. */
import { readCamt054 } from './camt054.ts';
import { readOcrGiro } from './ocr-giro.rules.ts';
import { faultOn, PaymentFault, type PaymentFileContent, unusable } from './payment-file.rules.ts';

const BOM = [0xef, 0xbb, 0xbf];

export function readPaymentFile(bytes: Uint8Array): PaymentFileContent {
  // Two bytes a sign: neither form is sent so.
  if (bytes.subarray(0, 4).includes(0) || isUtf16(bytes))
    return unusable(faultOn(1, PaymentFault.ENCODING), null);
  const content = BOM.every((byte, index) => bytes[index] === byte) ? bytes.subarray(3) : bytes;
  const head = Buffer.from(content.subarray(0, 100)).toString('latin1').trimStart();
  if (head.startsWith('NY')) return readOcrGiro(Buffer.from(content).toString('latin1'));
  if (head.startsWith('<')) return readCamt054(content);
  return unusable(faultOn(1, PaymentFault.FORMAT, head), null);
}

const isUtf16 = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
