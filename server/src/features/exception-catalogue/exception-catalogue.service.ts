/** Changes of the exception catalogue: one leader of the authority proposes a rule from a day on, another approves it. */
import type { Db } from '../../platform/db/db.ts';
import {
  type ChangeParts,
  type Checked,
  ProposedChanges,
} from '../proposed-change/proposed-change.service.ts';
import type { ChangeStandingType } from '../proposed-change/proposed-change.type.ts';
import type {
  ProposeApprovalRuleInput,
  ProposeExceptionRuleInput,
  ProposeUsualRuleInput,
  WithdrawExceptionRuleInput,
} from './exception-catalogue.input.ts';
import { proposedApproval, proposedBody, proposedUsual } from './exception-proposal.ts';

export class ExceptionCatalogueService {
  readonly #changes: ProposedChanges;

  constructor(parts: ChangeParts) {
    this.#changes = new ProposedChanges(parts, {
      table: 'exception_rule',
      of: 'catalogue',
      columns: ['code', 'body'],
    });
  }

  /** @throws AppError VALIDATION_FAILED naming each field, SETTING_DATE_TAKEN, STEP_UP_REQUIRED */
  propose(db: Db, input: ProposeExceptionRuleInput): Promise<ChangeStandingType> {
    return this.#propose(db, input, proposedBody(input));
  }

  /** @throws AppError as propose */
  proposeUsual(db: Db, input: ProposeUsualRuleInput): Promise<ChangeStandingType> {
    return this.#propose(db, input, proposedUsual(input));
  }

  /** @throws AppError as propose */
  proposeApproval(db: Db, input: ProposeApprovalRuleInput): Promise<ChangeStandingType> {
    return this.#propose(db, input, proposedApproval(input));
  }

  async #propose(
    db: Db,
    input: ProposeExceptionRuleInput | ProposeApprovalRuleInput | ProposeUsualRuleInput,
    checked: Checked,
  ): Promise<ChangeStandingType> {
    return { id: await this.#changes.propose(db, input, checked), state: 'WAITING' };
  }

  /** @throws AppError as ProposedChanges */
  async approve(db: Db, id: string): Promise<ChangeStandingType> {
    await this.#changes.approve(db, id);
    return { id, state: 'COMING' };
  }

  /** @throws AppError as ProposedChanges */
  async withdraw(db: Db, input: WithdrawExceptionRuleInput): Promise<ChangeStandingType> {
    await this.#changes.withdraw(db, input);
    return { id: input.id, state: 'WITHDRAWN' };
  }
}
