/** Makes every call of the matrix once and keeps the answers: first all that must be refused, then the others. */
import { setTimeout as wait } from 'node:timers/promises';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { emitSchema } from '../../server/src/emit-schema.ts';
import { Bulk } from '../support/bulk.ts';
import type { Answer, Client } from '../support/client.ts';
import type { Desk } from '../support/desk.ts';
import { fullCall, type Operation, operationsOf } from '../support/full-call.ts';
import { inParallel } from '../support/parallel.ts';
import { APPLICATION_TABLES } from './application-rows.ts';
import { CALLERS, type Caller, PUBLIC, STRANGERS, type Stranger } from './callers.ts';
import { CARD_TABLES } from './card-rows.ts';
import { CaseRows, TABLES } from './case-rows.ts';
import { EXCEPTION_TABLES } from './exception-rows.ts';
import { fingerprint } from './fingerprint.ts';
import { INBOUND_MAIL_TABLES } from './inbound-mail-rows.ts';
import { INVOICE_TABLES } from './invoice-rows.ts';
import { MACHINE_TABLES } from './machine-rows.ts';
import { type Expectation, OPERATIONS, SECOND_IDS } from './matrix.ts';
import { PAYMENT_TABLES } from './payment-rows.ts';
import { PRODUCTION_TABLES } from './production-rows.ts';
import { REISSUE_TABLES } from './reissue-rows.ts';
import { type Bag, Rows, type Target } from './rows.ts';
import { sharedRows } from './shared-rows.ts';
import { VAT_TABLES } from './vat-rows.ts';

/** One cell of the matrix: an operation, who calls it, and whose row it names. */
export interface Cell {
  /** As it stands in matrix.ts. */
  readonly line: string;
  readonly operation: Operation;
  readonly caller: Caller | Stranger;
  /** Null: it names no row. A name: the second id that is a foreign one. */
  readonly target: Target | null;
  readonly second?: string;
  /** DATA, a code, or PUBLIC: anything but a refusal for want of rights. */
  readonly expected: string;
  readonly bag: Bag;
}

export interface Answered extends Cell {
  readonly code: string;
  /** The whole answer but for what names the request. */
  readonly body: string;
  readonly answer: Answer<Record<string, unknown>>;
}

export interface Run {
  readonly schema: GraphQLSchema;
  readonly answers: readonly Answered[];
  /** What the database held before and after everything that was refused. */
  readonly before: Record<string, string>;
  readonly after: Record<string, string>;
}

const SESSION_CHANGES = /^(sign|confirmSignIn|changePassword|endMy)/;
const ROW_TARGETS: readonly Target[] = ['mine', 'unit', 'foreign', 'missing'];

export async function runMatrix(desk: Desk): Promise<Run> {
  const schema = buildSchema(await emitSchema());
  const tables = [
    CARD_TABLES[0],
    ...TABLES,
    ...CARD_TABLES.slice(1),
    ...MACHINE_TABLES,
    ...PRODUCTION_TABLES,
    ...INVOICE_TABLES,
    ...VAT_TABLES,
    ...APPLICATION_TABLES,
    ...EXCEPTION_TABLES,
    ...INBOUND_MAIL_TABLES,
    ...PAYMENT_TABLES,
  ];
  const bulk = new Bulk(tables, [...INVOICE_TABLES, ...REISSUE_TABLES]);
  const rows = new Rows(desk, new CaseRows(bulk, await sharedRows(desk)));
  const cells = cellsOf(operationsOf(schema), rows);

  await bulk.flush(desk);

  const clients = await signIn(desk);
  const ask = (cell: Cell) => call(desk, clients, cell);
  const groups = Map.groupBy(cells, phaseOf);

  const before = await fingerprint(desk);
  const refused = await inParallel(groups.get('refused') ?? [], ask);
  const after = await fingerprint(desk);

  const read = await inParallel(groups.get('read') ?? [], ask);

  const written = await inParallel(groups.get('written') ?? [], ask);

  const signed = await inParallel(groups.get('signed') ?? [], ask, 1);

  return { schema, answers: [...refused, ...read, ...written, ...signed], before, after };
}

/** Reading comes before writing, so that what is read is as planted; signing in and out comes last, one at a time. */
function phaseOf({ operation, expected }: Cell): 'refused' | 'read' | 'written' | 'signed' {
  if (expected !== 'DATA' && expected !== PUBLIC) return 'refused';
  if (SESSION_CHANGES.test(operation.name)) return 'signed';
  return operation.kind === 'query' ? 'read' : 'written';
}

export function expectationOf(line: string): Expectation {
  const expected = OPERATIONS[line];
  if (expected === undefined) return { may: [] };
  return typeof expected === 'string' || Array.isArray(expected)
    ? { may: expected as Expectation['may'] }
    : (expected as Expectation);
}

function cellsOf(operations: readonly Operation[], rows: Rows): Cell[] {
  const byName = new Map(operations.map(operation => [operation.name, operation]));
  return Object.keys(OPERATIONS).flatMap(line => {
    const operation = byName.get(line.split('#')[0] ?? '');
    return operation ? [...firstIdCells(line, operation, rows), ...secondIdCells(line, operation, rows)] : [];
  });
}

function firstIdCells(line: string, operation: Operation, rows: Rows): Cell[] {
  const expectation = expectationOf(line);
  const { row, may } = expectation;
  return [...CALLERS, ...STRANGERS].flatMap(caller => {
    // A stranger's "own" row is an agent's.
    const planted = isStaff(caller) ? caller : 'agent';
    const outside: Target[] =
      row &&
      !['order', 'orderLine', 'firm', 'invoice', 'payment', 'reissue'].includes(row) &&
      caller === 'finance' &&
      may.includes(caller)
        ? ['outside']
        : [];
    return (row ? [...ROW_TARGETS, ...outside] : [null]).map(target => ({
      line,
      operation,
      caller,
      target,
      expected: expectedCode(expectation, caller, target),
      bag: { ...(row && target ? rows.plant(row, planted, target) : {}), ...expectation.with },
    }));
  });
}

/** A row of one's own, and beside it an id of a foreign row, or of none. */
function secondIdCells(line: string, operation: Operation, rows: Rows): Cell[] {
  const { row, may, with: more } = expectationOf(line);
  const seconds = Object.entries(SECOND_IDS).filter(([path]) => path.split('.')[0] === line);
  if (may === PUBLIC) return [];
  return seconds.flatMap(([path, { of, answer, alone, except = [] }]) => {
    const name = path.slice(line.length + 1);
    const cellOf = (caller: Caller, target: 'foreign' | 'missing'): Cell => {
      const own = row && !alone ? rows.plant(row, caller, 'mine') : {};
      const bag = { ...own, ...more, [name]: rows.second(name, of, { caller, target }) };
      return { line, operation, caller, target, second: path, expected: answer, bag };
    };
    return may
      .filter(caller => !except.includes(caller))
      .flatMap(caller => [cellOf(caller, 'foreign'), cellOf(caller, 'missing')]);
  });
}

const isStaff = (caller: Caller | Stranger): caller is Caller => CALLERS.includes(caller as Caller);

function expectedCode(
  { may, everywhere = [], mine = 'DATA', unit = 'DATA', missing = 'NOT_FOUND' }: Expectation,
  caller: Caller | Stranger,
  target: Target | null,
): string {
  if (may === PUBLIC) return PUBLIC;
  if (!isStaff(caller)) return 'UNAUTHENTICATED';
  if (!may.includes(caller)) return 'FORBIDDEN';
  const of = (outcome: typeof mine) => (typeof outcome === 'string' ? outcome : (outcome[caller] ?? 'DATA'));
  if (target === null || target === 'mine') return of(mine);
  if (target === 'unit') return of(unit);
  return target === 'foreign' && everywhere.includes(caller) ? of(unit) : missing;
}

type Clients = Record<Caller | Stranger, Client>;

const GONE = 'sluttet@test.example';

/** Somebody with an agent's rights, who is about to lose them. */
async function goner(desk: Desk): Promise<Client> {
  const insert = `insert into staff_user (organisation_id, name, email, roles, demo) values (1, 'Zqsluttet Prøve', $1, '{AGENT}', true)`;
  await desk.sql.query(insert, [GONE]);
  const client = desk.anonymous();
  await client.ask('mutation SignIn($email: ShortText!) { signInDemo(email: $email) { id } }', {
    email: GONE,
  });
  return client;
}

async function signIn(desk: Desk): Promise<Clients> {
  const clients = {
    anonymous: desk.anonymous(),
    ended: await desk.as('agent'),
    disabled: await goner(desk),
  } as Clients;
  await desk.sql.query('update staff_session set ended_at = now() where staff_user_id = $1', [
    desk.staff.agent,
  ]);
  await desk.sql.query('update staff_user set active = false where email = $1', [GONE]);
  for (const caller of CALLERS) clients[caller] = await desk.as(caller);
  // What the server remembers of a session lasts a second.
  await wait(1_050);
  return clients;
}

async function call(desk: Desk, clients: Clients, cell: Cell): Promise<Answered> {
  const { document, variables } = fullCall(cell.operation, cell.bag);
  const { caller } = cell;
  // Whoever signs in or out needs a session that nobody else uses.
  const client = phaseOf(cell) === 'signed' ? await freshClient(desk, caller) : clients[caller];
  const answer = await client.send<Record<string, unknown>>(document, variables);
  const code = answer.errors?.[0]?.extensions.code ?? 'DATA';
  const body = JSON.stringify(answer).replaceAll(/"requestId":"[^"]*"/g, '');
  return { ...cell, code, body, answer };
}

const freshClient = async (desk: Desk, caller: Caller | Stranger) =>
  isStaff(caller) ? desk.as(caller) : desk.anonymous();
