/** Who may call what: the expectation for every query, mutation and HTTP route, read by operations.test.ts. */
import type { StaffName } from '../support/staff.ts';

/** One test person per role. */
export const CALLERS = ['agent', 'senior', 'caseworker', 'lead', 'finance', 'auditor', 'admin'] as const;
export type Caller = (typeof CALLERS)[number] & StaffName;

/** Everyone may, signed in or not. */
export const PUBLIC = 'public';

const SIGNED_IN = CALLERS;
const IMAGE_DESK = ['agent', 'senior'] as const;
const LEADERS = ['senior', 'lead'] as const;
const POST_READERS = ['agent', 'senior', 'caseworker', 'lead'] as const;
const CASE_WORKERS = ['agent', 'senior', 'caseworker', 'lead', 'finance'] as const;
const CASE_READERS = [...CASE_WORKERS, 'auditor'] as const;

export const OPERATIONS: Readonly<Record<string, readonly Caller[] | typeof PUBLIC>> = {
  // Before and around signing in
  deskSettings: PUBLIC,
  me: PUBLIC,
  signIn: PUBLIC,
  signInDemo: PUBLIC,
  signOut: PUBLIC,
  mySessions: SIGNED_IN,
  signOutEverywhere: SIGNED_IN,
  savePreferences: SIGNED_IN,
  menuCounts: SIGNED_IN,
  myDay: SIGNED_IN,

  // Looking at cases
  cases: CASE_READERS,
  caseFacets: CASE_READERS,
  myCases: CASE_READERS,
  case: CASE_READERS,
  deadlineIfHeld: CASE_READERS,
  search: CASE_READERS,
  colleagues: CASE_WORKERS,

  // Working on cases
  takeNext: CASE_WORKERS,
  takeCase: CASE_WORKERS,
  extendReservation: CASE_WORKERS,
  releaseCase: CASE_WORKERS,
  skipCase: CASE_WORKERS,
  handOverCase: CASE_WORKERS,
  holdCase: CASE_WORKERS,
  resumeCase: CASE_WORKERS,
  closeCase: CASE_WORKERS,
  setPriority: CASE_WORKERS,
  setPromise: CASE_WORKERS,
  registerInquiry: CASE_WORKERS,
  addNote: CASE_WORKERS,
  linkCase: CASE_WORKERS,
  unlinkCase: CASE_WORKERS,
  barPerson: CASE_WORKERS,
  unbarPerson: CASE_WORKERS,
  saveDraft: CASE_WORKERS,
  discardDraft: CASE_WORKERS,
  reopenCase: LEADERS,

  // Photos and identity documents
  imageBench: IMAGE_DESK,
  peekNext: IMAGE_DESK,
  reasonCatalogue: IMAGE_DESK,
  approveImages: IMAGE_DESK,
  rejectImages: IMAGE_DESK,
  undoDecision: IMAGE_DESK,
  createUploadTicket: IMAGE_DESK,
  sendUploadLink: IMAGE_DESK,
  revokeUploadLink: IMAGE_DESK,
  mailPreview: IMAGE_DESK,

  // Mail
  outbox: POST_READERS,
  mail: POST_READERS,
  retryMail: LEADERS,
  settleMail: LEADERS,

  // National ID numbers, staff, audit
  revealNationalId: LEADERS,
  staffUsers: ['admin'],
  staffUser: ['admin'],
  staffOrganisations: ['admin'],
  createStaff: ['admin'],
  updateStaff: ['admin'],
  endStaffSessions: ['admin'],
  resetStaffPassword: ['admin'],
  auditLog: ['auditor'],
};

/** Where the made-up arguments would ask for something else than the operation: finance and the authority have inquiries only. */
export const ARGUMENTS: Readonly<Record<string, Record<string, unknown>>> = {
  takeNext: { queue: 'INQUIRY' },
};

export interface Route {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Status for someone who may, for someone signed in who may not, and for a stranger. */
  readonly may: readonly Caller[] | typeof PUBLIC;
  readonly allowed: number;
  readonly refused: number;
  readonly anonymous: number;
}

const UNKNOWN_TOKEN = 'A'.repeat(43);
const JSON_BODY = { 'content-type': 'application/json' };

export const ROUTES: readonly Route[] = [
  { method: 'GET', path: '/healthz', may: PUBLIC, allowed: 200, refused: 200, anonymous: 200 },
  { method: 'GET', path: '/readyz', may: PUBLIC, allowed: 200, refused: 200, anonymous: 200 },
  { method: 'GET', path: '/graphql', may: [], allowed: 405, refused: 405, anonymous: 405 },
  {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'text/plain' },
    body: '{"query":"{ me { id } }"}',
    may: [],
    allowed: 415,
    refused: 415,
    anonymous: 415,
  },
  {
    method: 'POST',
    path: '/graphql',
    headers: { ...JSON_BODY, 'sec-fetch-site': 'cross-site' },
    body: '{"query":"{ me { id } }"}',
    may: [],
    allowed: 403,
    refused: 403,
    anonymous: 403,
  },
  {
    method: 'POST',
    path: '/graphql',
    headers: { ...JSON_BODY, origin: 'https://elsewhere.example' },
    body: '{"query":"{ me { id } }"}',
    may: [],
    allowed: 403,
    refused: 403,
    anonymous: 403,
  },
  // An image nobody has: those without the right must not learn even that.
  {
    method: 'GET',
    path: '/files/999999999/display',
    may: IMAGE_DESK,
    allowed: 404,
    refused: 404,
    anonymous: 401,
  },
  // The upload link itself is the right; an unknown one opens nothing.
  {
    method: 'GET',
    path: `/uploads/${UNKNOWN_TOKEN}`,
    may: PUBLIC,
    allowed: 404,
    refused: 404,
    anonymous: 404,
  },
  {
    method: 'PUT',
    path: `/uploads/${UNKNOWN_TOKEN}/photo`,
    headers: { 'content-type': 'image/jpeg' },
    body: 'x',
    may: PUBLIC,
    allowed: 404,
    refused: 404,
    anonymous: 404,
  },
  {
    method: 'DELETE',
    path: `/uploads/${UNKNOWN_TOKEN}/photo`,
    may: PUBLIC,
    allowed: 404,
    refused: 404,
    anonymous: 404,
  },
  {
    method: 'POST',
    path: `/uploads/${UNKNOWN_TOKEN}/submit`,
    headers: JSON_BODY,
    body: '{}',
    may: PUBLIC,
    allowed: 404,
    refused: 404,
    anonymous: 404,
  },
];
