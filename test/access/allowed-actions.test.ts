import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emitSchema } from '../../server/src/emit-schema.ts';
import { CaseAction } from '../../server/src/features/case/case.enums.ts';
import { Bulk } from '../support/bulk.ts';
import type { Client } from '../support/client.ts';
import { inDays } from '../support/days.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createPerson } from '../support/factories.ts';
import { fullCall, isLeafOperation, type Operation, operationsOf } from '../support/full-call.ts';
import { inParallel } from '../support/parallel.ts';
import { CALLERS, type Caller } from './callers.ts';
import { type CaseIds, CaseRows, TABLES } from './case-rows.ts';
import { fingerprint } from './fingerprint.ts';
import { expectationOf } from './run.ts';
import { type Scenario, scenarios } from './scenarios.ts';
import { sharedRows } from './shared-rows.ts';

/** Steps of an application, each tried in every situation of one: application-actions.test.ts. */
const OF_APPLICATIONS = [
  ...(['ADD_DOCUMENT', 'ASK_FOR_DOCUMENTS', 'PROPOSE_DECISION'] as const),
  ...(['SETTLE_PROPOSAL', 'REGISTER_APPEAL', 'SETTLE_APPEAL'] as const),
  ...(['ASSESS_CONDITION', 'OPEN_CARD_ORDERING'] as const),
] as const;
/** Steps of an enquiry about an invoice: test/api/invoice-query.test.ts. */
type OfQueries = 'CHOOSE_INVOICE' | 'ANSWER_QUERY';
type Tried = Exclude<CaseAction, (typeof OF_APPLICATIONS)[number] | OfQueries>;

/** The call behind each action of the menu. */
const CALL_OF: Readonly<Record<Tried, string>> = {
  TAKE: 'takeCase',
  EXTEND: 'extendReservation',
  RELEASE: 'releaseCase',
  HAND_OVER: 'handOverCase',
  SKIP: 'skipCase',
  HOLD: 'holdCase',
  RESUME: 'resumeCase',
  CLOSE: 'closeCase',
  SET_PRIORITY: 'setPriority',
  SET_PROMISE: 'setPromise',
  NOTE: 'addNote',
  LINK: 'linkCase',
  BAR: 'barPerson',
  REOPEN: 'reopenCase',
  APPROVE_IMAGES: 'approveImages',
  REJECT_IMAGES: 'rejectImages',
  UNDO_DECISION: 'undoDecision',
  REGISTER_UPLOAD: 'createUploadTicket',
  SEND_UPLOAD_LINK: 'sendUploadLink',
  REVEAL_NATIONAL_ID: 'revealNationalId',
  TELL_EMPLOYER: 'tellEmployerOfTip',
  ASK_FOR_BLOCK: 'askIssuerToBlock',
};
const ACTIONS = Object.keys(CALL_OF) as Tried[];

/** With every single action on a busy machine. */
const LONGEST_MS = 900_000;

/** What a refused action may be refused with: never a fault of the input, never a fault of the server. */
const REFUSALS = [
  'NOT_FOUND',
  'FORBIDDEN',
  'BARRED',
  'RESERVED_BY_OTHER',
  'RESERVATION_LOST',
  'ACTION_NOT_AVAILABLE',
  'UNDO_ALREADY',
  'UNDO_NEW_IMAGES',
  'UNDO_TOO_LATE',
];

/** One case as one person sees it. */
interface Pair {
  readonly scenario: Scenario;
  readonly caller: Caller;
  readonly ids: CaseIds;
  listed: readonly CaseAction[] | null;
}

let desk: Desk;
let bulk: Bulk;
let cases: CaseRows;
let pairs: Pair[];
const clients = {} as Record<Caller, Client>;
const operations = new Map<string, Operation>();

beforeAll(async () => {
  desk = await startDesk({ env: { REVEALS_PER_DAY: '1000' } });
  for (const operation of operationsOf(buildSchema(await emitSchema())))
    operations.set(operation.name, operation);
  bulk = new Bulk(TABLES);
  cases = new CaseRows(bulk, await sharedRows(desk));
  const restricted = (await createPerson(desk, { restricted: true })).id;
  for (const caller of CALLERS) clients[caller] = await desk.as(caller);
  const given = CALLERS.flatMap(caller =>
    scenarios({ caller, staff: desk.staff, restricted }).map(scenario => ({ scenario, caller })),
  );
  pairs = given.map(pair => ({ ...pair, ids: cases.add(pair.scenario.row), listed: null }));
  await bulk.flush(desk);
  await inParallel(inTens(pairs), readActions);
}, 120_000);
afterAll(() => desk.stop());

const inTens = <T extends { caller: Caller }>(all: readonly T[]): T[][] =>
  [...Map.groupBy(all, ({ caller }) => caller).values()].flatMap(own =>
    Array.from({ length: Math.ceil(own.length / 10) }, (_, at) => own.slice(at * 10, at * 10 + 10)),
  );

/** What the menu of each case offers; nothing of a case that is not found. */
async function readActions(some: readonly Pair[]): Promise<void> {
  await Promise.all(
    some.map(async pair => {
      const query = 'query AllowedActions($id: EntityId) { case(id: $id) { allowedActions } }';
      const { data } = await clients[pair.caller].send(query, { id: pair.ids.id });
      pair.listed = data?.case?.allowedActions ?? null;
    }),
  );
}

async function perform(pair: Pair, action: Tried): Promise<string> {
  const operation = operations.get(CALL_OF[action]);
  if (!operation) throw new Error(`${CALL_OF[action]} is not in the schema`);
  // Cases of every kind can be closed for this reason.
  const reason = action === 'CLOSE' ? { reason: 'OTHER' } : {};
  // A case that came to the authority because its person is protected has changed on the way.
  const { rows } = await desk.sql.query('select version from desk_case where id = $1', [pair.ids.id]);
  const expectedVersion = rows[0]?.version ?? 1;
  const bag = { ...pair.ids, ...pair.scenario.bag, ...reason, expectedVersion, until: inDays(7) };
  const below = isLeafOperation(operation) ? '' : ' { __typename }';
  const { document, variables } = fullCall(operation, bag, below);
  const { errors } = await clients[pair.caller].send(document, variables);
  return errors?.[0]?.extensions.code ?? 'DATA';
}

const title = ({ caller, scenario }: Pair, action: CaseAction) => `${caller}, ${scenario.title}: ${action}`;

test('there are a thousand cases as somebody sees them, in every state, and the menu is long, short and empty', () => {
  expect(pairs.length).toBeGreaterThan(1_000);
  const lengths = new Set(pairs.map(({ listed }) => listed?.length ?? -1));
  expect([...lengths]).toEqual(expect.arrayContaining([-1, 0, 4]));
  const offered = new Set(pairs.flatMap(({ listed }) => listed ?? []));
  expect([...offered].sort()).toEqual([...ACTIONS].sort());
});

test(
  'what a menu does not offer is refused for what it is, and changes nothing',
  async () => {
    const before = await fingerprint(desk);
    const asked = sampled((pair, action) => !offers(pair, action) && mayEver(pair, action), 4);
    const answered = await inParallel(asked, async ({ pair, action }) => ({
      pair,
      action,
      code: await perform(pair, action),
    }));
    const wrong = answered.filter(({ pair, code }) => !refusalsFor(pair).includes(code));
    expect(wrong.map(({ pair, action, code }) => `${title(pair, action)} is answered ${code}`)).toEqual([]);
    expect(await fingerprint(desk)).toEqual(before);
    expect(asked.length).toBeGreaterThan(1_500);
  },
  LONGEST_MS,
);

/**
 * One in `every`, of each case other ones: over all cases each role tries each action in each state several times. With
 * ALL_ACTIONS=1 every single one is tried, which takes minutes.
 */
function sampled(wanted: (pair: Pair, action: Tried) => boolean, every: number) {
  const step = process.env.ALL_ACTIONS === '1' ? 1 : every;
  const all = pairs.flatMap(pair =>
    ACTIONS.filter(action => wanted(pair, action)).map(action => ({ pair, action })),
  );
  return all.filter((_, at) => at % step === 0);
}

/** Who may never do it, whatever the case, is refused before the case is looked at: the matrix has shown that. */
const mayEver = ({ caller }: Pair, action: Tried) =>
  (expectationOf(CALL_OF[action]).may as readonly string[]).includes(caller);

/** Whether there is somebody to hand an image case to is asked about whoever it goes to: the authority has no image desk. */
const isPromised = ({ listed, caller, scenario }: Pair, action: CaseAction) =>
  Boolean(listed?.includes(action)) &&
  !(action === 'HAND_OVER' && scenario.row.kind === 'IMAGE_REVIEW' && !IMAGE_AGENTS.includes(caller));

/** Have colleagues who may take an image case over; the lead of the test has none. */
const IMAGE_AGENTS: readonly Caller[] = ['agent', 'senior'];

/** Taking what one has already is the same as extending it. */
const offers = ({ listed }: Pair, action: CaseAction) =>
  listed !== null && (listed.includes(action) || (action === 'TAKE' && listed.includes('EXTEND')));

/** A case that is not found is not found whatever is tried, or the role may never do it at all. */
const refusalsFor = ({ listed }: Pair) => (listed === null ? ['NOT_FOUND', 'FORBIDDEN'] : REFUSALS);

test(
  'what a menu offers works',
  async () => {
    const promised = sampled((pair, action) => isPromised(pair, action), 2).map(({ pair, action }) => ({
      pair: { ...pair, ids: cases.add(pair.scenario.row) },
      action,
    }));
    await bulk.flush(desk);
    const answered = await inParallel(promised, async ({ pair, action }) => ({
      pair,
      action,
      code: await perform(pair, action),
    }));
    const broken = answered.filter(({ code }) => code !== 'DATA');
    expect(broken.map(({ pair, action, code }) => `${title(pair, action)} is answered ${code}`)).toEqual([]);
    expect(promised.length).toBeGreaterThan(700);
  },
  LONGEST_MS,
);
