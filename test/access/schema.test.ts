import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  getNamedType,
  isInputObjectType,
  isNonNullType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { emitSchema } from '../../server/src/emit-schema.ts';
import { operationRules } from '../../server/src/platform/access/allow.ts';

const CONTRACT = new URL('../../schema/schema.graphql', import.meta.url);

let emitted: string;
beforeAll(async () => {
  emitted = await emitSchema();
});

/** Mutations that carry no expectedVersion, and why nothing a colleague has done can be overwritten by them. */
const WITHOUT_VERSION: Readonly<Record<string, string>> = {
  addNote: 'adds a note; whoever has the case, nothing is overwritten',
  addOrderNote: 'adds a note; whoever has the case, nothing is overwritten',
  createMachineClient: 'creates',
  createStaff: 'creates',
  createWebhook: 'creates',
  replayWebhook: 'sends what was sent once more, as it was',
  replayFailedWebhooks: 'as replayWebhook',
  proposeSetting: 'creates',
  approveSetting: 'of what is proposed nothing can be rewritten; it is decided on once',
  withdrawSetting: 'as approveSetting',
  proposeExceptionRule: 'creates',
  proposeApprovalRule: 'creates',
  proposeWithdrawals: 'each case is opened again as it is then; what cannot be has a result of its own',
  sendConfirmationReminders: 'once each; what cannot be has a result of its own',
  sendAdvanceNotices: 'as sendConfirmationReminders',
  proposeConfirmationWithdrawals: 'as proposeWithdrawals',
  proposeUsualRule: 'creates',
  askApplicationFacts: 'what the registers say is written, whoever asked',
  approveExceptionRule: 'as approveSetting',
  withdrawExceptionRule: 'as approveSetting',
  proposeDecisionText: 'creates',
  approveDecisionText: 'as approveSetting',
  withdrawDecisionText: 'as approveSetting',
  proposeReissue: 'creates; what stands on an invoice never changes',
  runJob: 'asks for a run; nothing is overwritten',
  makeVatBatch: 'takes what waits; nothing is overwritten',
  makePrintBatch: 'as makeVatBatch',
  exportJournal: 'reads and logs',
  closeBooks: 'closes once, and for good',
  makeAccessAnswer: 'reads and logs',
  markOddity: 'adds a word, changes none',
  registerPowerOfAttorney: 'a new row',
  approveDecision: 'names the digest of what was seen',
  markProposalPartSeen: 'adds a tick',
  returnProposal: 'of what waits; settled once',
  strikeDocument: 'once, and only what stands',
  verifyCaller: 'writes down a call; changes nothing',
  registerInquiry: 'creates',
  registerInvoiceQuery: 'creates',
  registerApplication: 'creates',
  registerApproval: 'creates',
  recordControlVisit: 'a new row; one takes the place of another once',
  takeNext: 'the server chooses the case',
  extendReservation:
    'only a reservation that is the caller’s own, and changes nothing a colleague sees as newer',
  refreshFirm: 'the register says what the firm is; nothing of ours is overwritten',
  undoExplanation: 'names one letter that waits or is gone; its text is a draft again',
  undoDecision: 'names one decision that stands or is undone; a colleague may have taken the case meanwhile',
  endStaffSessions: 'ends what there is',
  revealNationalId: 'reads, and the reading is logged',
  discardDraft: 'the caller’s own draft',
  discardOrderDraft: 'the caller’s own draft',
  savePreferences: 'the caller’s own',
  signAccessReview: 'a week is signed once',
  signIn: 'the caller’s own session',
  signInDemo: 'the caller’s own session',
  signOut: 'the caller’s own session',
  signOutEverywhere: 'the caller’s own sessions',
  changePassword: 'needs the password that is changed',
  confirmSignIn: 'the caller’s own session',
  endMySession: 'ends what there is',
  declareTie: 'adds to what is the caller’s own',
  endTie: 'the caller’s own, ended once',
  endMyOtherSessions: 'ends what there is',
};

/** Whether a mutation takes the version the caller saw, as an argument or in its input. */
function takesVersion({ args }: GraphQLField<unknown, unknown>): boolean {
  const inputs = args.map(({ type }) => getNamedType(type)).filter(isInputObjectType);
  const needed = [...args, ...inputs.flatMap(input => Object.values(input.getFields()))];
  return needed.some(({ name, type }) => name === 'expectedVersion' && isNonNullType(type));
}

describe('the schema', () => {
  test('every mutation takes the version the caller saw, or there is nothing it could overwrite', () => {
    const mutations = Object.values(buildSchema(emitted).getMutationType()?.getFields() ?? {});
    const without = mutations.filter(mutation => !takesVersion(mutation)).map(({ name }) => name);
    expect(without.sort()).toEqual(Object.keys(WITHOUT_VERSION).sort());
  });

  test('that the server serves is the one in schema/schema.graphql', () => {
    const contract = lexicographicSortSchema(buildSchema(readFileSync(CONTRACT, 'utf8')));
    expect(emitted.trim()).toBe(printSchema(contract).trim());
  });

  test('every operation says who may call it', () => {
    expect(operationRules().get('auditLog')).toEqual({ resource: 'audit', action: 'read' });
    expect(operationRules().get('deskSettings')).toBe('public');
  });
});
