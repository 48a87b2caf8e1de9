/** Decides how long what is kept (domain guide section 11, defaults [d]), for the nightly job: all periods in one place. */
import { addMonthsClamped } from '../../platform/calendar/calendar.ts';

/** A card is valid for two years (R4 [000]); where the desk does not know the card, the latest possible end counts. */
const CARD_MONTHS = 24;

type Period = { readonly days: number } | { readonly months: number };

/** What is erased, and how long after what. Change the periods here, and README with them. */
export const RETENTION = {
  /** Copy of the identification, after the outcome. */
  ID_COPY: { days: 30 },
  /** Portrait that was turned down or stopped, after the outcome. */
  REJECTED_PORTRAIT: { days: 30 },
  /** Both images of a pair nobody decided on, after its case was closed. */
  UNDECIDED_IMAGES: { days: 30 },
  /** Approved portrait of an order that ended without a card, after its case was closed. */
  CARDLESS_PORTRAIT: { days: 30 },
  /** Approved portrait: the end of its card and three months. */
  PORTRAIT: { months: 3 },
  /** Approved portrait of a card from before the desk kept cards, after the decision. */
  OLD_PORTRAIT: { months: CARD_MONTHS + 3 },
  /** File of a batch for production, after the last of its cards was shipped or refused. */
  PRODUCTION_FILE: { days: 30 },
  /** What someone wrote and never sent. */
  DRAFT: { days: 30 },
  ORDER_DRAFT: { days: 30 },
  /** Who passed a case over, which holds for the day. */
  SKIP: { days: 7 },
  /** Session that has ended, or was not used any more. */
  SESSION: { days: 90 },
  /** Failed attempts to sign in; they count for 15 minutes. */
  SIGN_IN_ATTEMPT: { days: 1 },
  /** Who read what, refusals, sign-ins. */
  ACCESS_LOG: { months: 24 },
  /** Who called about whom, and what matched. */
  CALL: { months: 24 },
  /** After its last day, or since it was withdrawn. */
  POWER_OF_ATTORNEY: { months: 24 },
  /** What the registers said about who worked where, after it ended. */
  EMPLOYMENT: { months: 24 },
  /** Who was allowed to order, after it ended. */
  DELEGATION: { months: 60 },
  /** Answer of a register that no order rests on any more. */
  REGISTER_ANSWER: { months: 60 },
  /** Person nothing is about any more, after the registers last told of her. */
  PERSON: { months: 3 },
  /** Invoice, with all others of its order: five years after the end of its year. The books keep the figures, which name nobody. */
  INVOICE: { months: 60 },
  /** Order line that no case hangs on, with its card, after both ended. */
  ORDER_FILE: { months: 120 },
  /** The whole case with its order line and person, after it was closed: ten years until the archive plan says otherwise. */
  CASE_FILE: { months: 120 },
} as const satisfies Record<string, Period>;

export type RetentionKind = keyof typeof RETENTION;

export const RETENTION_KINDS = Object.keys(RETENTION) as RetentionKind[];

/** What is older than this is erased. Months are calendar months in Oslo; a day is 24 hours. */
export function limitOf(kind: RetentionKind, now: Date): Date {
  const period: Period = RETENTION[kind];
  if ('days' in period) return new Date(now.getTime() - period.days * 24 * 3_600_000);
  const day = now.toISOString().slice(0, 10);
  return new Date(`${addMonthsClamped(day, -period.months)}${now.toISOString().slice(10)}`);
}
