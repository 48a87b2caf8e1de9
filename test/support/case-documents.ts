/** GraphQL documents of case writes, and what tests look up behind the API. */
import type { Answer, Client } from './client.ts';
import type { Desk } from './desk.ts';

const ANSWER =
  'id number status priority version dueOn promisedOn holdReason holdUntil reservation { by { name } until mine } links { id number relation } barred { staff { id } reason } drafts { action body version }';

/** Every mutation that takes one input and answers with the case. */
const INPUTS = {
  takeCase: 'CaseVersionInput',
  releaseCase: 'ReleaseCaseInput',
  handOverCase: 'HandOverCaseInput',
  holdCase: 'HoldCaseInput',
  resumeCase: 'CaseVersionInput',
  addNote: 'AddNoteInput',
  linkCase: 'LinkCaseInput',
  unlinkCase: 'UnlinkCaseInput',
  barPerson: 'BarPersonInput',
  unbarPerson: 'UnbarPersonInput',
  reopenCase: 'ReopenCaseInput',
  closeCase: 'CloseCaseInput',
  setPriority: 'SetPriorityInput',
  setPromise: 'SetPromiseInput',
  registerInquiry: 'RegisterInquiryInput',
} as const;
export type CaseMutation = keyof typeof INPUTS;

const documentOf = (name: CaseMutation) =>
  `mutation ${name}($input: ${INPUTS[name]}!) { ${name}(input: $input) { ${ANSWER} } }`;
export const TAKE_NEXT =
  'mutation TakeNext($queue: CaseQueue!) { takeNext(queue: $queue) { case { id number version reservation { mine } } } }';
export const SKIP = 'mutation Skip($input: SkipCaseInput!) { skipCase(input: $input) }';
export const EXTEND =
  'mutation Extend($caseId: EntityId!) { extendReservation(caseId: $caseId) { until mine by { initials } } }';
export const SAVE_DRAFT =
  'mutation Save($input: SaveDraftInput!) { saveDraft(input: $input) { action body version } }';

/** The case as the mutation answers. @throws Error with the code when refused */
export async function write(client: Client, name: CaseMutation, input: Record<string, unknown>) {
  return (await client.ask(documentOf(name), { input }))[name];
}

/** The code a write is refused with. */
export function refusal(client: Client, name: CaseMutation, input: Record<string, unknown>): Promise<string> {
  return client.refused(documentOf(name), { input });
}

export function answerOf(
  client: Client,
  name: CaseMutation,
  input: Record<string, unknown>,
): Promise<Answer<unknown>> {
  return client.send(documentOf(name), { input });
}

/** @returns id, or null when the queue is empty */
export async function takeNext(client: Client, queue = 'INQUIRY'): Promise<string | null> {
  return (await client.ask(TAKE_NEXT, { queue })).takeNext.case?.id ?? null;
}

export interface EventRow {
  type: string;
  actor: string | null;
  old_value: string | null;
  new_value: string | null;
  note: string | null;
}

/** The timeline, oldest first. */
export async function eventsOf(desk: Desk, caseId: string): Promise<EventRow[]> {
  const sql = `select e.type, u.name as actor, e.old_value, e.new_value, e.note from case_event e
    left join staff_user u on u.id = e.actor_id where e.case_id = $1 order by e.id`;
  return (await desk.sql.query<EventRow>(sql, [caseId])).rows;
}

export async function caseInDb(desk: Desk, caseId: string) {
  const { rows } = await desk.sql.query('select * from desk_case where id = $1', [caseId]);
  return rows[0];
}
