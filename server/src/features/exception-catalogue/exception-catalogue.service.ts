/** Changes of the exception catalogue: one leader of the authority proposes a rule from a day on, another approves it; the day itself is never reached back over. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import { requireFresh } from '../../platform/access/fresh.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { AppError, forbidden, invalid, notFound } from '../../platform/errors.ts';
import type { SettingAction } from '../setting/setting.enums.ts';
import { isOffered, mayDecide } from '../setting/setting.policy.ts';
import { beginsTooEarly, changeState } from '../setting/setting.rules.ts';
import type {
  ProposeExceptionRuleInput,
  ProposeUsualRuleInput,
  WithdrawExceptionRuleInput,
} from './exception-catalogue.input.ts';
import type { ExceptionRuleStateType } from './exception-catalogue.type.ts';
import {
  type Faults,
  isBody,
  opensPersonalPapers,
  proposedBody,
  proposedUsual,
} from './exception-proposal.ts';
import type { RuleBody } from './exception-rule.shape.ts';
import type { UsualBody } from './usual.shape.ts';

export interface CatalogueParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'STEP_UP_MINUTES'>;
}

interface Held {
  proposedBy: string;
  validFrom: LocalDate;
  approved: boolean;
  withdrawn: boolean;
}

const PROPOSE = `insert into exception_rule (code, valid_from, body, grounds, proposed_by, proposed_at)
values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id::text`;
const LOCK = `select proposed_by as "proposedBy", valid_from::text as "validFrom", approved_at is not null as approved,
  withdrawn_at is not null as withdrawn from exception_rule where id = $1 for update`;
const APPROVE = 'update exception_rule set approved_by = $2, approved_at = $3 where id = $1';
const WITHDRAW =
  'update exception_rule set withdrawn_by = $2, withdrawn_at = $3, withdrawn_reason = $4 where id = $1';

export class ExceptionCatalogueService {
  constructor(private readonly parts: CatalogueParts) {}

  /** @throws AppError VALIDATION_FAILED naming each field, SETTING_DATE_TAKEN, STEP_UP_REQUIRED */
  propose(db: Db, input: ProposeExceptionRuleInput): Promise<ExceptionRuleStateType> {
    const body = proposedBody(input);
    const wrong = isBody(body) && opensPersonalPapers(body);
    return this.#propose(db, input, wrong ? { channels: 'NOT_POSSIBLE' } : body);
  }

  /** @throws AppError as propose */
  proposeUsual(db: Db, input: ProposeUsualRuleInput): Promise<ExceptionRuleStateType> {
    return this.#propose(db, input, proposedUsual(input));
  }

  async #propose(db: Db, input: Proposal, proposed: Body | Faults): Promise<ExceptionRuleStateType> {
    const now = this.#fresh(db);
    const body = JSON.stringify(checked(input, proposed, osloDate(now)));
    const values = [input.code, input.validFrom, body, input.grounds.trim(), db.principal.actorId, now];
    const row = await db.transaction(tx => tx.one<{ id: string }>(PROPOSE, values));
    if (!row) throw new AppError('SETTING_DATE_TAKEN');
    return { id: row.id, state: 'WAITING' };
  }

  /** @throws AppError FORBIDDEN for who proposed it, SETTING_DECIDED, SETTING_TOO_LATE, STEP_UP_REQUIRED */
  async approve(db: Db, id: string): Promise<ExceptionRuleStateType> {
    const now = this.#fresh(db);
    await db.transaction(async tx => {
      await this.#held(db, tx, { id, action: 'APPROVE', today: osloDate(now) });
      await tx.query(APPROVE, [id, db.principal.actorId, now]);
    });
    return { id, state: 'COMING' };
  }

  /** Also of what is approved, until its day has come: what holds goes on. @throws AppError SETTING_DECIDED, VALIDATION_FAILED, STEP_UP_REQUIRED */
  async withdraw(db: Db, { id, reason }: WithdrawExceptionRuleInput): Promise<ExceptionRuleStateType> {
    const now = this.#fresh(db);
    if (reason.trim() === '') throw invalid({ reason: 'REQUIRED' });
    await db.transaction(async tx => {
      await this.#held(db, tx, { id, action: 'WITHDRAW', today: osloDate(now) });
      await tx.query(WITHDRAW, [id, db.principal.actorId, now, reason.trim()]);
    });
    return { id, state: 'WITHDRAWN' };
  }

  #fresh(db: Db): Date {
    const { clock, config } = this.parts;
    const now = clock.now();
    requireFresh(db.principal, { now, minutes: config.STEP_UP_MINUTES });
    return now;
  }

  /** The change as it is now, whoever was waited for, and the caller's to decide on. */
  async #held(db: Db, tx: Tx, about: { id: string; action: SettingAction; today: LocalDate }): Promise<void> {
    const { id, action, today } = about;
    const held = await tx.one<Held>(LOCK, [id]);
    if (!held) throw notFound();
    const proposed = { of: 'catalogue', proposedBy: held.proposedBy } as const;
    if (!mayDecide(this.parts.access, db.principal, action)(proposed)) throw forbidden();
    const state = changeState({ ...held, today });
    if (isOffered(state, action)) return;
    throw new AppError(state === 'LAPSED' ? 'SETTING_TOO_LATE' : 'SETTING_DECIDED');
  }
}

type Body = RuleBody | UsualBody;
type Proposal = Pick<ProposeExceptionRuleInput | ProposeUsualRuleInput, 'code' | 'validFrom' | 'grounds'>;

/** @throws AppError VALIDATION_FAILED naming each field that cannot stand */
function checked({ validFrom, grounds }: Proposal, body: Body | Faults, today: LocalDate): Body {
  const faults: Faults = {
    ...(isBody(body) ? {} : body),
    ...(beginsTooEarly(validFrom, today) ? { validFrom: 'DATE_NOT_LATER' } : {}),
    ...(grounds.trim() === '' ? { grounds: 'REQUIRED' } : {}),
  };
  if (!isBody(body) || Object.keys(faults).length > 0) throw invalid(faults);
  return body;
}
