/** Turns the row behind the case page into the API's CaseDetail, and leaves out what the reader may not see. */
import type { Access, Permission } from '../../platform/access/access.ts';
import type { AccessFacts } from '../../platform/access/names.ts';
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Principal } from '../../platform/db/principal.ts';
import { Language } from '../../platform/language.ts';
import { applicationOffers } from '../application/application.rules.ts';
import { mailRowOf } from '../correspondence/mail.row.ts';
import type { UndoOfferType } from '../image-review/image-review.type.ts';
import type { PersonType } from '../person/person.type.ts';
import type { CaseAction } from './case.enums.ts';
import { allowedActions, findsRestricted, PERMISSION_OF, stateOf } from './case.policy.ts';
import type { CaseDetailRow } from './case-detail.row.ts';
import type { CaseDetailType } from './case-detail.type.ts';
import { reservationOf } from './case-row.readmodel.ts';
import { dateOf, toStaffRef, toSubmission, undoOfferOf } from './case-submission.map.ts';
import { type Deadline, type DeadlineFacts, deadlineIfHeldUntil, deadlineWorking } from './deadline.rules.ts';

export interface Reader {
  readonly access: Access;
  readonly actor: Principal;
  readonly now: Date;
}

/** Decisions about what the reader may see are made on these facts of the row. */
interface Rights {
  readonly images: boolean;
  readonly mails: boolean;
  readonly maskedNationalId: boolean;
}

export function toCaseDetail(row: CaseDetailRow, reader: Reader): CaseDetailType {
  const { actor, now } = reader;
  const facts = factsOf(row);
  const rights = rightsOf(reader, facts);
  const undo = undoOfferOf(row, now);
  const may = { resource: 'image-submission', action: 'undo' };
  const decidedBy = row.submissions?.[0]?.decision?.decidedBy.id;
  return {
    ...columnsOf(row),
    person: row.person && (rights.maskedNationalId ? row.person : withoutNumber(row.person)),
    deadline: deadlineOf(row, now),
    reservation: reservationOf(row, { actorId: actor.actorId, now, today: osloDate(now) }),
    allowedActions: actionsOf(row, reader, undo),
    ...listsOf(row),
    takers: takersOf(row, reader),
    submissions: rights.images ? (row.submissions ?? []).map(toSubmission) : [],
    mails: rights.mails ? (row.mails ?? []).map(mail => mailRowOf(mail, now)) : [],
    uploadLink: rights.images ? uploadLinkOf(row) : null,
    undo: reader.access.may(actor, may, { ...facts, decidedBy }) ? undo : null,
  };
}

/** The birth date is the first half of the number: whoever may not see the mask may not see it either. */
const withoutNumber = (person: PersonType): PersonType => ({
  ...person,
  maskedNationalId: null,
  birthDate: null,
});

function factsOf(row: CaseDetailRow): AccessFacts {
  return {
    organisationId: row.organisation_id,
    kind: row.kind,
    reservedBy: row.reserved_by,
    barred: row.barred_me,
    restricted: row.person?.restricted ?? false,
  };
}

function rightsOf({ access, actor }: Reader, facts: AccessFacts): Rights {
  const may = (resource: string, action: string) => access.may(actor, { resource, action }, facts);
  return {
    images: may('image-submission', 'read'),
    mails: may('mail', 'read'),
    maskedNationalId: may('person', 'read:nationalId.masked'),
  };
}

/** What is shown as it lies in the database. */
function columnsOf(row: CaseDetailRow) {
  const { id, number, kind, status, queue, priority, channel, language, version, title, description } = row;
  return {
    ...{ id, number, kind, status, queue, priority, channel, language, version, title, description },
    organisation: row.organisation,
    orderItem: row.orderItem,
    openedOn: row.opened_on,
    dueOn: row.due_on,
    promisedOn: row.promised_on,
    closedAt: row.closed_at,
    holdReason: row.hold_reason,
    holdUntil: row.hold_until,
    holdNote: row.hold_note,
  };
}

function listsOf(row: CaseDetailRow) {
  return {
    events: (row.events ?? []).map(event => ({
      ...event,
      at: new Date(event.at),
      actor: event.actor && toStaffRef(event.actor),
    })),
    links: row.links ?? [],
    barred: (row.barred ?? []).map(b => ({ ...b, staff: toStaffRef(b.staff), at: new Date(b.at) })),
    drafts: (row.drafts ?? []).map(draft => ({ ...draft, updatedAt: new Date(draft.updatedAt) })),
  };
}

/** A closed case stands still: its days are counted to the day it was closed. */
export function deadlineFactsOf(row: CaseDetailRow, now: Date): DeadlineFacts {
  const language = Object.values(Language).find(known => known === row.reader_language) ?? Language.nb;
  const today = osloDate(row.closed_at ?? now);
  return { startOn: row.opened_on, days: row.due_days, holds: row.holds ?? [], today, language };
}

function deadlineOf(row: CaseDetailRow, now: Date): Deadline {
  const facts = deadlineFactsOf(row, now);
  if (row.hold_until === null) return deadlineWorking(facts);
  // Counted up to the day the case wakes, as the due date of the list is; the hold itself still lasts.
  return { ...deadlineIfHeldUntil(facts, row.hold_until), holds: [...facts.holds] };
}

function actionsOf(row: CaseDetailRow, { access, actor, now }: Reader, undo: UndoOfferType | null) {
  const image_requirement = row.orderItem?.imageRequirement ?? null;
  const state = stateOf({ ...row, image_requirement, undo_open: undo !== null }, actor, now);
  const decidedBy = row.submissions?.[0]?.decision?.decidedBy.id;
  const { status = null, proposedBy = null } = row.application ?? {};
  const facts = { ...factsOf(row), decidedBy, ...(proposedBy ? { proposedBy } : {}) };
  const fits = (action: CaseAction) =>
    (row.person || action !== 'REVEAL_NATIONAL_ID') && (!status || applicationOffers(status, action));
  return allowedActions(access, actor, { facts, state }).filter(fits);
}

/** What a colleague must be allowed to. */
function workOn({ kind, status }: CaseDetailRow): Permission {
  if (kind === 'IMAGE_REVIEW') return PERMISSION_OF.APPROVE_IMAGES;
  if (kind !== 'EXCEPTION') return PERMISSION_OF.TAKE;
  return status === 'FOR_APPROVAL' ? PERMISSION_OF.SETTLE_PROPOSAL : PERMISSION_OF.PROPOSE_DECISION;
}

function takersOf(row: CaseDetailRow, { access, actor }: Reader) {
  const permission = workOn(row);
  const nobody = '0';
  return (row.takers ?? [])
    .filter(({ id, roles }) => {
      const facts = { ...factsOf(row), barred: false, reservedBy: id, proposedBy: nobody };
      const colleague = { ...actor, actorId: id, roles };
      const finds = row.queue !== 'PROTECTED' || findsRestricted(access, colleague);
      return finds && access.may(colleague, permission, facts);
    })
    .map(toStaffRef);
}

function uploadLinkOf({ uploadLink: link }: CaseDetailRow) {
  return (
    link && {
      id: link.id,
      createdAt: new Date(link.createdAt),
      expiresAt: new Date(link.expiresAt),
      usedAt: dateOf(link.usedAt),
      revokedAt: dateOf(link.revokedAt),
    }
  );
}
