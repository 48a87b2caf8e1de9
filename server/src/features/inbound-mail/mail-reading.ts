/** Reads what strangers wrote as a mail, within limits: who, about what, the words as plain text, and what is attached. */
import { createHash } from 'node:crypto';
import { type ParsedMail, simpleParser } from 'mailparser';
import type { AttachmentType } from './inbound-mail.enums.ts';
import { attachmentType, holdsNationalId, type MailHeaders } from './inbound-mail.rules.ts';

export interface ReadAttachment {
  readonly name: string;
  readonly mediaType: AttachmentType;
  readonly byteCount: number;
  readonly sha256: Uint8Array;
  /** Of PDFs and pictures only: nothing else is ever used. */
  readonly bytes: Uint8Array | null;
}

export interface ReadMail {
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: string[];
  readonly sender: string;
  readonly senderName: string | null;
  /** Every address it was sent or delivered to. */
  readonly recipients: string[];
  readonly subject: string;
  readonly text: string;
  readonly headers: MailHeaders;
  readonly attachments: ReadAttachment[];
  readonly nationalId: boolean;
}

const MOST_TEXT = 100_000;
const MOST_REFERENCES = 50;
const MOST_RECIPIENTS = 50;
const MOST_ATTACHMENTS = 30;
const MOST_HEADER = 1_000;

/** A mail with more parts or longer headers than anyone writes is not read at all. */
const LIMITS = { maxChildNodes: 100, maxHeadSize: 65_536, maxHtmlLengthToParse: 2_000_000 };
const OPTIONS = { ...LIMITS, skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true } as object;

export class TooMuch extends Error {}

/** @throws Error when it is no mail, or more than anyone sends */
export async function readMail(bytes: Buffer): Promise<ReadMail> {
  const mail = await simpleParser(bytes, OPTIONS);
  if (mail.attachments.length > MOST_ATTACHMENTS) throw new TooMuch();
  const attachments = mail.attachments.map(attachmentOf);
  const [words, subject] = [mail.text || (await wordsOf(mail.html || '')), plain(mail.subject ?? '', 300)];
  const everything = [subject, words, mail.html || '', ...attachments.map(({ name }) => name)];
  return {
    ...threadOf(mail),
    ...senderOf(mail),
    recipients: recipientsOf(mail).slice(0, MOST_RECIPIENTS),
    subject,
    text: lines(words).slice(0, MOST_TEXT),
    headers: headersOf(mail),
    attachments,
    nationalId: everything.some(holdsNationalId),
  };
}

/** Of a mail that says it in HTML alone, beside attachments: the parser makes text of HTML only where there is nothing else. */
async function wordsOf(html: string): Promise<string> {
  if (html === '') return '';
  return (
    (await simpleParser(Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${html}`), OPTIONS))
      .text ?? ''
  );
}

const threadOf = ({ messageId, inReplyTo, references = [] }: ParsedMail) => ({
  messageId: idsIn(messageId)[0] ?? null,
  inReplyTo: idsIn(inReplyTo)[0] ?? null,
  references: idsIn([references].flat().join(' ')).slice(-MOST_REFERENCES),
});

function senderOf({ from }: ParsedMail) {
  const { address = '', name = '' } = from?.value[0] ?? {};
  return { sender: plain(address, 254).toLowerCase(), senderName: plain(name, 200) || null };
}

type Attachment = ParsedMail['attachments'][number];

function attachmentOf({ filename, content }: Attachment): ReadAttachment {
  const mediaType = attachmentType(content);
  const known = mediaType !== 'application/octet-stream';
  return {
    name: plain(filename ?? '', 200) || '–',
    mediaType,
    byteCount: content.length,
    sha256: createHash('sha256').update(content).digest(),
    bytes: known ? content : null,
  };
}

function headersOf({ headerLines }: ParsedMail): MailHeaders {
  const headers: Record<string, string> = Object.create(null);
  for (const { key, line } of headerLines) {
    headers[key] ??= line
      .slice(line.indexOf(':') + 1, MOST_HEADER)
      .replace(/\s+/g, ' ')
      .trim();
  }
  return headers;
}

/** To, Cc and what the server says it delivered it to: a blind copy has the address nowhere else. */
function recipientsOf(mail: ParsedMail): string[] {
  const written = [mail.to, mail.cc].flat().flatMap(field => field?.value ?? []);
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to']
    .map(name => headersOf(mail)[name] ?? '')
    .flatMap(line => line.match(/[^\s<>,]+@[^\s<>,]+/g) ?? []);
  const all = [...written.map(({ address = '' }) => address), ...delivered];
  return [...new Set(all.map(address => plain(address, 254).toLowerCase()).filter(Boolean))];
}

const idsIn = (header: string | undefined): string[] =>
  (header?.match(/<[^<>\s]{1,490}>/g) ?? []).map(id => plain(id, 500));

/** Fit for the database and for one line of a screen: no control characters, no halves of letters, none that turn the writing round. */
const plain = (text: string, most: number): string =>
  text.toWellFormed().replace(UNFIT, ' ').replace(/\s+/g, ' ').trim().slice(0, most).toWellFormed();
const lines = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNFIT_IN_TEXT, '').trim();
const UNFIT = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const UNFIT_IN_TEXT = /(?![\n\t])[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
