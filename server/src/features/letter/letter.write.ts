/** Puts a letter on its way in the transaction of what it tells of: the letter, its entry in the journal, and the mail that says one is waiting. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import { addEvent } from '../case/case.write.ts';
import { cancelMail, queueMail } from '../correspondence/outbox.write.ts';
import type { JournalSubject } from '../journal/journal.enums.ts';
import { addJournalEntry } from '../journal/journal.write.ts';
import type { LetterChannel, LetterKind } from './letter.enums.ts';
import type { LetterContent, LetterFacts } from './letter-content.rules.ts';
import { checkLetter, letterMayLeave } from './letter-contract.rules.ts';

export interface NewLetter {
  readonly organisationId: number;
  readonly caseId: string;
  readonly applicationId: string;
  readonly decisionId: string | null;
  readonly kind: LetterKind;
  readonly recipient: { readonly personId: string | null; readonly firmId: string | null };
  readonly language: Language;
  readonly content: LetterContent;
  /** What the database says now, to check the letter against. */
  readonly record: LetterFacts;
  readonly channel: LetterChannel;
  /** Until then it can be stopped. */
  readonly sendAfter: Date;
}

/** In the place of one that came back, with its words; that one met its contract. */
export interface LetterAgain extends Omit<NewLetter, 'record'> {
  readonly resendOf: string;
  /** The last day to appeal that it names. */
  readonly deadlineOn: LocalDate | null;
}

const ADD = `insert into letter (organisation_id, case_id, application_id, decision_id, kind, person_id, firm_id, language, content, channel, send_after, resend_of, deadline_on, created_by)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, app_actor()) returning id::text`;
const HAS_CONTACT = 'select 1 from exception_application where id = $1 and contact_email is not null';

/** How the journal names a letter. */
export const JOURNAL_OF_LETTER: Readonly<Record<LetterKind, JournalSubject>> = {
  DECISION_GRANT: 'GRANT',
  DECISION_REFUSE: 'REFUSAL',
  DECISION_DISMISS: 'DISMISSAL',
  DECISION_WITHDRAW: 'WITHDRAWAL',
  DEFICIENCY: 'DEFICIENCY',
  WRONG_CHANNEL: 'WRONG_CHANNEL',
  INTERIM_REPLY: 'INTERIM_REPLY',
  ADVANCE_NOTICE: 'ADVANCE_NOTICE',
  APPEAL_RECEIVED: 'APPEAL_RECEIVED',
  APPEAL_UPHELD_FORWARDED: 'APPEAL_FORWARDED',
  APPEAL_REVERSED: 'APPEAL_REVERSED',
  APPEAL_DISMISSED_LATE: 'APPEAL_LATE',
  ENTRY_EXPIRING: 'ENTRY_WARNED',
  ENTRY_ENDED: 'ENTRY_END_TOLD',
  CARD_ORDERING_OPENED: 'ORDERING_OPENED',
  CONFIRMATION_REMINDER: 'CONFIRMATION_REMINDER',
  CONFIRMATION_RECEIVED: 'CONFIRMATION_RECEIVED',
  APPROVAL_EXPIRING: 'APPROVAL_EXPIRING',
};

export const letterMail = (letterId: string): string => `letter/${letterId}`;

/** @returns letter.id. @throws AppError LETTER_NOT_READY with the points of the contract it does not meet */
export function queueLetter(
  tx: Tx,
  letter: NewLetter,
  { mailDomain }: { mailDomain: string },
): Promise<string> {
  requireContract(letter);
  return putOnItsWay(tx, { ...letter, resendOf: null, deadlineOn: null }, mailDomain);
}

/** @returns letter.id */
export function queueAgain(
  tx: Tx,
  letter: LetterAgain,
  { mailDomain }: { mailDomain: string },
): Promise<string> {
  return putOnItsWay(tx, letter, mailDomain);
}

type Leaving = Omit<LetterAgain, 'resendOf'> & { readonly resendOf: string | null };

async function putOnItsWay(tx: Tx, letter: Leaving, mailDomain: string): Promise<string> {
  const id = await insertLetter(tx, letter);
  const { caseId, organisationId, kind, content, decisionId } = letter;
  await addJournalEntry(tx, {
    ...{ caseId, type: 'U', on: content.date, subject: JOURNAL_OF_LETTER[kind] },
    ...{ correspondent: content.recipient.name, letterId: id, decisionId },
  });
  await addEvent(
    tx,
    { id: caseId, organisation_id: organisationId },
    { type: 'LETTER_QUEUED', newValue: kind },
  );
  await tellContact(tx, { id, letter }, mailDomain);
  return id;
}

/** Takes back the mail about a letter that does not leave. */
export async function cancelLetterMail(tx: Tx, letterId: string): Promise<void> {
  await cancelMail(tx, letterMail(letterId));
}

/** Whoever composed it, and whenever: the last look is at the words that leave. */
function requireContract({ kind, language, content, record }: NewLetter): void {
  const points = checkLetter(content, record);
  const same = content.kind === kind && content.language === language;
  if (same && letterMayLeave(points)) return;
  const unmet = points.filter(({ met }) => !met).map(({ code }) => code);
  throw new AppError('LETTER_NOT_READY', { points: unmet.join(' ') });
}

async function insertLetter(tx: Tx, letter: Leaving): Promise<string> {
  const { organisationId, caseId, applicationId, decisionId, kind, recipient, language } = letter;
  const row = await tx.one<{ id: string }>(ADD, [
    ...[organisationId, caseId, applicationId, decisionId, kind, recipient.personId, recipient.firmId],
    ...[language, JSON.stringify(letter.content), letter.channel, letter.sendAfter],
    ...[letter.resendOf, letter.deadlineOn],
  ]);
  return row?.id ?? '';
}

/** The mail says that there is a letter, and nothing else. Who gave no address gets the letter alone. */
async function tellContact(
  tx: Tx,
  { id, letter }: { id: string; letter: Leaving },
  mailDomain: string,
): Promise<void> {
  const { organisationId, caseId, applicationId, language, sendAfter } = letter;
  if (!(await tx.one(HAS_CONTACT, [applicationId]))) return;
  const about = { organisationId, caseId, subjectId: id, letterId: id };
  const mail = { ...about, template: 'LETTER_WAITING' as const, language, dedupe: letterMail(id), sendAfter };
  await queueMail(tx, mail, mailDomain);
}
