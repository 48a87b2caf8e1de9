/** Changes as the console shows them, whatever they change: how they stand, who proposed, approved or withdrew them, and what the reader may do. */
import type { QueryResultRow } from 'pg';
import type { Access } from '../../platform/access/access.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db } from '../../platform/db/db.ts';
import { initialsOf } from '../staff/staff.rules.ts';
import { allowedActions, type RulesOf } from './proposed-change.policy.ts';
import { changeState } from './proposed-change.rules.ts';
import type { ProposedChangeType } from './proposed-change.type.ts';

interface PersonRow {
  readonly id: string;
  readonly name: string;
}

type Told = Omit<
  ProposedChangeType,
  'state' | 'proposedBy' | 'approvedBy' | 'withdrawnBy' | 'allowedActions'
>;

export interface ChangeRow extends Told, QueryResultRow {
  readonly proposedBy: PersonRow;
  readonly approvedBy: PersonRow | null;
  readonly withdrawnBy: PersonRow | null;
}

const person = (alias: string) =>
  `case when ${alias}.id is not null then json_build_object('id', ${alias}.id::text, 'name', ${alias}.name) end`;

/** The statement over `rows`, a subselect with the columns of a table of versions; newest first. @param own columns of the kind itself, of `s` */
export const changesOf = (
  rows: string,
  own: string,
) => `select s.id::text, ${own}, s.valid_from::text as "validFrom", s.grounds,
  ${person('p')} as "proposedBy", s.proposed_at as "proposedAt", ${person('a')} as "approvedBy", s.approved_at as "approvedAt",
  ${person('w')} as "withdrawnBy", s.withdrawn_at as "withdrawnAt", s.withdrawn_reason as "withdrawnReason"
from (${rows}) s join staff_user p on p.id = s.proposed_by
left join staff_user a on a.id = s.approved_by left join staff_user w on w.id = s.withdrawn_by order by s.proposed_at desc, s.id desc`;

/** @param of whose rules they are */
export function shownChange(
  { access, clock }: { readonly access: Access; readonly clock: Clock },
  db: Db,
  of: RulesOf,
): (row: ChangeRow) => ProposedChangeType {
  const today = osloDate(clock.now());
  return ({ proposedBy, approvedBy, withdrawnBy, ...row }) => {
    const { id, validFrom, grounds, proposedAt, approvedAt, withdrawnAt, withdrawnReason } = row;
    const facts = { validFrom, approved: approvedAt !== null, withdrawn: withdrawnAt !== null, today };
    const state = changeState(facts);
    return {
      ...{ id, validFrom, grounds, proposedAt, approvedAt, withdrawnAt, withdrawnReason, state },
      proposedBy: withInitials(proposedBy),
      approvedBy: approvedBy && withInitials(approvedBy),
      withdrawnBy: withdrawnBy && withInitials(withdrawnBy),
      allowedActions: allowedActions(access, db.principal, { of, state, proposedBy: proposedBy.id }),
    };
  };
}

const withInitials = (someone: PersonRow) => ({ ...someone, initials: initialsOf(someone.name) });
