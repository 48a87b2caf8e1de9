/** Takes tips about suspect cards from anyone, and seized cards from control authorities; a tip is a case of Arbeidstilsynet (domain guide, section 8). */
import { addWorkingDays, type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { notFound } from '../../platform/errors.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import type { TipCategory } from './card-tip.enums.ts';

export interface CardTip {
  readonly number: string;
  readonly category: TipCategory;
  readonly text: string | null;
}

export interface SeizedCard {
  readonly number: string;
  readonly on: LocalDate;
  /** Authority and, if it likes, who and where. */
  readonly by: string;
}

const RECEIVE = 'select receive_card_tip($1, $2, $3, $4, $5, $6, $7) as number';
const SEIZE = 'select seize_card($1, $2, $3, $4) as found';

export class CardTipService {
  constructor(private readonly parts: { readonly clock: Clock }) {}

  /** A second tip about a card joins the case that is open. Nothing tells whether the card exists. @returns number of the case */
  async receive(db: Db, { number, category, text }: CardTip): Promise<string> {
    const now = this.parts.clock.now();
    const today = osloDate(now);
    return db.transaction(async tx => {
      const { tipDueDays: days } = await settingsOn(tx, today, null);
      const values = [number, category, text, now, today, days, addWorkingDays(today, days)];
      const row = await tx.one<{ number: string }>(RECEIVE, values);
      return row?.number ?? '';
    });
  }

  /** Told twice, it stands as it was told first. @returns where the card is to be sent. @throws AppError NOT_FOUND */
  async seize(db: Db, { number, on, by }: SeizedCard): Promise<string> {
    const now = this.parts.clock.now();
    return db.transaction(async tx => {
      const { seizedCardsAddress } = await settingsOn(tx, osloDate(now), null);
      const row = await tx.one<{ found: boolean }>(SEIZE, [number, on, by, now]);
      if (!row?.found) throw notFound();
      return seizedCardsAddress;
    });
  }
}
