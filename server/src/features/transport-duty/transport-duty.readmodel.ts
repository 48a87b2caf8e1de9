/** Answers whether a worker needs a card, by the rules of the day of the work, in the words of the caller's language. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { invalid } from '../../platform/errors.ts';
import type { Language } from '../../platform/language.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import { dutyWording } from './transport-duty.catalogue.ts';
import type { TransportDutyInput } from './transport-duty.input.ts';
import { transportDuty } from './transport-duty.rules.ts';
import type { TransportDutyType } from './transport-duty.type.ts';

const HEAVIEST = 100_000;

export class TransportDutyReadModel {
  constructor(private readonly parts: { readonly clock: Clock }) {}

  /** @throws AppError VALIDATION_FAILED for a weight that no vehicle has */
  async ask(db: Db, input: TransportDutyInput, language: Language): Promise<TransportDutyType> {
    if (input.totalKg < 1 || input.totalKg > HEAVIEST) throw invalid({ totalKg: 'OUT_OF_RANGE' });
    const on = input.on ?? osloDate(this.parts.clock.now());
    const rules = await settingsOn(db, on, 'GOODS_TRANSPORT');
    const { needed, decidedBy, rows, orderer } = transportDuty({ ...input, on }, rules);
    const lines = rows.map(({ id, applies }) => ({
      row: id,
      ...dutyWording(id, { language, rules }),
      applies,
      decides: id === decidedBy,
    }));
    return { on, needed, orderer, lines };
  }
}
