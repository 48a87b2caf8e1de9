/** What a caseworker does about a card that was reported: tell the employer, ask the issuer to block it. Each once a case. */
import { randomUUID } from 'node:crypto';
import { addWorkingDays } from '../../platform/calendar/calendar.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError } from '../../platform/errors.ts';
import type { CaseAction, CaseEventType } from '../case/case.enums.ts';
import type { CaseVersionInput } from '../case/case.input.ts';
import { addEvent, saveCase } from '../case/case.write.ts';
import { type CaseParts, type OpenedCase, openCase } from '../case/case-gate.ts';

export interface TipCaseParts extends CaseParts {
  readonly mailDomain: string;
  /** How long a letter waits, so that it can be taken back. */
  readonly undoSeconds: number;
}

/** The issuer's desk is asked like anyone asks it, and answers within a day. */
const BLOCK_DAYS = 1;

const DONE = 'select 1 as one from case_event where case_id = $1 and type = $2 limit 1';
const TELL = 'select tell_employer_of_tip($1, $2, $3, $4) as told';
const ASK = 'select ask_issuer_to_block($1, $2, $3, $4) as number';

export class TipCaseService {
  constructor(private readonly parts: TipCaseParts) {}

  /** The letter names the card and the suspicion, never who reported it. @throws AppError ACTION_NOT_AVAILABLE without an orderer to tell, or when he has been told */
  async tellEmployer(db: Db, input: CaseVersionInput): Promise<void> {
    const act: Act = async (tx, { row, now }) => {
      const leaves = new Date(now.getTime() + this.parts.undoSeconds * 1000);
      const messageId = `<${randomUUID()}@${this.parts.mailDomain}>`;
      const told = await tx.one<{ told: boolean }>(TELL, [row.id, now, leaves, messageId]);
      return told?.told ? 'CARD_SUSPECT' : null;
    };
    await this.#once(db, input, { action: 'TELL_EMPLOYER', type: 'EMPLOYER_TOLD', act });
  }

  /** @throws AppError ACTION_NOT_AVAILABLE for a number nobody has, or when the issuer has been asked */
  async askForBlock(db: Db, input: CaseVersionInput): Promise<void> {
    const act: Act = async (tx, { row, today }) => {
      const values = [row.id, today, BLOCK_DAYS, addWorkingDays(today, BLOCK_DAYS)];
      const asked = await tx.one<{ number: string | null }>(ASK, values);
      return asked?.number ?? null;
    };
    await this.#once(db, input, { action: 'ASK_FOR_BLOCK', type: 'BLOCK_ASKED', act });
  }

  async #once(db: Db, input: CaseVersionInput, { action, type, act }: Step): Promise<void> {
    const { caseId, expectedVersion } = input;
    await db.transaction(async tx => {
      const ask = { caseId, expectedVersion, action };
      const opened = await openCase(this.parts, { tx, actor: db.principal }, ask);
      if (await tx.one(DONE, [caseId, type])) throw new AppError('ACTION_NOT_AVAILABLE');
      const newValue = await act(tx, opened);
      if (newValue === null) throw new AppError('ACTION_NOT_AVAILABLE');
      await saveCase(tx, opened.row, opened.kept);
      await addEvent(tx, opened.row, { type, newValue });
    });
  }
}

interface Step {
  readonly action: CaseAction;
  readonly type: CaseEventType;
  readonly act: Act;
}

/** @returns what the event says; null when it cannot be done */
type Act = (tx: Tx, opened: OpenedCase) => Promise<string | null>;
