/** Writes down the card that came of an order line, and what has become of it since. */
import { expiresOn } from '../../server/src/features/card/card.rules.ts';
import { newCardNumber } from '../../server/src/features/card/card-number.rules.ts';
import { newChipCode } from '../../server/src/features/card/chip-code.ts';
import { addDays, osloDate } from '../../server/src/platform/calendar/calendar.ts';
import type { Keys } from '../../server/src/platform/crypto/keys.ts';
import type { Random } from '../random.ts';
import type { Row, Rows } from '../rows.ts';
import { minutesAfter, type WorkTime } from '../work-time.ts';
import type { JudgedCheck } from './judged-checks.ts';
import type { Ending } from './line-endings.ts';

interface CardStoryParts {
  readonly random: Random;
  readonly rows: Rows;
  readonly time: WorkTime;
  readonly keys: Keys;
}

const NOTICE_DAYS = 30;

type Item = Row<'order_item'>;

interface State {
  readonly status: string;
  readonly status_reason: string | null;
}

export class CardStories {
  readonly #numbers = new Set<string>();

  constructor(private readonly parts: CardStoryParts) {}

  tell(item: Item, ending: Ending, checks: readonly JudgedCheck[]): void {
    const { rows, random, keys, time } = this.parts;
    const { at } = ending;
    const number = this.#cardNumber();
    const valid_from = osloDate(at);
    const expires_on = expiresOn(valid_from, 2);
    const failing = checks.find(({ outcome }) => outcome === 'REJECTED')?.reason ?? null;
    const state = this.#stateOf({ expired: expires_on < time.today, failing, ending });
    const status_at = this.#since(state, { ending, expires_on });
    item.card_number = number;
    const id = rows.add('card', {
      ...{
        organisation_id: 1,
        number,
        earlier_issuer: false,
        person_id: item.person_id,
        unit_id: item.unit_id,
      },
      ...{ main_unit_id: item.main_unit_id, scheme: item.scheme, order_item_id: Number(item.id), valid_from },
      ...{ expires_on, ...state, status_at, chip_code_hash: newChipCode(keys, number).hash },
      // Told of already, thirty days before (the setting expiryNoticeDays).
      renewal_noted_on:
        addDays(expires_on, -NOTICE_DAYS) < time.today ? addDays(expires_on, -NOTICE_DAYS) : null,
      shredded_on: state.status === 'BLOCKED' && random.chance(0.3) ? osloDate(status_at) : null,
    });
    const about = {
      organisation_id: 1,
      order_id: item.order_id,
      order_item_id: Number(item.id),
      card_id: id,
    };
    rows.add('order_event', { ...about, at, type: 'CARD_STATUS', new_value: 'VALID' });
    const { status, status_reason } = state;
    const change = { type: 'CARD_STATUS', old_value: 'VALID', new_value: status, note: status_reason };
    if (status !== 'VALID') rows.add('order_event', { ...about, ...change, at: status_at });
  }

  #stateOf(given: { expired: boolean; failing: string | null; ending: Ending }): State {
    const { random } = this.parts;
    if (given.ending.trouble === null && random.chance(0.03))
      return {
        status: 'BLOCKED',
        status_reason: random.pick(['LOST', 'LOST', 'STOLEN', 'DAMAGED', 'WRONG_DETAILS']),
      };
    if (given.expired) return { status: 'EXPIRED', status_reason: null };
    return given.failing
      ? { status: 'INVALID', status_reason: given.failing }
      : { status: 'VALID', status_reason: null };
  }

  /** The night the registers told of it, at the earliest some time after the card became valid. */
  #since({ status }: State, { ending, expires_on }: { ending: Ending; expires_on: string }): Date {
    const { time } = this.parts;
    const { at, endedOn } = ending;
    if (status === 'VALID') return at;
    const night = status === 'EXPIRED' ? expires_on : (endedOn ?? addDays(time.today, -1));
    const told = Date.parse(`${addDays(night, 1)}T01:10:00Z`);
    const earliest = minutesAfter(at, 90).getTime();
    return new Date(Math.min(Math.max(told, earliest), time.now.getTime()));
  }

  #cardNumber(): string {
    for (;;) {
      const number = newCardNumber(below => this.parts.random.int(0, below - 1));
      if (this.#numbers.has(number)) continue;
      this.#numbers.add(number);
      return number;
    }
  }
}
