/** What a caseworker has decided: composed, checked against the contract of its letter, and either made at once or put before a leader. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import type { Language } from '../../platform/language.ts';
import { lockApplication, moveApplication, requireContent } from '../application/application-state.write.ts';
import { addEvent, type LockedCase, saveCase } from '../case/case.write.ts';
import { type CaseParts, openCase, statusAfter } from '../case/case-gate.ts';
import { FREE } from '../case/reservation.write.ts';
import type { LetterContent } from '../letter/letter-content.rules.ts';
import { checkLetter, type LetterPointResult } from '../letter/letter-contract.rules.ts';
import { type Composed, composeDecision, contentOf, requireComplete } from './compose-decision.store.ts';
import type { DecisionDraftInput, ProposeDecisionInput } from './decision.input.ts';
import { needsApproval } from './decision.rules.ts';
import { proposalDigest } from './digest.rules.ts';
import { makeDecision } from './make-decision.write.ts';
import { shownApplication } from './proposal.readmodel.ts';

export interface DecisionParts extends CaseParts {
  /** How long a letter waits, so that it can be stopped. */
  readonly undoSeconds: number;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

export interface DecisionPreview {
  readonly letter: LetterContent;
  readonly points: readonly LetterPointResult[];
  readonly needsApproval: boolean;
  /** Field → what is wrong. */
  readonly faults: Readonly<Record<string, string>>;
  readonly deadlineOn: string | null;
}

const PROPOSE = `insert into decision_proposal (organisation_id, case_id, application_id, kind, outcome, content, letter, digest, application_version, proposed_by, proposed_at, state, settled_by, settled_at, settled_reason)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'OPEN', null, null, null) returning id::text`;

export class ProposeDecisionService {
  constructor(private readonly parts: DecisionParts) {}

  /** The letter as it would read, with the points of its contract; nothing is saved. @throws AppError NOT_FOUND */
  async preview(db: Db, input: DecisionDraftInput, language: Language | null): Promise<DecisionPreview> {
    const now = this.parts.clock.now();
    const shown = await shownApplication(db, input.caseId);
    const application = { ...shown, language: language ?? shown.language };
    const composing = { content: contentOf(input), decider: db.principal.name, today: osloDate(now) };
    return db.transaction(async tx => {
      const composed = await composeDecision(tx, { ...composing, application });
      const { letter, record, basis, content, faults } = composed;
      const points = checkLetter(letter, record);
      const approval = needsApproval(basis.rule, content);
      return { letter, points, needsApproval: approval, faults, deadlineOn: record.deadlineOn };
    });
  }

  /**
   * Made at once where one signature is enough; else a leader is asked.
   * @returns id of the decision, or null when it waits for approval
   * @throws AppError VALIDATION_FAILED naming the fields, LETTER_NOT_READY, STALE, and those of openCase
   */
  async propose(db: Db, input: ProposeDecisionInput): Promise<string | null> {
    return db.transaction(tx => this.proposeIn(tx, { db, input }));
  }

  /** In a transaction of the caller's, which has several of them. */
  async proposeIn(tx: Tx, { db, input, at }: Proposing): Promise<string | null> {
    const { caseId, expectedVersion } = input;
    const by = db.principal.actorId ?? '';
    const ask = { caseId, expectedVersion, action: 'PROPOSE_DECISION' } as const;
    const { row, now, today } = await openCase(this.parts, { tx, actor: db.principal }, ask);
    const application = await lockApplication(tx, row.id);
    requireContent(application, input.applicationVersion);
    const composing = { content: contentOf(input), decider: db.principal.name, today };
    const composed = await composeDecision(tx, { ...composing, application });
    requireComplete(composed);
    const { basis, content, texts, letter, record } = composed;
    const digest = proposalDigest(basis, content, letter);
    const proposalId = await insertProposal(tx, { row, composed, digest, at: at ?? now, by });
    if (needsApproval(basis.rule, content)) {
      await sendForApproval(tx, { row, composed, at: now, by });
      return null;
    }
    await tx.query(MADE, [proposalId, by, now]);
    return makeDecision(tx, {
      ...{ row, basis, content, texts, letter, record, proposalId, digest },
      ...{ decidedBy: by, approvedBy: null, at: now, today },
      sendAfter: new Date(now.getTime() + this.parts.undoSeconds * 1000),
      mailDomain: this.parts.mailDomain,
    });
  }
}

/** Where one signature is enough nobody else settles it. */
const MADE = `update decision_proposal set state = 'APPROVED', settled_at = $3, settled_reason = 'ONE_SIGNATURE' where id = $1 and proposed_by = $2`;

interface Proposing {
  readonly db: Db;
  readonly input: ProposeDecisionInput;
  /** Of a batch: the same for all of it. */
  readonly at?: Date;
}

interface NewProposal {
  readonly row: LockedCase;
  readonly composed: Composed;
  readonly digest: Buffer;
  readonly at: Date;
  readonly by: string;
}

async function insertProposal(tx: Tx, { row, composed, digest, at, by }: NewProposal): Promise<string> {
  const { basis, content, letter } = composed;
  const { id, version, status } = basis.application;
  const saved = await tx.one<{ id: string }>(PROPOSE, [
    ...[row.organisation_id, row.id, id, content.kind, content.outcome],
    ...[JSON.stringify({ ...content, before: status }), JSON.stringify(letter), digest, version, by, at],
  ]);
  return saved?.id ?? '';
}

/** Nobody's to work on until a leader has signed it or sent it back. */
async function sendForApproval(
  tx: Tx,
  { row, composed, at, by }: Omit<NewProposal, 'digest'>,
): Promise<void> {
  const { basis, content } = composed;
  await moveApplication(tx, basis.application, { trigger: 'PROPOSED', at });
  const status = statusAfter(row.status, 'PROPOSED');
  await saveCase(tx, row, { ...FREE, status, last_worker_id: by });
  const what = { oldValue: content.kind, newValue: content.outcome };
  await addEvent(tx, row, { type: 'DECISION_PROPOSED', ...what });
}
