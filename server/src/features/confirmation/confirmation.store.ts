/** A firm's confirmation held for update with what decides about it: whoever writes to it locks its case first, and opens it where the approval was taken over. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Tx } from '../../platform/db/db.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { type LockedCase, lockCase } from '../case/case.write.ts';
import { refusalColumns } from '../exception/withdrawal.rules.ts';
import type { ApprovalRegister } from '../firm-approval/firm-approval.enums.ts';
import { STILL_APPROVED } from './campaign.readmodel.ts';
import type { ConfirmationFacts } from './confirmation.rules.ts';

/** Of annual_confirmation k, its campaign g, application a and case c. */
export const CONFIRMATION_FACTS = (actor: string, now: string) => `${refusalColumns(actor, now)},
  (a.id is not null or ${STILL_APPROVED}) as stands, coalesce(c.new_post_at > k.noticed_at, false) as "newPost", g.due_on::text as "dueOn", k.comment_by::text as "commentBy",
  k.confirmed_at as "confirmedAt", k.reminded_at as "remindedAt", k.noticed_at as "noticedAt"`;
export const FACTS_TABLES = `join confirmation_campaign g on g.id = k.campaign_id left join desk_case c on c.id = k.case_id`;

export interface HeldConfirmation extends ConfirmationFacts {
  readonly id: string;
  readonly organisationId: number;
  readonly firmName: string;
  readonly register: ApprovalRegister;
  readonly year: number;
  readonly version: number;
  readonly row: LockedCase;
}

const CASE_OF = `select k.case_id::text as "caseId", k.firm_id::text as "firmId", g.register from annual_confirmation k
join confirmation_campaign g on g.id = k.campaign_id where k.id = $1`;
const HOLD = `select k.id::text, k.organisation_id as "organisationId", f.name as "firmName", g.register, g.year, k.version, ${CONFIRMATION_FACTS('$2', '$3')}
from annual_confirmation k ${FACTS_TABLES} join organisation f on f.id = k.firm_id join exception_application a on a.id = k.application_id
where k.id = $1 and k.organisation_id = $4 for update of k`;

/** The case of the approval a firm has now; one taken over from the old register gets it here. @returns null when the firm is not approved */
const TAKE_OVER = 'select take_over_approval($1, $2, $3, $4)::text as "caseId"';

export interface Approved {
  readonly firmId: string;
  readonly register: ApprovalRegister;
}

export async function takeOverApproval(tx: Tx, about: Approved, now: Date): Promise<string | null> {
  const asked = [about.firmId, about.register, now, osloDate(now)];
  return (await tx.one<{ caseId: string | null }>(TAKE_OVER, asked))?.caseId ?? null;
}

/** @throws AppError NOT_FOUND, ACTION_NOT_AVAILABLE when the firm without a case is approved no longer */
export async function holdConfirmation(
  tx: Tx,
  id: string,
  { actor, now }: { readonly actor: Principal; readonly now: Date },
): Promise<HeldConfirmation> {
  const found = await tx.one<Approved & { caseId: string | null } & Record<string, unknown>>(CASE_OF, [id]);
  if (!found) throw notFound();
  const caseId = found.caseId ?? (await takeOverApproval(tx, found, now));
  if (caseId === null) throw new AppError('ACTION_NOT_AVAILABLE');
  const row = await lockCase(tx, caseId, actor);
  const asked = [id, actor.actorId, now, actor.organisationId];
  const held = await tx.one<HeldConfirmation & Record<string, unknown>>(HOLD, asked);
  if (!held) throw notFound();
  return { ...held, row };
}
