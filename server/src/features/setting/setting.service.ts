/** Changes of the scheme's rules: one administrator proposes a value from a day on, another one approves it. */
import type { Db } from '../../platform/db/db.ts';
import {
  type ChangeParts,
  type Checked,
  ProposedChanges,
} from '../proposed-change/proposed-change.service.ts';
import type { ProposeSettingInput, WithdrawSettingInput } from './setting.input.ts';
import { definitionOf, readValue, valueFault, writeValue } from './setting.rules.ts';

export class SettingService {
  readonly #changes: ProposedChanges;

  constructor(parts: ChangeParts) {
    this.#changes = new ProposedChanges(parts, {
      table: 'scheme_setting',
      of: 'setting',
      columns: ['key', 'scheme', 'value'],
    });
  }

  /** @throws AppError VALIDATION_FAILED (scheme, value, validFrom, grounds), SETTING_DATE_TAKEN, STEP_UP_REQUIRED */
  async propose(db: Db, input: ProposeSettingInput): Promise<void> {
    await this.#changes.propose(db, input, checked(input));
  }

  /** @throws AppError as ProposedChanges */
  approve(db: Db, id: string): Promise<void> {
    return this.#changes.approve(db, id);
  }

  /** @throws AppError as ProposedChanges */
  withdraw(db: Db, input: WithdrawSettingInput): Promise<void> {
    return this.#changes.withdraw(db, input);
  }
}

/** The value in its one way of writing. */
function checked({ key, scheme = null, value }: ProposeSettingInput): Checked {
  const definition = definitionOf(key);
  const fault = valueFault(definition, value);
  const faults = {
    ...(scheme && !definition.perScheme ? { scheme: 'NOT_POSSIBLE' } : {}),
    ...(fault ? { value: fault } : {}),
  };
  if (Object.keys(faults).length > 0) return { faults };
  return { values: [key, scheme, writeValue(definition, readValue(definition, value))] };
}
