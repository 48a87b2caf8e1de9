/** Shows the answer to an enquiry before it leaves, and sends it: the answer, its mail and the end of the case come together or not at all. */
import { createHash } from 'node:crypto';
import { addWorkingDays } from '../../platform/calendar/calendar.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, invalid, notFound } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import { addEvent, type CaseChanges, factsOf, lockCase, saveCase } from '../case/case.write.ts';
import { type CaseParts, type OpenedCase, openCase, statusAfter } from '../case/case-gate.ts';
import { beginHold } from '../case/hold.write.ts';
import { queueMail } from '../correspondence/outbox.write.ts';
import { ehfXml } from '../ehf/ehf-xml.ts';
import { readInvoice } from '../invoice/invoice.readmodel.ts';
import {
  type Answer,
  type AnswerFacts,
  answerOf,
  hasEhf,
  offeredFaults,
  referenceLines,
} from './answer.rules.ts';
import { invoiceAnswerSubject } from './answer-subject.rules.ts';
import type { AmbiguityReason } from './finding.enums.ts';
import type { QueryOutcome } from './invoice-query.enums.ts';
import type { AnswerInvoiceQueryInput } from './invoice-query.input.ts';

export interface AnswerParts extends CaseParts {
  readonly mailDomain: string;
  /** How long an answer waits, so that it can be taken back. */
  readonly undoSeconds: number;
}

/** As long as a firm is given to answer the desk. */
const WAIT_WORKING_DAYS = 10;

const ASKED = `select c.number as "caseNumber", c.language, q.contact_name as "contactName", q.contact_email as recipient, q.reason,
  q.wanted_reference as "wantedReference", q.invoice_id::text as "invoiceId"
from invoice_query q join desk_case c on c.id = q.case_id where q.case_id = $1`;
const SAY = `insert into invoice_answer (organisation_id, case_id, invoice_id, outcome, language, recipient, paragraphs, code_lines, answered_by, answered_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, app_actor(), $9) returning id::text`;

interface AskedRow extends Record<string, unknown> {
  readonly caseNumber: string;
  readonly language: Language;
  readonly contactName: string | null;
  readonly recipient: string;
  readonly reason: AmbiguityReason | null;
  readonly wantedReference: string | null;
  readonly invoiceId: string | null;
}

export interface ComposedAnswer extends Answer {
  readonly recipient: string;
  readonly language: Language;
  readonly subject: string;
  readonly digest: string;
}

export interface Wish {
  readonly caseId: string;
  readonly outcome: QueryOutcome;
  readonly comment?: string | null | undefined;
}

export class AnswerService {
  constructor(private readonly parts: AnswerParts) {}

  /** @throws AppError NOT_FOUND, FORBIDDEN, VALIDATION_FAILED for an answer that does not fit */
  preview(db: Db, wish: Wish): Promise<ComposedAnswer> {
    return db.transaction(async tx => {
      const row = await lockCase(tx, wish.caseId, db.principal);
      this.parts.access.require(db.principal, { resource: 'invoice-query', action: 'read' }, factsOf(row));
      return (await compose(tx, wish)).answer;
    });
  }

  /** @throws AppError ANSWER_CHANGED when it is not what was shown any more */
  async answer(db: Db, input: AnswerInvoiceQueryInput): Promise<void> {
    const { caseId, expectedVersion, outcome } = input;
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action: 'ANSWER_QUERY' } as const;
      const opened = await openCase(this.parts, { tx, actor: db.principal }, ask);
      const { answer, invoiceId } = await compose(tx, input);
      if (answer.digest !== input.digest) throw new AppError('ANSWER_CHANGED');
      await this.#say(tx, opened, { answer, invoiceId, outcome });
      await saveCase(tx, opened.row, await ended(tx, opened, outcome));
      await addEvent(tx, opened.row, { type: 'QUERY_ANSWERED', newValue: outcome });
    });
  }

  async #say(
    tx: Tx,
    { row, now }: OpenedCase,
    {
      answer,
      invoiceId,
      outcome,
    }: { answer: ComposedAnswer; invoiceId: string | null; outcome: QueryOutcome },
  ): Promise<void> {
    const { language, recipient, paragraphs, codeLines } = answer;
    const said = await tx.one<{ id: string }>(SAY, [
      ...[row.organisation_id, row.id, invoiceId, outcome, language, recipient, paragraphs, codeLines, now],
    ]);
    const answerId = said?.id ?? '';
    const mail = {
      ...({
        organisationId: row.organisation_id,
        caseId: row.id,
        template: 'INVOICE_ANSWER',
        language,
      } as const),
      ...{ subjectId: answerId, dedupe: `invoice-answer:${answerId}` },
      sendAfter: new Date(now.getTime() + this.parts.undoSeconds * 1000),
    };
    await queueMail(tx, mail, this.parts.mailDomain);
    await addEvent(tx, row, { type: 'MAIL_QUEUED', newValue: 'INVOICE_ANSWER' });
  }
}

const FREE = { reserved_by: null, reserved_until: null } as const;

/** Asking back, the desk waits for the firm; any other answer is the end. */
async function ended(
  tx: Tx,
  { row, now, today, kept }: OpenedCase,
  outcome: QueryOutcome,
): Promise<CaseChanges> {
  if (outcome !== 'ASKED_BACK') return { ...FREE, status: statusAfter(row.status, 'CLOSED'), closed_at: now };
  const until = addWorkingDays(today, WAIT_WORKING_DAYS);
  const held = await beginHold(tx, row, { reason: 'AWAITING_FIRM', until, note: null, today });
  return { ...kept, ...held, status: statusAfter(row.status, 'HOLD') };
}

async function compose(tx: Tx, { caseId, outcome, comment }: Wish) {
  const asked = await tx.one<AskedRow>(ASKED, [caseId]);
  if (!asked) throw notFound();
  const { recipient, language, caseNumber, invoiceId } = asked;
  const facts = await factsFor(tx, asked, comment?.trim() || null);
  if (!offeredFaults(facts).includes(outcome)) throw invalid({ outcome: 'NOT_OF_KIND' });
  const lines =
    facts.invoice && hasEhf(facts.invoice) ? referenceLines(ehfXml(facts.invoice.document)).lines : [];
  const said = {
    ...answerOf(outcome, facts, lines),
    recipient,
    language,
    subject: invoiceAnswerSubject(language, caseNumber),
  };
  const digest = createHash('sha256')
    .update(JSON.stringify({ outcome, ...said }))
    .digest('hex');
  return { answer: { ...said, digest }, invoiceId: outcome === 'EARLIER_ISSUER' ? null : invoiceId };
}

async function factsFor(tx: Tx, asked: AskedRow, comment: string | null): Promise<AnswerFacts> {
  const stored = asked.invoiceId === null ? null : await readInvoice(tx, asked.invoiceId);
  const { language, contactName, reason, wantedReference } = asked;
  return {
    ...{ language, contactName, reason, wantedReference, comment },
    invoice: stored && {
      document: stored.document,
      payment: stored.payment,
      balanceOre: stored.books?.balanceOre ?? null,
      replaced: stored.replacedById !== null,
    },
  };
}
