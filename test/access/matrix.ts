/**
 * Who may call what, for which row: one line per query and mutation. Everything else (the calls, the rows, who is refused
 * and how) follows from it. It never looks into policy.csv: what stands there is what is tested.
 */
import { inDays } from '../support/days.ts';
import { textProposal } from '../support/decision-texts.ts';
import { approvalProposal, exceptionProposal, usualProposal } from '../support/exception-rules.ts';
import { emailOf, PASSWORD } from '../support/staff.ts';
import {
  ADMINS,
  AUDITORS,
  AUTHORITY,
  CASE_READERS,
  CASE_WORKERS,
  CATALOGUE_LEADERS,
  CATALOGUE_READERS,
  CATALOGUE_REVIEWERS,
  type Caller,
  CLOCK_READERS,
  EVIDENCE_READERS,
  IMAGE_DESK,
  LEADERS,
  LETTER_DESK,
  LETTER_READERS,
  ORDER_DESK,
  ORDER_READERS,
  PAPER_NAMERS,
  POST_READERS,
  PRODUCTION_READERS,
  PUBLIC,
  REVIEWERS,
  SIGNED_IN,
} from './callers.ts';
import type { RowKind } from './rows.ts';
import { PLANTED_READING } from './shared-rows.ts';

/** DATA, or the code of the refusal; for all who may call it, or by caller. */
type Outcome = string | Readonly<Partial<Record<Caller, string>>>;

export interface Expectation {
  /** Everyone else gets FORBIDDEN, strangers UNAUTHENTICATED, whatever row they name. */
  readonly may: readonly Caller[] | typeof PUBLIC;
  /** The row its id names: it is then asked about mine, a colleague's, a foreign one and a missing one. */
  readonly row?: RowKind;
  /** Who reaches rows of every organisation; for the others a foreign row is like a missing one. */
  readonly everywhere?: readonly Caller[];
  /** Of a row that is mine, or of a call that names none. Default: DATA. */
  readonly mine?: Outcome;
  /** Of a colleague's row in my organisation. Default: DATA. */
  readonly unit?: Outcome;
  /** Of a row that is not there. Default: NOT_FOUND. */
  readonly missing?: string;
  /** Values for arguments or input fields, by name; what is required and not named here is made up. */
  readonly with?: Readonly<Record<string, unknown>>;
}

/** A bare list of callers: the operation names no row. `name#variant`: the same operation asked about another row. */
export type Expected = Expectation | readonly Caller[] | typeof PUBLIC;

const on = (
  row: RowKind,
  may: readonly Caller[],
  more: Omit<Expectation, 'may' | 'row'> = {},
): Expectation => ({ row, may, ...more });

/** Only whoever has the case may. */
const owner = { unit: 'RESERVED_BY_OTHER' } as const;
const auditorToo = { everywhere: AUDITORS } as const;
/** Finance has to do with inquiries only. */
const notFinance = { mine: { finance: 'NOT_FOUND' }, unit: { finance: 'NOT_FOUND' } } as const;
/** Of those who see tips at all, only whoever has the case may. */
const lost = 'RESERVED_BY_OTHER';
const decider = { unit: 'RESERVED_BY_OTHER' } as const;
const tipOwner = {
  mine: { finance: 'NOT_FOUND' },
  unit: { agent: lost, senior: lost, caseworker: lost, lead: lost, finance: 'NOT_FOUND' },
} as const;
const soon = { until: inDays(7) } as const;

const FINANCE: readonly Caller[] = ['finance'];
const INVOICE_INTAKE: readonly Caller[] = ['agent', 'senior', 'finance'];
const CASEWORKERS: readonly Caller[] = ['caseworker', 'lead'];
/** Of a firm alone; the firm comes with the row. */
const APPLICATION = {
  ...{ code: 'VAT_SVALBARD', channel: 'LETTER', receivedOn: inDays(-1), language: 'nb' },
  ...{ applicant: null, related: null },
} as const;
const APPLICATION_READERS: readonly Caller[] = [...POST_READERS, ...AUDITORS];
const ENTRY_READERS: readonly Caller[] = ['caseworker', 'lead', ...AUDITORS];
const FIRM_REGISTER_READERS: readonly Caller[] = [...POST_READERS, ...AUDITORS];
const VAT_READERS: readonly Caller[] = ['caseworker', 'lead', ...AUDITORS];
const CARD_READERS: readonly Caller[] = [...IMAGE_DESK, ...AUDITORS];
/** What somebody on the phone says; the number is one that could be. */
const CALLER = {
  nationalId: '57858512370',
  name: 'Zqsier Dette',
  street: 'Gata 1',
  postcode: '0155',
} as const;
const PAPER = {
  ...{ holderName: 'Zqsier Dette', holderBirthDate: '1985-05-17', scope: 'CARDS' },
  ...{ fromOn: inDays(-1), toOn: inDays(9), receivedOn: inDays(-1) },
} as const;

export const OPERATIONS: Readonly<Record<string, Expected>> = {
  // Before and around signing in
  deskSettings: PUBLIC,
  me: PUBLIC,
  signIn: { may: PUBLIC, with: { email: emailOf('colleague'), password: PASSWORD } },
  signInDemo: { may: PUBLIC, with: { email: emailOf('colleague') } },
  changePassword: {
    may: PUBLIC,
    with: { email: emailOf('colleague'), password: PASSWORD, newPassword: 'en-lang-tur-i-fjellet' },
  },
  signOut: PUBLIC,
  confirmSignIn: SIGNED_IN,
  endMySession: { may: SIGNED_IN, mine: 'NOT_FOUND' },
  endMyOtherSessions: SIGNED_IN,
  mySessions: SIGNED_IN,
  // Her own ties are each one's own, whatever her role.
  myTies: SIGNED_IN,
  declareTie: { may: SIGNED_IN, mine: 'VALIDATION_FAILED' },
  endTie: { may: SIGNED_IN, mine: 'NOT_FOUND' },
  signOutEverywhere: SIGNED_IN,
  savePreferences: SIGNED_IN,
  menuCounts: SIGNED_IN,
  myDay: SIGNED_IN,

  // Looking at cases
  cases: CASE_READERS,
  caseFacets: CASE_READERS,
  myCases: CASE_READERS,
  case: on('inquiry', CASE_READERS, auditorToo),
  'case#image': on('pair', CASE_READERS, { ...auditorToo, ...notFinance }),
  'case#closed': on('decided', CASE_READERS, { ...auditorToo, ...notFinance }),
  deadlineIfHeld: on('inquiry', CASE_READERS, { ...auditorToo, with: soon }),
  search: { may: CASE_READERS, with: { text: 'Zqnavn' } },
  colleagues: CASE_WORKERS,

  // Working on cases
  takeNext: { may: CASE_WORKERS, with: { queue: 'INQUIRY' } },
  takeCase: on('inquiry', CASE_WORKERS, owner),
  extendReservation: on('inquiry', CASE_WORKERS, owner),
  releaseCase: on('inquiry', CASE_WORKERS, owner),
  skipCase: on('inquiry', CASE_WORKERS, owner),
  handOverCase: on('inquiry', CASE_WORKERS, owner),
  holdCase: on('inquiry', CASE_WORKERS, { ...owner, with: soon }),
  resumeCase: on('held', CASE_WORKERS, owner),
  closeCase: on('plainInquiry', CASE_WORKERS, owner),
  setPriority: on('inquiry', CASE_WORKERS, owner),
  setPromise: on('inquiry', CASE_WORKERS, owner),
  registerInquiry: CASE_WORKERS,
  'registerInquiry#order': on('order', CASE_WORKERS, { missing: 'VALIDATION_FAILED' }),
  addNote: on('inquiry', CASE_WORKERS),
  linkCase: on('inquiry', CASE_WORKERS),
  unlinkCase: on('inquiry', CASE_WORKERS),
  barPerson: on('inquiry', CASE_WORKERS),
  unbarPerson: on('barred', CASE_WORKERS),
  saveDraft: on('inquiry', CASE_WORKERS, { with: { action: 'NOTE', expectedVersion: 0 } }),
  // One's own draft, there or not: nothing is told about the case.
  discardDraft: on('inquiry', CASE_WORKERS, { missing: 'DATA', with: { action: 'NOTE' } }),
  reopenCase: on('closed', LEADERS),

  // Tips about cards; finance has to do with inquiries only
  tipCard: on('tip', CASE_READERS, { ...auditorToo, ...notFinance }),
  tellEmployerOfTip: on('tip', CASE_WORKERS, tipOwner),
  askIssuerToBlock: on('tip', CASE_WORKERS, tipOwner),

  // What firms ask about invoices: the issuer takes it in, finance alone reads and answers it
  invoiceQuery: on('invoiceQuery', FINANCE),
  invoiceAnswerPreview: on('invoiceQuery', FINANCE, { with: { outcome: 'ASKED_BACK' } }),
  registerInvoiceQuery: {
    may: INVOICE_INTAKE,
    with: { contactEmail: 'kari@firma.example', channel: 'PHONE' },
  },
  chooseQueryInvoice: on('invoiceQuery', FINANCE, { mine: 'VALIDATION_FAILED', unit: 'RESERVED_BY_OTHER' }),
  answerInvoiceQuery: on('invoiceQuery', FINANCE, {
    ...{ mine: 'ANSWER_CHANGED', unit: 'RESERVED_BY_OTHER', with: { outcome: 'ASKED_BACK' } },
  }),

  // Papers of applications
  caseDocuments: on('application', PAPER_NAMERS, auditorToo),
  'caseDocuments#registered': on('registered', PAPER_NAMERS, auditorToo),
  strikeDocument: on('document', POST_READERS, { with: { reason: 'Feil sak' } }),

  // Orders
  orders: ORDER_READERS,
  order: on('orderLine', ORDER_READERS, auditorToo),
  explanationPreview: on('orderLine', ORDER_DESK),
  sendExplanation: on('orderLine', ORDER_DESK, { with: { text: 'Rett a-meldingen' } }),
  // Whoever sent it.
  undoExplanation: on('explanation', ORDER_DESK, { unit: 'FORBIDDEN' }),
  cancelOrderItem: on('orderLine', LEADERS, { with: { reason: 'DUPLICATE' } }),
  addOrderNote: on('orderLine', ORDER_DESK),
  saveOrderDraft: on('orderLine', ORDER_DESK, { with: { action: 'EXPLAIN', expectedVersion: 0 } }),
  discardOrderDraft: on('orderLine', ORDER_DESK, { missing: 'DATA', with: { action: 'NOTE' } }),

  // Photos and identity documents
  imageBench: on('pair', IMAGE_DESK),
  'imageBench#closed': on('decided', IMAGE_DESK),
  peekNext: { may: IMAGE_DESK, with: { queue: 'IMAGE_REVIEW' } },
  reasonCatalogue: IMAGE_DESK,
  approveImages: on('pair', IMAGE_DESK, owner),
  rejectImages: on('pair', IMAGE_DESK, owner),
  undoDecision: on('decided', IMAGE_DESK, { unit: { agent: 'FORBIDDEN', senior: 'DATA' } }),
  createUploadTicket: on('waiting', IMAGE_DESK, owner),
  sendUploadLink: on('waiting', IMAGE_DESK, owner),
  revokeUploadLink: on('waiting', IMAGE_DESK, owner),
  mailPreview: on('pair', IMAGE_DESK, { unit: 'FORBIDDEN' }),

  // Mail
  outbox: POST_READERS,
  mail: on('mail', POST_READERS),
  retryMail: on('failedMail', LEADERS),
  settleMail: on('uncertainMail', LEADERS),

  // Mail that came in: the authority's. None of it may be put on an application about a person.
  inboundMails: { may: CASEWORKERS, with: { state: 'TO_SORT' } },
  inboundMail: on('inboundMail', CASEWORKERS),
  inboundMailTargets: CASEWORKERS,
  fileInboundMail: on('inboundMail', CASEWORKERS, { mine: 'CASE_TAKES_NO_MAIL', unit: 'CASE_TAKES_NO_MAIL' }),
  refuseInboundMail: on('inboundMail', CASEWORKERS),
  discardInboundMail: on('inboundMail', CASEWORKERS),

  // Callers: the register is silent here, so that nobody is verified (test/api/caller.test.ts)
  verifyCaller: { may: POST_READERS, with: { ...CALLER, capacity: 'SELF' } },
  'verifyCaller#power': {
    may: POST_READERS,
    with: { ...CALLER, capacity: 'POWER_OF_ATTORNEY' },
    mine: 'VALIDATION_FAILED',
  },
  // Cards, firms and persons
  cards: CARD_READERS,
  card: on('card', CARD_READERS, auditorToo),
  blockCard: on('card', IMAGE_DESK, { with: { request: 'OWN' } }),
  'blockCard#phone': on('card', IMAGE_DESK, {
    ...{ with: { request: 'PHONE' }, mine: 'CALL_NOT_VERIFIED' },
    ...{ unit: 'CALL_NOT_VERIFIED', missing: 'CALL_NOT_VERIFIED' },
  }),
  recordCard: on('card', IMAGE_DESK, { with: { what: 'SHREDDED', on: inDays(-1) } }),
  reissueCard: on('card', LEADERS),
  // The register of firms is open; what stands beside it is of the organisation.
  firm: on('firm', CASE_READERS, { everywhere: CASE_READERS }),
  firmEmployees: on('firm', CASE_READERS, { everywhere: CASE_READERS }),
  refreshFirm: on('firm', ['agent', 'senior', 'caseworker', 'lead'], {
    everywhere: ['agent', 'senior', 'caseworker', 'lead'],
  }),
  revokeDelegation: on('delegation', ['senior']),
  person: on('person', POST_READERS),

  myCalls: POST_READERS,
  powersOfAttorney: on('person', POST_READERS),
  registerPowerOfAttorney: on('person', POST_READERS, { with: PAPER }),
  withdrawPowerOfAttorney: on('power', POST_READERS),

  // National ID numbers, staff, audit
  revealNationalId: on('inquiry', LEADERS),
  machineClients: [...ADMINS, ...AUDITORS],
  machineClient: on('machine', [...ADMINS, ...AUDITORS], { everywhere: [...ADMINS, ...AUDITORS] }),
  createMachineClient: {
    may: ADMINS,
    with: { kind: 'PORTAL', authentication: 'SECRET', scopes: ['order.read'], orgNumber: null, jwks: null },
  },
  updateMachineClient: on('machine', ADMINS, { everywhere: ADMINS, with: { jwks: null } }),
  makeMachineSecret: on('machine', ADMINS, { everywhere: ADMINS }),
  endMachineSecret: on('machine', ADMINS, { everywhere: ADMINS }),
  webhookEndpoints: [...ADMINS, ...AUDITORS],
  webhookDeliveries: [...ADMINS, ...AUDITORS],
  createWebhook: on('machine', ADMINS, {
    everywhere: ADMINS,
    missing: 'VALIDATION_FAILED',
    with: { url: 'http://127.0.0.1:9/hook', topics: ['card.status'] },
  }),
  updateWebhook: on('webhook', ADMINS, { everywhere: ADMINS }),
  makeWebhookSecret: on('webhook', ADMINS, { everywhere: ADMINS }),
  resumeWebhook: on('webhook', ADMINS, { everywhere: ADMINS }),
  replayWebhook: on('delivery', ADMINS, { everywhere: ADMINS }),
  replayFailedWebhooks: on('webhook', ADMINS, {
    everywhere: ADMINS,
    with: { from: '2026-11-01T00:00:00Z', to: '2027-11-01T00:00:00Z' },
  }),
  staffUsers: ADMINS,
  staffUser: on('staff', ADMINS, { everywhere: ADMINS }),
  staffOrganisations: ADMINS,
  createStaff: {
    may: ADMINS,
    with: { email: 'ny.ansatt@test.example', organisationId: '1', roles: ['AGENT'] },
  },
  updateStaff: on('staff', ADMINS, { everywhere: ADMINS, mine: 'FORBIDDEN' }),
  endStaffSessions: on('staff', ADMINS, { everywhere: ADMINS, mine: 'FORBIDDEN' }),
  resetStaffPassword: on('staff', ADMINS, { everywhere: ADMINS, mine: 'FORBIDDEN' }),
  // Never by who proposed it; taken back by nobody else.
  approveStaffGrant: on('grant', ADMINS, { everywhere: ADMINS, mine: 'FORBIDDEN' }),
  rejectStaffGrant: on('grant', ADMINS, { everywhere: ADMINS, mine: 'FORBIDDEN' }),
  withdrawStaffGrant: on('grant', ADMINS, { everywhere: ADMINS, unit: 'FORBIDDEN' }),
  transportDuty: { may: CASE_WORKERS, with: { totalKg: 3500 } },
  // Rules of the scheme: never approved by who proposed them.
  schemeSettings: [...AUDITORS, ...ADMINS],
  proposeSetting: {
    may: ADMINS,
    with: { key: 'AUTO_CANCEL_WORKING_DAYS', value: '25', validFrom: inDays(40) },
  },
  approveSetting: on('setting', ADMINS, { everywhere: ADMINS, mine: 'FORBIDDEN' }),
  withdrawSetting: on('setting', ADMINS, { everywhere: ADMINS }),
  // What the registers say beside a claim.
  applicationFacts: on('application', CATALOGUE_REVIEWERS, auditorToo),
  askApplicationFacts: on('application', ['caseworker', 'lead']),
  // Decisions on applications: one proposes, another signs, and both have opened what they decide on.
  decisionPreview: on('application', AUTHORITY),
  documentRequest: on('application', AUTHORITY),
  decisionProposal: on('proposal', [...AUTHORITY, ...AUDITORS]),
  proposeDecision: on('application', AUTHORITY, { ...decider, mine: 'VALIDATION_FAILED' }),
  askForDocuments: on('application', AUTHORITY, { ...decider, mine: 'NOTHING_MISSING' }),
  // Of firms that apply for approval; the planted one is about an exception.
  assessCondition: on('application', AUTHORITY, {
    ...{ mine: 'ACTION_NOT_AVAILABLE', unit: 'ACTION_NOT_AVAILABLE' },
    with: { key: 'INJURY_INSURED', state: 'MET' },
  }),
  openCardOrdering: on('application', AUTHORITY, {
    mine: 'ACTION_NOT_AVAILABLE',
    unit: 'ACTION_NOT_AVAILABLE',
  }),
  registerApproval: on('firm', AUTHORITY, {
    ...{ everywhere: AUTHORITY, missing: 'VALIDATION_FAILED' },
    with: {
      code: 'CLEANING_FIRM',
      channel: 'LETTER',
      receivedOn: inDays(-1),
      language: 'nb',
      employees: 0,
      workers: 1,
    },
  }),
  approveDecision: on('proposal', CATALOGUE_LEADERS, { mine: 'FORBIDDEN' }),
  returnProposal: on('proposal', AUTHORITY, { unit: { caseworker: 'FORBIDDEN' } }),
  markProposalPartSeen: on('proposal', AUTHORITY),
  registerAppeal: on('decision', AUTHORITY, { with: { receivedOn: inDays(-1) } }),
  acceptLateAppeal: on('appeal', AUTHORITY, { ...decider, mine: 'ACTION_NOT_AVAILABLE' }),
  forwardAppeal: on('appeal', AUTHORITY, decider),
  withdrawAppeal: on('appeal', AUTHORITY, decider),
  recordAppealsBodyResult: on('appeal', AUTHORITY, {
    mine: 'ACTION_NOT_AVAILABLE',
    unit: 'ACTION_NOT_AVAILABLE',
    with: { decidedOn: inDays(-1) },
  }),

  // What each exception asks for: changed by two leaders of the authority.
  exceptionCatalogue: CATALOGUE_READERS,
  decisionTexts: CATALOGUE_READERS,
  exceptionRuleChanges: CATALOGUE_REVIEWERS,
  usualRuleChanges: CATALOGUE_REVIEWERS,
  approvalRuleChanges: CATALOGUE_REVIEWERS,
  proposeApprovalRule: { may: CATALOGUE_LEADERS, with: approvalProposal('CAR_CARE_FIRM', inDays(43)) },
  proposeUsualRule: { may: CATALOGUE_LEADERS, with: usualProposal(inDays(41)) },
  decisionTextCatalogue: CATALOGUE_REVIEWERS,
  decisionTextHistory: { may: CATALOGUE_REVIEWERS, with: { kind: 'GROUND', code: 'CONDITIONS_MET' } },
  proposeDecisionText: { may: CATALOGUE_LEADERS, with: textProposal(inDays(42)) },
  approveDecisionText: on('decisionText', CATALOGUE_LEADERS, {
    ...{ everywhere: CATALOGUE_LEADERS, mine: 'FORBIDDEN', with: { kind: 'GROUND' } },
  }),
  withdrawDecisionText: on('decisionText', CATALOGUE_LEADERS, {
    ...{ everywhere: CATALOGUE_LEADERS, with: { kind: 'GROUND' } },
  }),
  proposeExceptionRule: {
    may: CATALOGUE_LEADERS,
    with: exceptionProposal('VAT_SVALBARD', inDays(40)),
  },
  approveExceptionRule: on('exceptionRule', CATALOGUE_LEADERS, {
    everywhere: CATALOGUE_LEADERS,
    mine: 'FORBIDDEN',
  }),
  rehearseExceptionRule: on('exceptionRule', CATALOGUE_LEADERS, { everywhere: CATALOGUE_LEADERS }),
  rehearseUsualRule: on('usualRule', CATALOGUE_LEADERS, { everywhere: CATALOGUE_LEADERS }),
  withdrawExceptionRule: on('exceptionRule', CATALOGUE_LEADERS, { everywhere: CATALOGUE_LEADERS }),
  // What the registers said
  registerChecks: on('check', EVIDENCE_READERS, auditorToo),
  registerAnswer: on('check', EVIDENCE_READERS, auditorToo),
  checkAgain: on('check', IMAGE_DESK),
  // Cards in production
  production: PRODUCTION_READERS,
  productionBatch: on('batch', PRODUCTION_READERS, auditorToo),
  releaseProductionLine: on('productionLine', LEADERS),
  // Applications for exceptions: the authority's, and for the issuer those it registered
  applicationDetail: on('application', APPLICATION_READERS, auditorToo),
  'applicationDetail#registered': on('registered', APPLICATION_READERS, auditorToo),
  'applicationDetail#decided': on('decision', APPLICATION_READERS, auditorToo),
  applications: { may: APPLICATION_READERS, with: { text: 'Zqnavn' } },
  applicationOptions: on('orderLine', POST_READERS, {
    mine: { caseworker: 'NOT_FOUND' },
    unit: { caseworker: 'NOT_FOUND' },
  }),
  precedents: on('application', ['caseworker', 'lead', ...AUDITORS], auditorToo),
  registerApplication: on('firm', POST_READERS, {
    ...{ everywhere: POST_READERS, missing: 'VALIDATION_FAILED', with: APPLICATION },
  }),
  'registerApplication#line': on('orderLine', POST_READERS, {
    ...{ missing: 'VALIDATION_FAILED', with: { ...APPLICATION, orgNumber: null } },
    mine: { caseworker: 'VALIDATION_FAILED' },
    unit: { caseworker: 'VALIDATION_FAILED' },
  }),
  handOverApplication: on('registered', ['agent', 'senior'], { missing: 'ACTION_NOT_AVAILABLE' }),
  // Registers of exceptions: the authority's
  exceptionEntries: ENTRY_READERS,
  withdrawalPreview: AUTHORITY,
  proposeWithdrawals: AUTHORITY,
  // Yearly confirmations: the authority's
  confirmationCampaigns: [...AUTHORITY, ...AUDITORS],
  confirmationCampaign: on('campaign', [...AUTHORITY, ...AUDITORS], auditorToo),
  recordConfirmation: on('confirmation', AUTHORITY, {
    with: { channel: 'LETTER', receivedOn: inDays(-1), employees: 2, statements: ['CONDITIONS_MET'] },
  }),
  sendConfirmationReminders: AUTHORITY,
  sendAdvanceNotices: AUTHORITY,
  previewConfirmationWithdrawals: AUTHORITY,
  proposeConfirmationWithdrawals: AUTHORITY,
  withdrawalConsequences: AUTHORITY,
  exceptionEntry: on('entry', ENTRY_READERS, auditorToo),
  // Firms declared not liable to VAT: the authority's
  // The post and the journal
  letters: LETTER_READERS,
  letter: on('letter', LETTER_DESK),
  cancelLetter: on('letter', LETTER_DESK),
  recordReturnedLetter: on('postedLetter', LETTER_DESK, { with: { returnedOn: '2026-11-20' } }),
  resendLetter: on('returnedLetter', LETTER_DESK),
  printBatches: LETTER_DESK,
  printBatch: on('printBatch', LETTER_DESK),
  // What waits to be printed: test/api/post.test.ts.
  makePrintBatch: { may: LETTER_DESK, with: { protected: false }, mine: 'NOTHING_WAITS' },
  recordPrintBatchPosted: on('printBatch', LETTER_DESK),
  journal: LETTER_READERS,
  exportJournal: { may: ['lead'], with: { from: '2026-11-01', to: '2026-11-30' } },

  invoices: ['finance'],
  invoice: on('invoice', ['finance']),
  books: ['finance'],
  closeBooks: { may: ['finance'], with: { through: '2019-12-31' } },

  approvedFirms: FIRM_REGISTER_READERS,
  // Control visits at firms: the authority's, of firms that everybody knows
  controlVisits: on('firm', AUTHORITY, { everywhere: AUTHORITY }),
  recordControlVisit: on('firm', AUTHORITY, {
    everywhere: AUTHORITY,
    with: {
      ...{ visitedOn: inDays(-1), outcome: 'NO_FINDINGS', place: null, findings: null, reason: null },
      ...{ visitorIds: null, documentId: null, replacesId: null },
    },
  }),
  payments: ['finance'],
  payment: on('payment', ['finance']),
  paymentFiles: ['finance'],
  // The invoice it names is nobody's
  placePayment: on('payment', ['finance'], {
    mine: 'NOT_FOUND',
    unit: 'NOT_FOUND',
    with: { reason: 'Ringt betaleren' },
  }),
  // Invoices issued anew: nobody approves her own, and nobody else withdraws it
  previewReissue: { may: ['finance'], with: { invoiceIds: ['987654321098'] }, mine: 'NOT_FOUND' },
  proposeReissue: { may: ['finance'], with: { invoiceIds: ['987654321098'] }, mine: 'NOT_FOUND' },
  reissueProposals: ['finance'],
  reissueProposal: on('reissue', ['finance']),
  approveReissue: on('reissue', ['finance'], { mine: 'FORBIDDEN', unit: 'REISSUE_CHANGED' }),
  rejectReissue: on('reissue', ['finance'], { mine: 'FORBIDDEN' }),
  withdrawReissue: on('reissue', ['finance'], { unit: 'FORBIDDEN' }),
  vatBatches: VAT_READERS,
  vatFollowUp: VAT_READERS,
  vatBatch: on('vatBatch', VAT_READERS, { everywhere: VAT_READERS }),
  makeVatBatch: ['lead'],
  recordVatBatchSent: on('vatBatch', ['lead'], { everywhere: ['lead'] }),
  recordVatReceipt: on('vatBatch', ['lead'], { everywhere: ['lead'] }),
  // What the desk does by itself
  clockPage: CLOCK_READERS,
  jobRuns: { may: CLOCK_READERS, with: { job: 'retention' } },
  jobRehearsal: { may: CLOCK_READERS, with: { job: 'auto-cancel', on: inDays(30) } },
  runJob: { may: ADMINS, with: { job: 'retention' } },
  auditLog: AUDITORS,
  accessReview: REVIEWERS,
  // The made-up key names no oddity.
  markOddity: { may: REVIEWERS, mine: 'NOT_FOUND', with: { weekOn: inDays(-14) } },
  signAccessReview: { may: LEADERS, with: { weekOn: inDays(-14) } },
  makeAccessAnswer: on('pair', REVIEWERS, auditorToo),
  'auditLog#reading': { may: AUDITORS, with: { 'filter.operation': PLANTED_READING } },
};

interface SecondId {
  readonly of: RowKind;
  readonly answer: string;
  /** Given instead of the row's own id. */
  readonly alone?: true;
  /** Who reaches rows of every organisation. */
  readonly except?: readonly Caller[];
}

/** An id beside the row's own, as `operation.argument`: one of another organisation is answered like one that is not there. */
export const SECOND_IDS: Readonly<Record<string, SecondId>> = {
  'placePayment.invoiceId': { of: 'invoice', answer: 'NOT_FOUND' },
  'case.number': { of: 'inquiry', answer: 'NOT_FOUND', alone: true, except: AUDITORS },
  'order.number': { of: 'orderLine', answer: 'NOT_FOUND', alone: true, except: AUDITORS },
  'linkCase.number': { of: 'inquiry', answer: 'VALIDATION_FAILED' },
  'unlinkCase.linkId': { of: 'inquiry', answer: 'NOT_FOUND' },
  'barPerson.staffId': { of: 'staff', answer: 'VALIDATION_FAILED' },
  'unbarPerson.staffId': { of: 'staff', answer: 'NOT_FOUND' },
  'handOverCase.toStaffId': { of: 'staff', answer: 'VALIDATION_FAILED' },
  'revealNationalId.personId': { of: 'inquiry', answer: 'NOT_FOUND' },
  'letters.filter.caseId': { of: 'letter', answer: 'DATA' },
  'outbox.filter.caseId': { of: 'inquiry', answer: 'DATA' },
  'precedents.applicationId': { of: 'application', answer: 'NOT_FOUND', alone: true, except: AUDITORS },
  'handOverApplication.applicationId': { of: 'registered', answer: 'ACTION_NOT_AVAILABLE', alone: true },
  'makeAccessAnswer.personId': { of: 'pair', answer: 'NOT_FOUND' },
  'accessReview.organisationId': { of: 'staff', answer: 'NOT_FOUND' },
  'markOddity.organisationId': { of: 'staff', answer: 'NOT_FOUND' },
  'peekNext.except': { of: 'pair', answer: 'DATA' },
  'blockCard.cardId': { of: 'card', answer: 'NOT_FOUND', alone: true },
  'recordCard.cardId': { of: 'card', answer: 'NOT_FOUND', alone: true },
  'reissueCard.cardId': { of: 'card', answer: 'NOT_FOUND', alone: true },
  'verifyCaller.personId': { of: 'person', answer: 'NOT_FOUND' },
  'verifyCaller.orderItemId': { of: 'pair', answer: 'NOT_FOUND' },
  'verifyCaller.cardId': { of: 'card', answer: 'NOT_FOUND' },
  'verifyCaller.powerOfAttorneyId': { of: 'power', answer: 'VALIDATION_FAILED' },
  'verifyCaller#power.powerOfAttorneyId': { of: 'power', answer: 'NOT_FOUND' },
  'powersOfAttorney.personId': { of: 'person', answer: 'NOT_FOUND', alone: true },
  'registerPowerOfAttorney.personId': { of: 'person', answer: 'NOT_FOUND', alone: true },
  'fileInboundMail.caseId': { of: 'application', answer: 'NOT_FOUND' },
  'recordControlVisit.visitorIds': { of: 'staff', answer: 'VALIDATION_FAILED' },
  'recordControlVisit.documentId': { of: 'document', answer: 'VALIDATION_FAILED' },
  'recordControlVisit.replacesId': { of: 'visit', answer: 'VALIDATION_FAILED' },
  'strikeDocument.documentId': { of: 'document', answer: 'NOT_FOUND', alone: true },
  'endMachineSecret.secretId': { of: 'machine', answer: 'NOT_FOUND' },
};

/** Ids that only filter, or choose, among what the caller sees all of. */
export const HARMLESS_IDS = [
  // NOT_FOUND when one of them is not to be seen: test/api/reissues.test.ts.
  'previewReissue.invoiceIds',
  'proposeReissue.invoiceIds',
  // Words of the catalogue, open to whoever decides; a paper must be the case's own: test/api/decision.test.ts.
  'decisionPreview.groundIds',
  'decisionPreview.statuteIds',
  'proposeDecision.groundIds',
  'proposeWithdrawals.groundIds',
  'proposeWithdrawals.statuteIds',
  // A result per row, NOT_FOUND for what is not theirs: test/api/exception-entries.test.ts.
  'withdrawalPreview.entryIds',
  'proposeWithdrawals.entryIds',
  // Each has a result of its own, the same for a foreign one and one that is not there: test/api/confirmations.test.ts.
  'sendConfirmationReminders.confirmationIds',
  'sendAdvanceNotices.confirmationIds',
  'sendAdvanceNotices.statuteIds',
  'previewConfirmationWithdrawals.confirmationIds',
  'proposeConfirmationWithdrawals.confirmationIds',
  'proposeConfirmationWithdrawals.groundIds',
  'proposeConfirmationWithdrawals.statuteIds',
  // The register of firms is open; names only where the withdrawal is being prepared: test/api/confirmations.test.ts.
  'withdrawalConsequences.firmIds',
  'proposeDecision.statuteIds',
  'registerAppeal.documentId',
  'assessCondition.documentId',
  // Only one's own call counts: test/api/card-page.test.ts.
  'blockCard.callId',
  // The register of firms is open.
  'verifyCaller.firmId',
  'auditLog.filter.actorId',
  'auditLog.filter.personId',
  'createStaff.organisationId',
  'webhookDeliveries.filter.endpointId',
  'createWebhook.machineId',
  'replayFailedWebhooks.endpointId',
  'endMySession.id',
  'endTie.id',
];
