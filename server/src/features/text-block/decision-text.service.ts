/** New versions of the texts and the law of decisions: one leader of the authority proposes one from a day on, another approves it. */
import type { Db } from '../../platform/db/db.ts';
import {
  type ChangeParts,
  type Checked,
  type Faults,
  ProposedChanges,
} from '../proposed-change/proposed-change.service.ts';
import type { ChangeStandingType } from '../proposed-change/proposed-change.type.ts';
import { faultsOf } from '../proposed-change/proposed-fault.rules.ts';
import type { DecisionTextKind } from './decision-text.enums.ts';
import type {
  DecisionTextRefInput,
  ProposeDecisionTextInput,
  WithdrawDecisionTextInput,
} from './decision-text.input.ts';
import { groundShape, statuteShape } from './decision-text.shape.ts';

const FITTING = ['code', 'exception_codes', 'outcomes'];
const KNOWN: Readonly<Record<DecisionTextKind, string>> = {
  GROUND: 'select 1 as one from text_block where code = $1 limit 1',
  STATUTE: 'select 1 as one from statute where code = $1 limit 1',
};

export class DecisionTextService {
  readonly #changes: Readonly<Record<DecisionTextKind, ProposedChanges>>;

  constructor(parts: ChangeParts) {
    const of = 'catalogue';
    this.#changes = {
      GROUND: new ProposedChanges(parts, {
        ...{ table: 'text_block', of, columns: [...FITTING, 'label', 'text'] },
      }),
      STATUTE: new ProposedChanges(parts, {
        ...{ table: 'statute', of, columns: [...FITTING, 'citation', 'title', 'source', 'valid_to'] },
      }),
    };
  }

  /** @throws AppError VALIDATION_FAILED naming each field, SETTING_DATE_TAKEN, STEP_UP_REQUIRED */
  async propose(db: Db, input: ProposeDecisionTextInput): Promise<ChangeStandingType> {
    const known = (await db.read(KNOWN[input.kind], [input.code])).length > 0;
    const id = await this.#changes[input.kind].propose(db, input, checked(input, known));
    return { id, state: 'WAITING' };
  }

  /** @throws AppError as ProposedChanges */
  async approve(db: Db, { kind, id }: DecisionTextRefInput): Promise<ChangeStandingType> {
    await this.#changes[kind].approve(db, id);
    return { id, state: 'COMING' };
  }

  /** @throws AppError as ProposedChanges */
  async withdraw(db: Db, input: WithdrawDecisionTextInput): Promise<ChangeStandingType> {
    await this.#changes[input.kind].withdraw(db, input);
    return { id: input.id, state: 'WITHDRAWN' };
  }
}

/** A text that is there gets a version; one that is not is made, and never by mistake the other. */
function codeFault({ isNew }: ProposeDecisionTextInput, known: boolean): Faults {
  if (isNew === !known) return {};
  return { code: isNew ? 'TAKEN' : 'NOT_POSSIBLE' };
}

function checked(input: ProposeDecisionTextInput, known: boolean): Checked {
  const { kind, code, exceptionCodes, outcomes, label, text, source = null, validTo = null } = input;
  const shape = kind === 'GROUND' ? groundShape : statuteShape;
  const body = shape.safeParse({ code, exceptionCodes, outcomes, label, text, source, validTo });
  const faults = {
    ...(body.success ? {} : faultsOf(body.error)),
    ...(validTo !== null && validTo < input.validFrom ? { validTo: 'DATE_NOT_LATER' } : {}),
    ...codeFault(input, known),
  };
  if (!body.success || Object.keys(faults).length > 0) return { faults };
  const said = [code, exceptionCodes, outcomes, body.data.label, body.data.text];
  return { values: kind === 'GROUND' ? said : [...said, body.data.source, validTo] };
}
