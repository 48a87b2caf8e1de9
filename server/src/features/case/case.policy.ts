/** Which cases a person may see, and which right each action on a case needs; menus and services read the same table. */
import type { Access, Permission } from '../../platform/access/access.ts';
import type { AccessFacts } from '../../platform/access/names.ts';
import type { Principal } from '../../platform/db/principal.ts';
import type { ImageRequirement } from '../image-review/image-review.enums.ts';
import { imageStateOf } from '../image-review/image-review.rules.ts';
import type { CaseAction, CaseKind, CaseStatus } from './case.enums.ts';
import { availableActions, type CaseFacts, isReservationLive } from './case.rules.ts';

const READ_CASE: Permission = { resource: 'case', action: 'read' };
const work: Permission = { resource: 'case', action: 'work' };
const annotate: Permission = { resource: 'case', action: 'annotate' };
const decide: Permission = { resource: 'image-submission', action: 'decide' };
const register: Permission = { resource: 'image-submission', action: 'register' };

/** The right in policy.csv that each action on a case needs. */
export const PERMISSION_OF: Readonly<Record<CaseAction, Permission>> = {
  TAKE: work,
  EXTEND: work,
  RELEASE: work,
  HAND_OVER: work,
  SKIP: work,
  HOLD: work,
  RESUME: work,
  CLOSE: work,
  SET_PRIORITY: work,
  SET_PROMISE: work,
  NOTE: annotate,
  LINK: annotate,
  BAR: annotate,
  REOPEN: { resource: 'case', action: 'reopen' },
  APPROVE_IMAGES: decide,
  REJECT_IMAGES: decide,
  UNDO_DECISION: { resource: 'image-submission', action: 'undo' },
  REGISTER_UPLOAD: register,
  SEND_UPLOAD_LINK: register,
  TELL_EMPLOYER: work,
  ASK_FOR_BLOCK: work,
  ADD_DOCUMENT: { resource: 'document', action: 'add' },
  ASK_FOR_DOCUMENTS: { resource: 'application', action: 'work' },
  ASSESS_CONDITION: { resource: 'application', action: 'work' },
  OPEN_CARD_ORDERING: { resource: 'decision', action: 'propose' },
  PROPOSE_DECISION: { resource: 'decision', action: 'propose' },
  SETTLE_PROPOSAL: { resource: 'decision', action: 'approve' },
  REGISTER_APPEAL: { resource: 'appeal', action: 'register' },
  SETTLE_APPEAL: { resource: 'appeal', action: 'settle' },
  CHOOSE_INVOICE: { resource: 'invoice-query', action: 'answer' },
  ANSWER_QUERY: { resource: 'invoice-query', action: 'answer' },
  REVEAL_NATIONAL_ID: { resource: 'person', action: 'reveal:nationalId' },
};

export interface ActionFacts {
  /** What policy.csv may ask about: organisation, kind, who reserved it, whether the actor is barred, who decided. */
  readonly facts: AccessFacts;
  /** What the state of the case depends on. */
  readonly state: CaseFacts;
}

/** What the state of the case offers and the actor's rights permit. */
export function allowedActions(
  access: Access,
  actor: Principal,
  { facts, state }: ActionFacts,
): CaseAction[] {
  return availableActions(state).filter(action => access.may(actor, PERMISSION_OF[action], facts));
}

/** The columns of a case that say what its state offers. */
export interface CaseStateRow {
  readonly kind: CaseKind;
  readonly status: CaseStatus;
  readonly reserved_by: string | null;
  readonly reserved_until: Date | null;
  /** Of the order item; null when the case is not about images. */
  readonly image_requirement: ImageRequirement | null;
  /** Whether a standing decision can still be taken back. */
  readonly undo_open: boolean;
}

export function stateOf(row: CaseStateRow, actor: Principal, now: Date): CaseFacts {
  const live = isReservationLive(row.reserved_until, now);
  const holder = row.reserved_by === actor.actorId ? 'mine' : 'other';
  return {
    kind: row.kind,
    status: row.status,
    reservation: live ? holder : 'none',
    image: row.image_requirement ? imageStateOf(row.image_requirement) : 'NONE',
    undoOpen: row.undo_open,
  };
}

/** Cases of everyone, of the own organisation, its inquiries only, or none at all. */
export type CaseScope = 'any' | 'organisation' | 'inquiries' | 'none';

/** The widest scope within which the actor has the right; reading when no other is named. */
export function caseScope(access: Access, actor: Principal, { resource, action } = READ_CASE): CaseScope {
  const names = access.scopes(actor, resource, action);
  if (names.has('any')) return 'any';
  if (names.has('own_organisation') || names.has('protected')) return 'organisation';
  return names.has('own_inquiries') ? 'inquiries' : 'none';
}

const LOOK_AFTER_PROTECTED: Permission = { resource: 'protected-person', action: 'read' };

/** Whether looking for a name may lead to a person with address protection, or to her cases (security guide section 3). */
export function findsRestricted(access: Access, actor: Principal): boolean {
  return access.may(actor, LOOK_AFTER_PROTECTED, {});
}

/**
 * Conditions on desk_case c for a scope; $1 is always the actor's organisation, so that texts and parameters keep
 * their places. Constants fold away when the statement is planned.
 */
export const SCOPE_SQL: Readonly<Record<CaseScope, string>> = {
  any: '($1::smallint is null or true)',
  organisation: 'c.organisation_id = $1::smallint',
  inquiries: `c.organisation_id = $1::smallint and c.kind in ('INQUIRY', 'INVOICE_QUERY')`,
  none: '($1::smallint is null and false)',
};
