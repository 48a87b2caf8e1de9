/** The second signature: a leader opens every part, and approves exactly what she saw; or sends it back. Whatever has changed meanwhile voids it. */
import type { Permission } from '../../platform/access/access.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, forbidden, invalid, notFound } from '../../platform/errors.ts';
import type { SealedStorage } from '../../platform/storage/sealed-storage.ts';
import {
  type LockedApplication,
  lockApplication,
  returnApplication,
} from '../application/application-state.write.ts';
import { addEvent, factsOf, type LockedCase, lockCase, saveCase } from '../case/case.write.ts';
import { statusAfter } from '../case/case-gate.ts';
import { FREE } from '../case/reservation.write.ts';
import { checkLetter, letterMayLeave } from '../letter/letter-contract.rules.ts';
import type { ApproveDecisionInput, ProposalPartInput, ReturnProposalInput } from './decision.input.ts';
import type { DecisionStepType } from './decision.type.ts';
import { decisionBasis } from './decision-basis.store.ts';
import { bytesStand } from './document-bytes.ts';
import { makeDecision } from './make-decision.write.ts';
import {
  lockProposal,
  proposalById,
  type StoredProposal,
  seePart,
  settleProposal,
} from './proposal.store.ts';
import { viewProposal } from './proposal-view.ts';
import type { DecisionParts } from './propose-decision.service.ts';

export interface SettleParts extends DecisionParts {
  readonly storage: Pick<SealedStorage, 'get'>;
}

const APPROVE: Permission = { resource: 'decision', action: 'approve' };
const READ: Permission = { resource: 'decision', action: 'read' };
const PROPOSE: Permission = { resource: 'decision', action: 'propose' };

/** Held in the order everyone holds them: case, application, proposal. */
interface Held {
  readonly row: LockedCase;
  readonly application: LockedApplication;
  readonly proposal: StoredProposal;
}

export class SettleProposalService {
  constructor(private readonly parts: SettleParts) {}

  /** A tick beside a part; documents get theirs when they are opened. @throws AppError NOT_FOUND */
  async markSeen(db: Db, { proposalId, part }: ProposalPartInput): Promise<void> {
    await db.transaction(async tx => {
      const proposal = await proposalById(tx, proposalId);
      if (!proposal) throw notFound();
      const row = await lockCase(tx, proposal.caseId, db.principal);
      this.parts.access.require(db.principal, READ, factsOf(row));
      await seePart(tx, proposalId, { part, at: this.parts.clock.now() });
    });
  }

  /**
   * What has changed since it was proposed makes it fall, which is saved and said.
   * @throws AppError FORBIDDEN for who proposed it, BARRED, NOT_ALL_SEEN, PROPOSAL_CHANGED when another letter was shown, PROPOSAL_SETTLED
   */
  async approve(db: Db, { proposalId, digest }: ApproveDecisionInput): Promise<DecisionStepType> {
    return db.transaction(async tx => {
      const held = await this.#hold(tx, db, { proposalId, permission: APPROVE });
      const now = this.parts.clock.now();
      const today = osloDate(now);
      const basis = await decisionBasis(tx, held.application, today);
      const view = await viewProposal(tx, { proposal: held.proposal, basis }, { actor: db.principal, today });
      if (!view.stands || !(await bytesStand(tx, this.parts.storage, basis)))
        return this.#void(tx, held, now);
      if (view.digest !== digest) throw new AppError('PROPOSAL_CHANGED');
      if (view.parts.some(({ byMeAt }) => byMeAt === null)) throw new AppError('NOT_ALL_SEEN');
      if (!letterMayLeave(checkLetter(view.letter, view.record))) throw new AppError('LETTER_NOT_READY');
      const { row, proposal } = held;
      const sendAfter = new Date(now.getTime() + this.parts.undoSeconds * 1000);
      await settleProposal(tx, proposal.id, { state: 'APPROVED', at: now, reason: null });
      const decisionId = await makeDecision(tx, {
        ...{
          row,
          basis,
          content: proposal.content,
          texts: view.texts,
          letter: view.letter,
          record: view.record,
        },
        ...{ proposalId: proposal.id, digest: Buffer.from(digest, 'hex'), at: now, today, sendAfter },
        ...{ decidedBy: proposal.proposedBy, approvedBy: db.principal.actorId },
        mailDomain: this.parts.mailDomain,
      });
      return { caseId: row.id, decisionId, fell: false };
    });
  }

  /** By a leader who does not agree, or by its proposer who takes it back. @throws AppError FORBIDDEN, PROPOSAL_SETTLED, VALIDATION_FAILED */
  async sendBack(db: Db, { proposalId, reason }: ReturnProposalInput): Promise<DecisionStepType> {
    if (reason.trim() === '') throw invalid({ reason: 'REQUIRED' });
    return db.transaction(async tx => {
      const held = await this.#hold(tx, db, { proposalId, permission: null });
      const now = this.parts.clock.now();
      await this.#reopen(tx, held, now);
      await settleProposal(tx, proposalId, { state: 'RETURNED', at: now, reason: reason.trim() });
      await addEvent(tx, held.row, { type: 'PROPOSAL_RETURNED', note: reason.trim() });
      return { caseId: held.row.id, decisionId: null, fell: false };
    });
  }

  /** Nothing is approved unseen: the case is back with who proposed, and everyone can see why. */
  async #void(tx: Tx, held: Held, now: Date): Promise<DecisionStepType> {
    await this.#reopen(tx, held, now);
    await settleProposal(tx, held.proposal.id, { state: 'VOID', at: now, reason: 'CHANGED' });
    await addEvent(tx, held.row, { type: 'PROPOSAL_VOID' });
    return { caseId: held.row.id, decisionId: null, fell: true };
  }

  async #reopen(tx: Tx, { row, application, proposal }: Held, at: Date): Promise<void> {
    await returnApplication(tx, application, { before: proposal.content.before, at });
    const status = statusAfter(row.status, 'RETURNED');
    await saveCase(tx, row, { ...FREE, status, last_worker_id: proposal.proposedBy, new_post_at: at });
  }

  /** @param permission null: whoever may approve it, or wrote it */
  async #hold(tx: Tx, db: Db, ask: { proposalId: string; permission: Permission | null }): Promise<Held> {
    const told = await proposalById(tx, ask.proposalId);
    if (!told) throw notFound();
    const row = await lockCase(tx, told.caseId, db.principal);
    const application = await lockApplication(tx, told.caseId);
    const proposal = await lockProposal(tx, ask.proposalId);
    if (!proposal) throw notFound();
    this.#require(db, { row, proposal, permission: ask.permission });
    if (proposal.state !== 'OPEN') throw new AppError('PROPOSAL_SETTLED');
    return { row, application, proposal };
  }

  #require(
    { principal }: Db,
    { row, proposal, permission }: Pick<Held, 'row' | 'proposal'> & { permission: Permission | null },
  ): void {
    const { access } = this.parts;
    const facts = { ...factsOf(row), proposedBy: proposal.proposedBy };
    if (row.barred && access.mayEver(principal, 'decision', 'approve')) throw new AppError('BARRED');
    if (permission) {
      access.require(principal, permission, facts);
      return;
    }
    const own = principal.actorId === proposal.proposedBy && access.may(principal, PROPOSE, facts);
    if (!own && !access.may(principal, APPROVE, facts)) {
      access.require(principal, READ, facts);
      throw forbidden();
    }
  }
}
