/** Reads XML as strictly as it is defined, with the line of every element; declares nothing, fetches nothing, expands nothing. For whoever must trust what a file says. */
import { SaxesParser, type SaxesTagNS } from 'saxes';

export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** What stands directly inside, without the space around it. */
  readonly text: string;
  readonly line: number;
}

export class XmlFault extends Error {
  readonly code: 'NOT_WELL_FORMED' | 'DOCTYPE' | 'TOO_DEEP';
  readonly line: number;

  constructor(code: XmlFault['code'], line: number) {
    super(`${code} on line ${line}`);
    this.code = code;
    this.line = line;
  }
}

/** No document that we take has more levels. */
const MOST_LEVELS = 40;

export interface XmlEvents {
  opened(tag: SaxesTagNS, line: number): void;
  attribute?(name: string, value: string): void;
  text(text: string): void;
  closed(tag: SaxesTagNS, line: number): void;
}

export interface XmlReader {
  /** @throws XmlFault */
  write(chunk: string): void;
  /** @throws XmlFault */
  end(): void;
}

/** Reads piece by piece, so that a big file is never in memory as a tree. */
export function createXmlReader(events: XmlEvents): XmlReader {
  const parser = new SaxesParser({ xmlns: true, position: true });
  let levels = 0;
  let line = 1;
  parser.on('error', () => {
    throw new XmlFault('NOT_WELL_FORMED', parser.line);
  });
  parser.on('doctype', () => {
    throw new XmlFault('DOCTYPE', parser.line);
  });
  parser.on('opentagstart', () => {
    line = parser.line;
  });
  parser.on('opentag', tag => {
    levels += 1;
    if (levels > MOST_LEVELS) throw new XmlFault('TOO_DEEP', parser.line);
    events.opened(tag, line);
    for (const { local, value } of Object.values(tag.attributes)) events.attribute?.(local, value);
  });
  parser.on('closetag', tag => {
    levels -= 1;
    events.closed(tag, parser.line);
  });
  parser.on('text', text => events.text(text));
  parser.on('cdata', text => events.text(text));
  return {
    write: chunk => void parser.write(chunk),
    end: () => void parser.close(),
  };
}

interface Growing extends XmlElement {
  readonly children: Growing[];
  text: string;
}

/** @throws XmlFault when it is not well formed, declares a document type, or nests without end */
export function readXml(text: string): XmlElement {
  const open: Growing[] = [];
  let root: Growing | null = null;
  const reader = createXmlReader({
    opened(tag, line) {
      const element = elementOf(tag, line);
      open.at(-1)?.children.push(element);
      open.push(element);
      root ??= element;
    },
    text(piece) {
      const within = open.at(-1);
      if (within) within.text += piece;
    },
    closed() {
      const done = open.pop();
      if (done) done.text = done.text.trim();
    },
  });
  reader.write(text);
  reader.end();
  if (!root) throw new XmlFault('NOT_WELL_FORMED', 1);
  return root;
}

function elementOf(tag: SaxesTagNS, line: number): Growing {
  const attributes = Object.values(tag.attributes).map(({ name, value }) => [name, value.trim()]);
  return {
    name: tag.name,
    namespace: tag.uri,
    attributes: Object.fromEntries(attributes) as Record<string, string>,
    children: [],
    text: '',
    line,
  };
}
