/** How far a firm has come with the cards that must be there before it is approved (domain section 5: final status only when all have cards). */
import type { OrderItemStatus } from '../order/order.enums.ts';

export interface CardCoverage {
  /** Persons the desk knows to work there, and how many of them have a valid card. */
  readonly known: number;
  readonly covered: number;
  /** Who need a card, as the application says; null: it does not say. */
  readonly wanted: number | null;
  /** Orders under way, the oldest first, at most 20. */
  readonly waiting: readonly {
    readonly number: string;
    readonly line: number;
    readonly status: OrderItemStatus;
    readonly orderedOn: string;
  }[];
}

/** $1: exception_application.id; no row's value where no card comes first. */
export const COVERAGE = 'select card_coverage_of_application($1) as coverage';

/** Everyone known has a card, and as many as the application named. Nobody at all is not everyone. */
export const cardsReady = ({ known, covered, wanted }: CardCoverage): boolean =>
  covered > 0 && covered === known && covered >= (wanted ?? 1);
