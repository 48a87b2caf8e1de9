import type { ExceptionCode, RuledOut } from './exception.enums.ts';

export interface ExceptionWordings {
  /** Whom the exception is for. */
  readonly who: Readonly<Record<ExceptionCode, string>>;
  /** Why it cannot be. */
  readonly ruledOut: Readonly<Record<RuledOut, string>>;
  /** Said when nothing fits. */
  readonly none: string;
}
