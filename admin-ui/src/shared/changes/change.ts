import type { ReactNode } from 'react';
import type { EnumOf } from '../../graphql/graphql.ts';

interface Someone {
  readonly name: string;
}

/** A rule, a value or a text somebody has proposed from a day on, and somebody else approves. */
export interface ProposedChange {
  readonly id: string;
  readonly validFrom: string;
  readonly state: EnumOf<'ChangeState'>;
  readonly grounds: string;
  readonly proposedBy: Someone;
  readonly approvedBy: Someone | null;
  readonly withdrawnBy: Someone | null;
  readonly withdrawnReason: string | null;
  readonly allowedActions: readonly EnumOf<'ChangeAction'>[];
}

/** How one kind of change is told, and where it is decided on. */
export interface ChangeKind<C extends ProposedChange> {
  /** What it is a change of. */
  name: (change: C) => string;
  to: (change: C) => string;
  /** One line: what, from when, by whom. */
  line: (change: C) => string;
  /** What differs, where a line cannot say it. */
  more?: (change: C) => ReactNode;
  /** For those who hear a button among others, and the question before it is withdrawn. */
  about: (change: C) => string;
  approve: (change: C) => Promise<unknown>;
  withdraw: (change: C, reason: string) => Promise<unknown>;
  /** What it would have done; absent where that cannot be told. */
  rehearsal?: ((change: C) => ReactNode) | undefined;
  /** First words of the query keys a decision changes. */
  keys: readonly string[];
}

export const isComing = ({ state }: Pick<ProposedChange, 'state'>): boolean =>
  state === 'WAITING' || state === 'COMING';
