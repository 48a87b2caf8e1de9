/** Decides what a mail that came in is, from its headers and its words, for the mailbox reader: nothing here believes who it says it is from. */
import type { Language } from '../../platform/language.ts';
import { leaksIn } from '../person/log-scan.rules.ts';
import {
  AttachmentType,
  type InboundMailState,
  type MailMatch,
  type MailProblem,
} from './inbound-mail.enums.ts';

/** Headers by their names in small letters; of several with one name the first. */
export type MailHeaders = Readonly<Record<string, string>>;

/** Headers that mark a list, a newsletter or an answer nobody wrote. */
const MACHINE_HEADERS = [
  ...['list-id', 'list-unsubscribe', 'x-autoreply', 'x-autorespond', 'x-auto-response-suppress'],
  ...['feedback-id', 'x-failed-recipients'],
] as const;
const MACHINE_PRECEDENCE = /^(bulk|junk|list|auto_reply)\b/i;
const MACHINE_SENDER = /^(mailer-daemon|postmaster|no-?reply|ikke-?svar|do-?not-?reply|bounces?)([+.-].*)?@/i;

/** Whether a machine sent it (RFC 3834): such mail is never answered, or two machines would answer each other for ever. */
export function isAutomatic(headers: MailHeaders, sender: string): boolean {
  const submitted = headers['auto-submitted']?.trim().toLowerCase() ?? 'no';
  if (!submitted.startsWith('no')) return true;
  if (headers['return-path']?.trim() === '<>') return true;
  if (MACHINE_PRECEDENCE.test(headers.precedence?.trim() ?? '')) return true;
  if (/^\s*multipart\/report\b/i.test(headers['content-type'] ?? '')) return true;
  return MACHINE_HEADERS.some(name => headers[name] !== undefined) || MACHINE_SENDER.test(sender);
}

/** Whether there is something in it that looks like a national ID number. */
export const holdsNationalId = (text: string): boolean =>
  leaksIn(text).some(({ kind }) => kind === 'national ID number');

const WORDS: Readonly<Record<Exclude<Language, 'nb'>, RegExp>> = {
  nn: /\b(eg|ikkje|ein|dykk|dykkar|frå|vere|sende|vedlagt finn de|korleis|kva|mykje|noko)\b/gi,
  en: /\b(the|and|please|we|you|attached|regards|with|have|our|this)\b/gi,
};
const NB = /\b(jeg|ikke|en|dere|deres|fra|være|sender|vedlagt|hvordan|hva|mye|noe)\b/gi;

/** The language it is answered in: the one with most of its own words; Bokmål when nothing tells. */
export function languageOf(text: string): Language {
  const count = (words: RegExp) => text.slice(0, 5_000).match(words)?.length ?? 0;
  const [nb, nn, en] = [count(NB), count(WORDS.nn), count(WORDS.en)];
  if (en > nb && en > nn) return 'en';
  return nn > nb ? 'nn' : 'nb';
}

const MAGIC: readonly (readonly [AttachmentType, Buffer])[] = [
  [AttachmentType.PNG, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  [AttachmentType.JPEG, Buffer.from([0xff, 0xd8, 0xff])],
  [AttachmentType.PDF, Buffer.from('%PDF-')],
];

/** By the first bytes, whatever name or Content-Type claim. */
export const attachmentType = (bytes: Buffer): AttachmentType =>
  MAGIC.find(([, magic]) => bytes.subarray(0, magic.length).equals(magic))?.[0] ?? AttachmentType.OTHER;

/** An application the mail names by proof: an answer to a mail of ours, or an address of our making. */
export interface MailTarget {
  readonly caseId: string;
  readonly matchedBy: MailMatch;
  /** About a person, so nothing of it may come by plain e-mail. */
  readonly personal: boolean;
  /** Still waiting for papers or a decision. */
  readonly open: boolean;
}

export interface MailFacts {
  readonly automatic: boolean;
  readonly problem: MailProblem | null;
  readonly nationalId: boolean;
  readonly target: MailTarget | null;
}

export interface Sorted {
  readonly state: Exclude<InboundMailState, 'DISCARDED'>;
  /** One standard answer goes to the sender. */
  readonly answer: boolean;
  /** Nobody is shown what is in it. */
  readonly personal: boolean;
}

/** What nothing proves is left to a person: a sender's address or a subject is no proof. */
export function sortMail({ automatic, problem, nationalId, target }: MailFacts): Sorted {
  const personal = nationalId || target?.personal === true;
  const sorted = (state: Sorted['state'], answer = false): Sorted => ({ state, answer, personal });
  if (problem === 'INFECTED') return sorted('QUARANTINED');
  if (automatic) return sorted('AUTOMATIC');
  if (personal) return sorted('QUARANTINED', true);
  return sorted(target?.open && problem === null ? 'FILED' : 'TO_SORT');
}

/** Domain section 11: mail quarantine 14 days; what nobody wrote or nobody needs goes as soon. */
export const QUARANTINE_DAYS = 14;

/** Null for mail that is kept. */
export function deleteAt(state: InboundMailState, from: Date): Date | null {
  const goes = state === 'QUARANTINED' || state === 'AUTOMATIC' || state === 'DISCARDED';
  return goes ? new Date(from.getTime() + QUARANTINE_DAYS * 86_400_000) : null;
}

/** Whether its words may be shown at all. */
export const isShown = ({ state, personal }: { state: InboundMailState; personal: boolean }): boolean =>
  !personal && state !== 'QUARANTINED' && state !== 'DISCARDED';

/** A person may still say what becomes of it. */
export const canBeSettled = (state: InboundMailState): boolean =>
  state === 'TO_SORT' || state === 'AUTOMATIC';

/** Mail about a person is never put on a case. */
export const canBeFiled = ({ state, personal }: { state: InboundMailState; personal: boolean }): boolean =>
  canBeSettled(state) && !personal;
