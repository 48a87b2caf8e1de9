/** What becomes of a card in production, line by line, and when it is late; for production, the clock and whoever releases what came back. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import type { ProductionLineStatus, ProductionOutcome } from './production.enums.ts';

/** The state tables of a line: null, production cannot say this of it any more. Saying the same again changes nothing. */
export const PRODUCTION_LINE_STEPS = {
  SENT: { ACKNOWLEDGED: 'ACKNOWLEDGED', REFUSED: 'REFUSED', SHIPPED: 'SHIPPED' },
  ACKNOWLEDGED: { ACKNOWLEDGED: 'ACKNOWLEDGED', REFUSED: 'REFUSED', SHIPPED: 'SHIPPED' },
  REFUSED: { ACKNOWLEDGED: null, REFUSED: 'REFUSED', SHIPPED: null },
  SHIPPED: { ACKNOWLEDGED: null, REFUSED: null, SHIPPED: 'SHIPPED' },
  HELD: { ACKNOWLEDGED: null, REFUSED: null, SHIPPED: null },
} as const satisfies Record<ProductionLineStatus, Record<ProductionOutcome, ProductionLineStatus | null>>;

export function nextLineStatus(
  status: ProductionLineStatus,
  outcome: ProductionOutcome,
): ProductionLineStatus | null {
  return PRODUCTION_LINE_STEPS[status][outcome];
}

/** R12 [000]: in production after the end of the last of its business days. */
export function isLate(
  line: { readonly status: ProductionLineStatus; readonly dueOn: LocalDate | null },
  today: LocalDate,
): boolean {
  const working = line.status === 'SENT' || line.status === 'ACKNOWLEDGED';
  return working && line.dueOn !== null && today > line.dueOn;
}

/** Came back, or never left, and nobody has said yet that it may go again. */
export function canRelease(line: {
  readonly status: ProductionLineStatus;
  readonly released: boolean;
}): boolean {
  return (line.status === 'REFUSED' || line.status === 'HELD') && !line.released;
}

export type ShippedFault = 'DATE_IN_FUTURE' | 'BEFORE_HAND_OVER';

/** R4, R12: a card is valid from the day it was shipped, which is neither ahead nor before the hand-over. */
export function shippedFault(
  shippedOn: LocalDate,
  { handedOverOn, today }: { handedOverOn: LocalDate; today: LocalDate },
): ShippedFault | null {
  if (shippedOn > today) return 'DATE_IN_FUTURE';
  return shippedOn < handedOverOn ? 'BEFORE_HAND_OVER' : null;
}
