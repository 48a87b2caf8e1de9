/** Reads a CAMT.054 notification of credits (ISO 20022) piece by piece: its payments, and by line what is wrong; for the import of payments. */
import { createXmlReader, XmlFault, type XmlReader } from '../../platform/xml/xml-tree.ts';
import { CamtNotification } from './camt054.rules.ts';
import {
  faultOn,
  MOST_PAYMENTS,
  PaymentFault,
  type PaymentFileContent,
  PaymentFileFormat,
  unusable,
} from './payment-file.rules.ts';

const CHUNK = 64 * 1024;
const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:camt\.054\.001\.\d\d$/;
const LATIN = new Set(['iso-8859-1', 'iso8859-1', 'latin1', 'windows-1252', 'iso-8859-15']);
const format = PaymentFileFormat.CAMT_054;

class TooMany extends Error {}
class OtherDocument extends Error {}

export function readCamt054(bytes: Uint8Array): PaymentFileContent {
  const notification = new CamtNotification();
  let line = 1;
  const reader = createXmlReader({
    opened({ local, uri }, opened) {
      line = opened;
      if (notification.isOutside() && (local !== 'Document' || !NAMESPACE.test(uri)))
        throw new OtherDocument();
      notification.open(local, opened);
    },
    attribute: (name, value) => notification.attribute(name, value),
    text: text => notification.text(text),
    closed() {
      notification.close();
      if (notification.payments.length > MOST_PAYMENTS) throw new TooMany();
    },
  });
  const fault = tryFeed(reader, bytes);
  if (fault) return unusable(faultOn(fault.line || line, fault.code, fault.text), format);
  const { payments, faults } = notification;
  return { format, payments, faults };
}

interface Stopped {
  readonly code: PaymentFault;
  readonly line: number;
  readonly text: string;
}

function tryFeed(reader: XmlReader, bytes: Uint8Array): Stopped | null {
  try {
    feed(reader, bytes);
    return null;
  } catch (error) {
    if (error instanceof XmlFault)
      return { code: PaymentFault.NOT_WELL_FORMED, line: error.line, text: error.code };
    if (error instanceof TooMany) return { code: PaymentFault.TOO_MANY, line: 0, text: '' };
    if (error instanceof OtherDocument) return { code: PaymentFault.FORMAT, line: 0, text: '' };
    // TextDecoder says so.
    if (error instanceof TypeError) return { code: PaymentFault.ENCODING, line: 0, text: '' };
    throw error;
  }
}

function feed(reader: XmlReader, bytes: Uint8Array): void {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let from = 0; from < bytes.length; from += CHUNK) {
    const piece = bytes.subarray(from, from + CHUNK);
    reader.write(decoder.decode(piece, { stream: true }));
  }
  reader.write(decoder.decode());
  reader.end();
}

/** As the file declares it; what we do not know is read as UTF-8, which then fails. */
function encodingOf(bytes: Uint8Array): string {
  const declaration = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const [, declared = ''] = /^\s*(?:ï»¿)?<\?xml[^>]*encoding=["']([\w.-]+)["']/.exec(declaration) ?? [];
  return LATIN.has(declared.toLowerCase()) ? 'windows-1252' : 'utf-8';
}
