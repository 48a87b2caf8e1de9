import { extendSchema, type GraphQLSchema, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operationRules } from '../../server/src/platform/access/allow.ts';
import { undecidedFields } from '../../server/src/platform/access/personal-data.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { idsOf, operationsOf } from '../support/full-call.ts';
import { CALLERS, PUBLIC, STRANGERS } from './callers.ts';
import { HARMLESS_IDS, OPERATIONS, SECOND_IDS } from './matrix.ts';
import { type Answered, expectationOf, type Run, runMatrix } from './run.ts';
import { canaries, leaksIn, personalPaths, sightingsOf, wrongSights } from './sightings.ts';

const WHERE = 'write its line in OPERATIONS of test/access/matrix.ts';
const BESIDE = `an id beside the row's own: write its line in SECOND_IDS of test/access/matrix.ts`;
/** Ids by which a call names its row. */
const ROW_ID = /\.(id|caseId|decisionId|orderItemId|checkId|mailId|proposalId|confirmationId)$/;
/** Answers that differ from one moment to the next. */
const LIVELY = ['peekNext'];

const DECLARE = 'say what it tells, or that it is harmless, in server/src/platform/access/personal-data.ts';
/** Paths on which there is never a value, and why. */
const NEVER_FILLED: readonly (readonly [RegExp, string])[] = [
  [/onsequences\.cardholders\./, 'nobody is about to lose an approval: test/api/confirmations.test.ts'],
  [/nboundMail\.text$/, 'the words of the planted mail lie nowhere: test/api/inbound-mail-page.test.ts'],
  [
    /^(previewReissue|proposeReissue|approveReissue)\./,
    'the calls are refused here: test/api/reissues.test.ts',
  ],
  [/^reissueProposals?\..*settledBy\./, 'nobody has settled it'],
  [
    /^withdrawReissue\.rows\.plan\.customerReference$/,
    'the planted invoice has none: test/api/reissues.test.ts',
  ],
  [/^inboundMail\.settledBy\./, 'nobody has sorted it'],
  [/^fileInboundMail\./, 'the planted applications are about persons: test/api/inbound-mail-page.test.ts'],
  [
    /^(closeCase|holdCase|releaseCase|reopenCase|registerInquiry)\.reservation\./,
    'nobody has the case afterwards',
  ],
  [
    /^(registerInvoiceQuery|chooseQueryInvoice|answerInvoiceQuery)\./,
    'an enquiry is about nobody, and the calls are refused here: test/api/invoice-query.test.ts',
  ],
  [
    /^(invoiceQuery\.(candidates|invoice|chosenReason|answers\.codeLines)|invoiceAnswerPreview\.codeLines)/,
    'no invoice is planted: test/api/invoice-query.test.ts',
  ],
  [/(^|\.)takers\./, 'told to a reader who is barred: test/api/staff-ties.test.ts'],
  [/^placePayment\./, 'the invoice it names is nobody’s: test/api/payments.test.ts'],
  [/^(myTies|declareTie)\./, 'nobody here has declared any: test/api/staff-ties.test.ts'],
  [/^production\.(waiting|late)\.releasedBy\./, 'what waits, or is being made, nobody has released'],
  [/^makePrintBatch\./, 'nothing waits to be printed: test/api/post.test.ts'],
  [/^printBatch(es\.rows)?\.(batch\.)?postedBy\./, 'not posted yet'],
  [/^makeVatBatch\.batch\.(sentBy|receiptBy)\./, 'it has just been made, and sent by nobody'],
  [/^(holdCase|resumeCase)\.holdNote$/, 'it begins or ends with the call'],
  [/^(closeCase|registerInquiry)\.(mails|submissions)\./, 'an inquiry has no images'],
  [
    /^(tellEmployerOfTip|askIssuerToBlock)\.(mails|submissions)\./,
    'a tip has no images, and its letter is the issuer’s',
  ],
  [/^registerInquiry\.(barred|drafts|events|links|holdNote)/, 'a new case has no history'],
  [/^unbarPerson\.barred\./, 'the only one who was barred no longer is'],
  [
    /^(accessReview|markOddity|signAccessReview)\./,
    'a review names somebody only after odd lookups: test/api/access-review.test.ts',
  ],
  [/^createStaff\.user\.lastGrant\.(decidedBy|reason)/, 'it has just been proposed'],
  [/^(approve|withdraw)StaffGrant\.lastGrant\.reason/, 'only a rejection needs one'],
  [
    /^(verifyCaller|myCalls)\./,
    'a call stands only for whoever took it, once verified: test/api/caller.test.ts',
  ],
  [/^(firm|revokeDelegation)\.calls\.personName/, 'a call for a firm is about nobody'],
  [
    /^revokeDelegation\.(roles|cases|calls|delegations\.grantedByName)/,
    'a firm of its own: test/api/firm-page.test.ts',
  ],
  [
    /^person\.lookups\./,
    'who has looked shows what others do at the same time: test/api/person-page.test.ts',
  ],
  [
    /^(card|blockCard|recordCard|reissueCard\.card)\.(checks|events)\./,
    'a card of its own: test/api/card-page.test.ts',
  ],
  [
    /^(caseDocuments|strikeDocument)\.documents\./,
    'papers with a name, readers and mistakes: test/api/documents.test.ts',
  ],
  [
    /^(proposeDecision|askForDocuments|acceptLateAppeal|recordAppealsBodyResult)\./,
    'refused for what the planted application is; test/api/decision.test.ts has each one answered',
  ],
  [
    /^(registerAppeal|forwardAppeal|withdrawAppeal)\.(orderItem|submissions|mails|holdNote|drafts|barred|links|reservation)\./,
    'an application has no order line and no images; these have nobody barred, no draft, no link, and nobody has them afterwards',
  ],
  [
    /^(registerAppeal|forwardAppeal|withdrawAppeal)\.(holdNote|events\.(note|oldValue))$/,
    'nobody has held it or written a note; the day of the appeal is all an event of it has',
  ],
  [
    /^((assessCondition|openCardOrdering)\.|applicationDetail\.checklist\.condition\.)/,
    'the planted applications are about exceptions; test/api/approval-story.test.ts has each one answered',
  ],
  [/^peekNext\.submission\.decision\./, 'what comes next is not decided'],
];

let desk: Desk;
let run: Run;
beforeAll(async () => {
  // Everything is asked from one address within a few minutes; paces have tests of their own.
  desk = await startDesk({ env: { REQUEST_BUDGET: '100000000' } });
  run = await runMatrix(desk);
}, 600_000);
afterAll(() => desk.stop());

const title = ({ line, caller, target, second }: Answered) =>
  [line, caller, second && `(${second})`, target].filter(Boolean).join(' ');

describe('what has no expectation fails', () => {
  test('every operation has an expectation, and every expectation an operation', () => {
    expect(missingIn(run.schema)).toEqual([]);
    const names = operationsOf(run.schema).map(({ name }) => name);
    const unknown = Object.keys(OPERATIONS).filter(line => !names.includes(nameOf(line)));
    expect(unknown, 'test/access/matrix.ts names an operation that is gone').toEqual([]);
    expect([...operationRules().keys()].sort()).toEqual(names.sort());
  });

  test('a new operation, or a new id in an old one, is named with the place to write its expectation', () => {
    const doctored = extendSchema(
      run.schema,
      parse(`extend type Query { newThing: Int, case2(caseId: EntityId!): Int }
        extend type Mutation { addThing(input: AddThingInput!): Int }
        input AddThingInput { caseId: EntityId!, otherCaseId: EntityId }
        extend input HoldCaseInput { colleagueId: EntityId }`),
    );
    expect(missingIn(doctored)).toEqual([
      `newThing: ${WHERE}`,
      `case2: ${WHERE}`,
      `addThing: ${WHERE}`,
      `holdCase.colleagueId: an id beside the row's own: write its line in SECOND_IDS of test/access/matrix.ts`,
    ]);
  });
});

const nameOf = (line: string) => line.split('#')[0] ?? '';

/** Operations without an expectation, and ids that no expectation speaks about. */
function missingIn(schema: GraphQLSchema): string[] {
  const operations = operationsOf(schema);
  const named = new Set(Object.keys(OPERATIONS).map(nameOf));
  const listed = [...Object.keys(SECOND_IDS), ...HARMLESS_IDS];
  const isRow = (path: string) => ROW_ID.test(path) && expectationOf(path.split('.')[0] ?? '').row;
  const known = operations.filter(({ name }) => named.has(name));
  return [
    ...operations.filter(({ name }) => !named.has(name)).map(({ name }) => `${name}: ${WHERE}`),
    ...known
      .flatMap(idsOf)
      .filter(path => !listed.includes(path) && !isRow(path))
      .map(path =>
        ROW_ID.test(path) ? `${path}: say in its line which row it names` : `${path}: ${BESIDE}`,
      ),
  ];
}

describe('every role, every operation: own, same unit, foreign, missing', () => {
  test('each call is answered as the matrix says', () => {
    const wrong = run.answers.filter(({ expected, code }) =>
      expected === PUBLIC
        ? ['FORBIDDEN', 'UNAUTHENTICATED', 'INTERNAL', 'BAD_USER_INPUT'].includes(code)
        : code !== expected,
    );
    expect(
      wrong.map(
        cell =>
          `${title(cell)}: ${cell.code}, not ${cell.expected} ${cell.code === 'DATA' ? '' : cell.body.slice(0, 300)}`,
      ),
    ).toEqual([]);
    expect(run.answers.length).toBeGreaterThan(
      (CALLERS.length + STRANGERS.length) * Object.keys(OPERATIONS).length,
    );
  });

  test('what is foreign, or outside a role’s work, is answered letter by letter like what is not there', () => {
    const of = (cell: Answered) => [cell.line, cell.caller, cell.second].join(' ');
    const missing = new Map(
      run.answers.filter(({ target }) => target === 'missing').map(cell => [of(cell), cell]),
    );
    const hidden = run.answers.filter(
      ({ line, target, expected, caller }) =>
        (target === 'foreign' || target === 'outside') &&
        !LIVELY.includes(line) &&
        expected === missing.get(of({ line, caller } as Answered))?.expected,
    );
    const told = hidden.filter(cell => cell.body !== missing.get(of(cell))?.body);
    expect(told.map(cell => `${title(cell)}: ${cell.body} | ${missing.get(of(cell))?.body}`)).toEqual([]);
    expect(hidden.length).toBeGreaterThan(200);
  });

  test('who has no right at all gets one answer, whatever row is named', () => {
    const refused = run.answers.filter(({ line, caller }) => {
      const { may } = expectationOf(line);
      return may !== PUBLIC && !(may as readonly string[]).includes(caller);
    });
    const bodies = new Map<string, Set<string>>();
    for (const { line, code, body } of refused) {
      const key = `${line} ${code}`;
      bodies.set(key, (bodies.get(key) ?? new Set()).add(body));
    }
    expect([...bodies].filter(([, all]) => all.size > 1)).toEqual([]);
    expect(bodies.size).toBeGreaterThan(100);
  });

  test('a refusal changes nothing: not a row, not a version, not an event', () => {
    expect(run.after).toEqual(run.before);
    expect(Object.keys(run.before).length).toBeGreaterThan(20);
  });
});

describe('every personal field, every role, every path', () => {
  test('a field that could tell something about a person is declared, or said to be harmless', () => {
    expect(undecidedFields(run.schema), DECLARE).toEqual([]);
    const doctored = extendSchema(
      run.schema,
      parse(
        `extend type Person { phone: String } extend type CaseRow { diagnosis: ShortText, bornOn: LocalDate }
        type Visit { photo: String! } extend type Query { visit: Visit }`.replace('ShortText', 'String'),
      ),
    );
    const undecided = ['CaseRow.bornOn', 'CaseRow.diagnosis', 'Person.phone', 'Visit.photo'];
    expect(undecidedFields(doctored)).toEqual(undecided);
  });

  test('each role sees of each kind what the table says: nothing, masked, or clear', () => {
    expect(wrongSights(run.answers.flatMap(sightingsOf))).toEqual([]);
  });

  test('no answer to anybody holds a value that is not for him or her, whatever the field is called', () => {
    const all = canaries();
    expect([...new Set(run.answers.flatMap(answer => leaksIn(answer, all)))]).toEqual([]);
    const found = all.filter(({ text, kind }) => kind && run.answers.some(({ body }) => body.includes(text)));
    expect(found.length).toBeGreaterThan(40);
  });

  test('every path from a query or mutation to a personal field has been walked with a value in it', () => {
    const walked = new Set(run.answers.flatMap(sightingsOf).map(({ path }) => path));
    const paths = personalPaths(operationsOf(run.schema));
    expect(
      paths.filter(path => !walked.has(path) && !NEVER_FILLED.some(([never]) => never.test(path))),
    ).toEqual([]);
    expect(paths.length).toBeGreaterThan(500);
  });
});
