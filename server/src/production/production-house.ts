/** Port to those who print the cards: where a batch is put, and where their answers lie; for the jobs. */
import type { ProductionOutcome, RefusalReason } from '../features/production/production.enums.ts';
import type { LocalDate } from '../platform/calendar/calendar.ts';

export interface LineAnswer {
  readonly line: number;
  readonly outcome: ProductionOutcome;
  /** Of a refusal. */
  readonly reason?: RefusalReason | null | undefined;
  readonly note?: string | null | undefined;
  /** Default: today. */
  readonly shippedOn?: LocalDate | null | undefined;
}

export interface DeliveredBatch {
  /** As `P000123`. */
  readonly number: string;
  readonly cards: Buffer;
  readonly manifest: Buffer;
}

/** What they say about the lines of one batch. */
export interface HouseAnswer {
  readonly id: string;
  readonly batch: string;
  /** Null when it cannot be read. */
  readonly answers: readonly LineAnswer[] | null;
}

export interface ProductionHouse {
  /** Whole or not at all; the same batch again changes nothing. */
  deliver(batch: DeliveredBatch): Promise<void>;
  /** Answers nobody has taken yet, oldest first. */
  answers(): Promise<readonly HouseAnswer[]>;
  /** An answer was taken; what it changed, line by line, is said beside it. */
  taken(id: string, results: readonly string[] | null): Promise<void>;
}
