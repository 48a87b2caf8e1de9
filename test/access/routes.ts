/** Who may ask each HTTP route what: the expectation for every route outside GraphQL, read by routes.test.ts. */
import { type Caller, IMAGE_DESK, LETTER_DESK, POST_READERS, PUBLIC } from './callers.ts';

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

const ABOUT_PAPER = '{"kind":"OTHER","receivedOn":"2026-11-16","channel":"LETTER"}';

const TOKEN_BODY = { 'content-type': 'application/x-www-form-urlencoded' };

/** Without an identity provider these are addresses that lead nowhere. */
const SIGN_IN_PATHS = [
  ['GET', '/auth/sign-in'],
  ['GET', '/auth/callback'],
  ['GET', '/auth/step-up'],
  ['GET', '/auth/sign-out'],
  ['GET', '/auth/frontchannel-logout'],
  ['POST', '/auth/backchannel-logout'],
] as const;

export const ROUTES: readonly Route[] = [
  ...SIGN_IN_PATHS.map(
    ([method, path]): Route => ({ method, path, may: PUBLIC, allowed: 404, refused: 404, anonymous: 404 }),
  ),
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
  // A batch nobody made.
  {
    method: 'GET',
    path: '/files/vat-batches/999999999/csv',
    may: ['lead'],
    allowed: 404,
    refused: 404,
    anonymous: 401,
  },
  // The journal of a period: there is always one, if only an empty one.
  {
    method: 'GET',
    path: '/files/ledger/20261101/20261130/csv',
    may: ['finance'],
    allowed: 200,
    refused: 404,
    anonymous: 401,
  },
  // An invoice nobody has.
  {
    method: 'GET',
    path: '/files/invoices/999999999/pdf',
    may: ['finance'],
    allowed: 404,
    refused: 404,
    anonymous: 401,
  },
  // A paper nobody has, and papers for an application nobody has.
  {
    method: 'GET',
    path: '/files/appeals/999999999/package',
    may: ['caseworker', 'lead', 'auditor'],
    allowed: 404,
    refused: 404,
    anonymous: 401,
  },
  {
    method: 'GET',
    path: '/files/documents/999999999/display',
    may: POST_READERS,
    allowed: 404,
    refused: 404,
    anonymous: 401,
  },
  // A file without a name: refused before it is read.
  {
    method: 'PUT',
    path: '/files/payments',
    body: 'NY',
    may: ['finance'],
    allowed: 400,
    refused: 403,
    anonymous: 401,
  },
  {
    method: 'PUT',
    path: '/files/cases/999999999/documents',
    headers: { 'document-about': encodeURIComponent(ABOUT_PAPER) },
    body: 'x',
    may: POST_READERS,
    allowed: 404,
    refused: 404,
    anonymous: 401,
  },
  {
    method: 'PUT',
    path: '/files/documents/999999999/versions',
    body: 'x',
    may: POST_READERS,
    allowed: 404,
    refused: 404,
    anonymous: 401,
  },
  // Letters nobody wrote.
  {
    method: 'GET',
    path: '/files/letters/999999999/pdf',
    may: LETTER_DESK,
    allowed: 404,
    refused: 404,
    anonymous: 401,
  },
  {
    method: 'GET',
    path: '/files/letter-batches/999999999/pdf',
    may: LETTER_DESK,
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
  // Machines prove here who they are; whoever proves nothing gets nothing.
  {
    method: 'POST',
    path: '/oauth/token',
    headers: TOKEN_BODY,
    body: 'grant_type=client_credentials&scope=order.read',
    may: PUBLIC,
    allowed: 400,
    refused: 400,
    anonymous: 400,
  },
  // What the machine API is like, for those who build against it.
  { method: 'GET', path: '/api/v1/openapi.json', may: PUBLIC, allowed: 200, refused: 200, anonymous: 200 },
  // Only the token of a machine opens these; whoever is signed in is nobody there.
  ...(
    [
      ['GET', '/orders/1000001'],
      ['GET', '/orders/1000001/items/1'],
      ['GET', '/cards/1000000017'],
      ['POST', '/orders'],
      ['POST', '/cards/1000000017/block'],
      ['PUT', '/orders/1000001/items/1/images/photo'],
      ['POST', '/orders/1000001/items/1/images'],
      ['POST', '/exception-applications'],
      ['GET', '/exception-applications/2026/000001'],
      ['POST', '/exception-applications/2026/000001/documents'],
      ['POST', '/approval-applications'],
      ['POST', '/annual-confirmations'],
      ['GET', '/approval-applications/2026/000001'],
      ['POST', '/approval-applications/2026/000001/documents'],
      ['GET', '/production/batches/open'],
      ['POST', '/production/batches/P000001/answers'],
    ] as const
  ).map(
    ([method, path]): Route => ({
      method,
      path: `/api/v1${path}`,
      may: [],
      allowed: 401,
      refused: 401,
      anonymous: 401,
    }),
  ),
  // Anyone who meets a worker may look whether the card is valid; being signed in to the desk shows no more.
  {
    method: 'GET',
    path: '/.well-known/card-jwks.json',
    may: PUBLIC,
    allowed: 200,
    refused: 200,
    anonymous: 200,
  },
  {
    method: 'GET',
    path: '/api/v1/card-check/1234567897',
    may: PUBLIC,
    allowed: 200,
    refused: 200,
    anonymous: 200,
  },
  {
    method: 'POST',
    path: '/api/v1/card-check',
    headers: JSON_BODY,
    body: `{"chipCode":"${'A'.repeat(22)}"}`,
    may: PUBLIC,
    allowed: 200,
    refused: 200,
    anonymous: 200,
  },
  // Whoever buys may see whom it is lawful to buy from; a question that cannot be meant is refused.
  ...(
    [
      ['', 200],
      ['.csv', 200],
      ['.json', 200],
      ['/changes?since=2026-11-01', 200],
      ['/changes', 400],
      ['/310000019', 200],
    ] as const
  ).map(
    ([path, status]): Route => ({
      ...{ method: 'GET', path: `/api/v1/approved-firms${path}`, may: PUBLIC },
      ...{ allowed: status, refused: status, anonymous: status },
    }),
  ),
  // A tip that says nothing is none; a seizure is a control authority's, with its token.
  {
    method: 'POST',
    path: '/api/v1/card-check/tips',
    headers: JSON_BODY,
    body: '{}',
    may: PUBLIC,
    allowed: 400,
    refused: 400,
    anonymous: 400,
  },
  {
    method: 'POST',
    path: '/api/v1/card-check/seizures',
    headers: JSON_BODY,
    body: '{}',
    may: PUBLIC,
    allowed: 401,
    refused: 401,
    anonymous: 401,
  },
];

/** Every route that is mounted, as it stands in its router; a new one is answered for in ROUTES first, and then named here. */
export const MOUNTED: readonly string[] = [
  'GET /healthz',
  'GET /readyz',
  // Within /uploads
  'GET /:token',
  'PUT /:token/:part',
  'DELETE /:token/:part',
  'POST /:token/submit',
  // Within /auth
  ...SIGN_IN_PATHS.map(([method, path]) => `${method} ${path.replace('/auth', '')}`),
  // Within /api/v1
  'GET /api/v1/openapi.json',
  'GET /orders/:number',
  'GET /orders/:number/items/:line',
  'GET /cards/:number',
  'POST /orders',
  'POST /cards/:number/block',
  'PUT /orders/:number/items/:line/images/:part',
  'POST /orders/:number/items/:line/images',
  'POST /exception-applications',
  'POST /exception-applications/:year/:serial/documents',
  'GET /exception-applications/:year/:serial',
  'POST /approval-applications',
  'POST /approval-applications/:year/:serial/documents',
  'GET /approval-applications/:year/:serial',
  'POST /annual-confirmations',
  'GET /production/batches/open',
  'POST /production/batches/:number/answers',
  // Within /oauth
  'POST /token',
  // Of card checks; all but the first within /api/v1/card-check
  'GET /.well-known/card-jwks.json',
  'POST /tips',
  'POST /seizures',
  'GET /:number',
  'POST /',
  // Of the public register, within /api/v1
  'GET /approved-firms',
  'GET /approved-firms.csv',
  'GET /approved-firms.json',
  'GET /approved-firms/changes',
  'GET /approved-firms/:orgNumber',
  // Within /files
  'GET /appeals/:id/package',
  'GET /documents/:id/:copy',
  'PUT /payments',
  'PUT /cases/:caseId/documents',
  'PUT /documents/:documentId/versions',
  'GET /:id/:variant',
  'GET /vat-batches/:id/:format',
  'GET /ledger/:id/:to/:format',
  'GET /letters/:id/pdf',
  'GET /invoices/:id/:format',
  'GET /letter-batches/:id/pdf',
];

/** What stands before the routes and passes requests on, or answers what none of them has. */
export const MIDDLEWARE: readonly string[] = [
  'cspNonce',
  'helmetMiddleware',
  'oneCaller',
  'pacedByNetwork',
  'pacedByNetwork',
  'pacedByNetwork',
  'pacedByNetwork',
  'onlyOwnPosts',
  'boundedValues',
  'onlyTrustedDocuments',
  'jsonParser',
  'boundedValues',
  'answerErrors',
  'serveStatic',
];
