/** A case that has everything a case page shows, an inquiry linked to it and a case on hold. */
import type { Desk } from './desk.ts';
import {
  createCase,
  createDecision,
  createOrderItem,
  createPerson,
  createSubmission,
  type NewCaseIds,
} from './factories.ts';

const inMinutes = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);

export async function createCasePage(desk: Desk, now: Date) {
  const person = await createPerson(desk, { givenName: 'Zoë', familyName: 'Łukasik' });
  const orderItem = await createOrderItem(desk, { personId: person.id, imageRequirement: 'REJECTED' });
  const rejected = await createCase(desk, {
    orderItem,
    status: 'AWAITING_UPLOAD',
    openedOn: '2026-11-09',
    dueDays: 20,
    dueOn: '2026-12-07',
    reservedBy: desk.staff.agent,
    reservedUntil: inMinutes(now, 10),
  });
  const box = { part: 'PHOTO', x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
  const findings = [{ reason: 'PH_LIGHT', level: 'REMARK', value: '31', box }];
  const submission = await createSubmission(desk, rejected, { status: 'REJECTED', findings });
  const decisionId = await createDecision(desk, {
    caseId: rejected.id,
    submissionId: submission.id,
    decidedBy: desk.staff.agent,
    comment: 'Se på lyset',
    decidedAt: now,
    undoUntil: inMinutes(now, 1),
    reasons: [
      { code: 'PH_LIGHT', part: 'PHOTO' },
      { code: 'ID_EXPIRED', part: 'ID' },
    ],
  });
  const inquiry = await createCase(desk, { kind: 'INQUIRY', title: 'Hvor er kortet?' });
  const held = await createCase(desk, {
    status: 'ON_HOLD',
    openedOn: '2026-11-09',
    dueDays: 5,
    dueOn: '2026-11-24',
    holdUntil: '2026-11-24',
  });
  await createAround(desk, { rejected, inquiry, decisionId, now });
  return { rejected, inquiry, held, decisionId };
}

interface Around {
  rejected: NewCaseIds;
  inquiry: NewCaseIds;
  decisionId: string;
  now: Date;
}

/** A mail, events, a link between cases, a bar, drafts and an upload link. */
async function createAround(desk: Desk, { rejected, inquiry, decisionId, now }: Around): Promise<void> {
  const { agent: me, colleague } = desk.staff;
  const run = (sql: string, values: unknown[]) => desk.sql.query(sql, values);
  await run(
    `insert into outbox_mail (organisation_id, case_id, template, language, subject_id, dedupe, message_id, send_after, created_at)
     values (1, $1, 'IMAGES_REJECTED', 'nb', $2, 'd1', '<d1@desk.example>', $3, $4)`,
    [rejected.id, decisionId, inMinutes(now, 1), now],
  );
  await run(
    `insert into case_event (organisation_id, case_id, type, actor_id, note) values (1, $1, 'CASE_OPENED', null, null), (1, $1, 'NOTE_ADDED', $2, 'Ringte')`,
    [rejected.id, colleague],
  );
  await run(
    `insert into case_link (organisation_id, case_id, other_case_id, relation) values (1, $1, $2, 'SAME_PERSON')`,
    [inquiry.id, rejected.id],
  );
  await run(
    `insert into case_barred (case_id, staff_user_id, organisation_id, reason) values ($1, $2, 1, 'FAMILY')`,
    [rejected.id, colleague],
  );
  await run(
    `insert into draft (staff_user_id, case_id, action, organisation_id, body) values ($1, $3, 'NOTE', 1, '{"note":"mitt"}'), ($2, $3, 'NOTE', 1, '{"note":"ditt"}')`,
    [me, colleague, rejected.id],
  );
  await run(
    `insert into upload_link (organisation_id, case_id, token_hash, token_salt, channel, expires_at) values (1, $1, 'a', 'b', 'LINK', $2)`,
    [rejected.id, inMinutes(now, 7200)],
  );
}
