/** Decides whether a PDF is still paper: no password, no script, nothing it starts, sends or carries along (for whoever scans documents). */
import { inflateSync } from 'node:zlib';

export type PdfRefusal =
  | 'DOCUMENT_FORMAT'
  | 'DOCUMENT_CORRUPT'
  | 'DOCUMENT_ENCRYPTED'
  | 'DOCUMENT_ACTIVE'
  | 'DOCUMENT_EMBEDDED';

/** Names long enough to mean something wherever they stand, in what looks like picture data too. */
const ACTIVE = ['JavaScript', 'Launch', 'RichMedia', 'SubmitForm', 'ImportData', 'Rendition'];
const EMBEDDED = ['EmbeddedFile', 'EmbeddedFiles', 'FileAttachment', 'Collection'];
/** Two or three letters are found in any picture by chance: they count outside streams only. */
const ACTIVE_SHORT = ['JS', 'XFA', 'Movie', 'Sound', 'GoToE', 'GoToR', '3D'];
const EMBEDDED_SHORT = ['EF', 'AF'];

/** What all object streams of a file may unpack to. */
const MOST_UNPACKED = 60_000_000;
/** The last line of a whole file stands near its end. */
const TAIL = 2_048;

/** Null when it is a plain document as far as its structure says; whether a viewer can open it is asked of a viewer. */
export function pdfRefusal(bytes: Buffer): PdfRefusal | null {
  const file = bytes.toString('latin1');
  if (!file.startsWith('%PDF-')) return 'DOCUMENT_FORMAT';
  if (!file.slice(-TAIL).includes('%%EOF')) return 'DOCUMENT_CORRUPT';
  const streams = streamsOf(file);
  const outside = namesIn(withoutStreams(file, streams));
  if (outside.has('Encrypt')) return 'DOCUMENT_ENCRYPTED';
  const objects = unpackObjects(bytes, streams);
  if (objects === null) return 'DOCUMENT_CORRUPT';
  const plain = new Set([...outside, ...objects.flatMap(text => [...namesIn(text)])]);
  return refusalFor(plain, namesIn(file));
}

function refusalFor(plain: ReadonlySet<string>, anywhere: ReadonlySet<string>): PdfRefusal | null {
  const found = (long: readonly string[], short: readonly string[]) =>
    long.some(name => anywhere.has(name) || plain.has(name)) || short.some(name => plain.has(name));
  if (found(ACTIVE, ACTIVE_SHORT)) return 'DOCUMENT_ACTIVE';
  return found(EMBEDDED, EMBEDDED_SHORT) ? 'DOCUMENT_EMBEDDED' : null;
}

const NAME = /\/([^\s\0()<>[\]{}/%]{1,127})/g;

/** `/Java#53cript` is the same name. */
const plainName = (name: string) =>
  name.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  for (const [, name = ''] of text.matchAll(NAME)) names.add(plainName(name));
  return names;
}

interface Stream {
  /** What its dictionary says, names in plain letters. */
  readonly about: string;
  readonly from: number;
  readonly to: number;
}

const STREAM = />>\s*stream\r?\n/g;

function streamsOf(file: string): Stream[] {
  const streams: Stream[] = [];
  let after = 0;
  for (const found of file.matchAll(STREAM)) {
    if (found.index < after) continue;
    const from = found.index + found[0].length;
    const end = file.indexOf('endstream', from);
    const to = end < 0 ? file.length : end;
    const start = file.lastIndexOf(' obj', found.index);
    streams.push({ about: plainName(file.slice(Math.max(start, after), found.index)), from, to });
    after = to;
  }
  return streams;
}

function withoutStreams(file: string, streams: readonly Stream[]): string {
  let at = 0;
  const pieces = streams.map(({ from, to }) => {
    const piece = file.slice(at, from);
    at = to;
    return piece;
  });
  return [...pieces, file.slice(at)].join(' ');
}

/** Objects lie packed in streams that say where the first begins. @returns null when they cannot be looked into */
function unpackObjects(bytes: Buffer, streams: readonly Stream[]): string[] | null {
  const texts: string[] = [];
  let left = MOST_UNPACKED;
  for (const { about, from, to } of streams.filter(({ about }) => /\/First\b/.test(about))) {
    const text = unpack(bytes.subarray(from, to), about, left);
    if (text === null) return null;
    left -= text.length;
    texts.push(text);
  }
  return texts;
}

/** Plain or deflated; other packings of objects are in no file an office scanner or word processor makes. */
function unpack(packed: Buffer, about: string, most: number): string | null {
  if (!/\/Filter\b/.test(about)) return packed.toString('latin1');
  const [, several, one] = /\/Filter\s*(?:\[([^\]]*)\]|(\/\w+))/.exec(about) ?? [];
  if ((several ?? one)?.trim() !== '/FlateDecode' || /\/Predictor\s*(?!1\b)\d/.test(about)) return null;
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1) }).toString('latin1');
  } catch {
    return null;
  }
}
