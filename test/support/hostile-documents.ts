/** 64 requests made to hurt: each with the code it must be refused with. */
import { getIntrospectionQuery } from 'graphql';

export interface Attack {
  readonly name: string;
  readonly body: string;
  readonly code: string;
}

const COMPLEX = 'DOCUMENT_TOO_COMPLEX';
const PARSE = 'GRAPHQL_PARSE_FAILED';
const INVALID = 'GRAPHQL_VALIDATION_FAILED';
const VALUE = 'VALIDATION_FAILED';
const INPUT = 'BAD_USER_INPUT';

const times = (n: number, one: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => one(i)).join(' ');
const nest = (open: string, inner: string, close: string) => (n: number) =>
  open.repeat(n) + inner + close.repeat(n);
const fields = nest('{ a ', '', '}');
const inline = nest('{ ... on Query ', '{ __typename }', '}');
const lists = nest('[', '', ']');
const objects = nest('{a:', '1', '}');

const document =
  (code: string) =>
  ([name, query]: readonly [string, string]): Attack => ({ name, code, body: JSON.stringify({ query }) });

const SEARCH = 'query S($text: ShortText!) { search(text: $text) { hits { id } } }';
const SAVE = 'mutation S($preferences: StoredJson!) { savePreferences(preferences: $preferences) }';
const CASES = 'query C($filter: CaseFilter) { cases(filter: $filter) { rows { id } } }';
const withValues =
  (code: string) =>
  ([name, query, variables]: readonly [string, string, unknown]): Attack => ({
    name,
    code,
    body: JSON.stringify({ query, variables }),
  });

const fan = (levels: number) =>
  `{ ...F0 } ${times(levels, i => `fragment F${i} on Query { ...F${i + 1} ... on Query { ...F${i + 1} } }`)} fragment F${levels} on Query { x: __typename }`;
const chain = (length: number) =>
  `{ ...F0 } ${times(length, i => `fragment F${i} on Query { ...F${i + 1} }`)} fragment F${length} on Query { __typename }`;
const colliding = (n: number) =>
  times(n, i => `fragment F${i} on Query { a${i}: me { ${times(9, () => 'id')} } }`);

const SHAPES = (
  [
    ['ten levels', fields(10)],
    ['a hundred levels', fields(100)],
    ['six hundred levels', fields(600)],
    ['nested nameless fragments', inline(320)],
    ['sixteen names for one field', `{ ${times(16, i => `a${i}: myDay { mine }`)} }`],
    ['two hundred times my day', `{ ${times(200, i => `a${i}: myDay { mine }`)} }`],
    [
      'sixteen sign-ins in one request',
      `mutation { ${times(16, i => `a${i}: signInDemo(email: "x") { id }`)} }`,
    ],
    [
      'names hidden in fragments',
      `{ ...A } fragment A on Query { ${times(16, i => `a${i}: myDay { mine }`)} }`,
    ],
    ['a fragment in itself', '{ ...A } fragment A on Query { ...A }'],
    ['two fragments in each other', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['a ring of forty', `{ ...F0 } ${times(40, i => `fragment F${i} on Query { ...F${(i + 1) % 40} }`)}`],
    ['a ring nobody uses', '{ __typename } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['a fan of two to the tenth', fan(10)],
    ['a fan of two to the fortieth', fan(40)],
    ['fifty-one fragments', chain(50)],
    [
      'one fragment spread three hundred times',
      `{ ${times(301, () => '...A')} } fragment A on Query { __typename }`,
    ],
    ['fragments that collide', `{ ${times(49, i => `...F${i}`)} } ${colliding(49)}`],
    ['the same field three hundred times', `{ ${times(300, () => 'me { id }')} }`],
    ['the same field eleven times', `{ ${times(11, () => '__typename')} }`],
    ['repeats within repeats', `{ ${times(12, () => `me { ${times(12, () => 'id')} }`)} }`],
    ['one field asked in a hundred ways', `{ ${times(100, i => `case(id: ${i}) { id }`)} }`],
    ['twenty-one directives', `{ me ${times(21, () => '@include(if: true)')} { id } }`],
    ['two hundred directives', `{ me ${times(200, () => '@skip(if: false)')} { id } }`],
    ['nine hundred unknown directives', `{ me ${times(900, i => `@d${i}`)} { id } }`],
    ['directives on a variable', `query Q($a: Int ${times(30, i => `@d${i}`)}) { me { id } }`],
    ['directives on a fragment', `{ ...A } fragment A on Query ${times(30, i => `@d${i}`)} { __typename }`],
    ['fifty-one variables', `query Q(${times(51, i => `$v${i}: Int`)}) { me { id } }`],
    ['three hundred variables', `query Q(${times(300, i => `$v${i}: Int`)}) { me { id } }`],
    ['eleven operations', times(11, i => `query Q${i} { me { id } }`)],
    ['three hundred operations', times(300, i => `query Q${i} { __typename }`)],
    ['a subscription', 'subscription S { __typename }'],
    ['all of the schema', getIntrospectionQuery()],
  ] as const
).map(document(COMPLEX));

const UNREADABLE = (
  [
    ['ten thousand repeated fields', `{ ${times(10_000, () => '__typename')} }`],
    ['a quarter of a megabyte of brackets', '{'.repeat(250_000)],
    ['a quarter of a megabyte of round ones', '('.repeat(250_000)],
    ['comments and no end', `${'#\n'.repeat(80_000)}{`],
    ['commas and nothing else', ','.repeat(250_000)],
    ['a text that never ends', `{ search(text: """${'x'.repeat(240_000)}`],
    ['a name nobody can read', `{ ${'x'.repeat(250_000)}é }`],
    ['letters from elsewhere', '{ mé { id } }'],
    ['half a character in the text', '{ search(text: "\\uD800") { hits { id } } }'],
    ['a thousand nested lists', `{ me(x: ${lists(1_000)}) { id } }`],
  ] as const
).map(document(PARSE));

const FALSE = (
  [
    ['a schema of one’s own', 'type Query { me: Int } query Q { me { id } }'],
    ['three hundred nested objects', `{ me(x: ${objects(300)}) { id } }`],
    ['three hundred fields that do not exist', `{ ${times(299, i => `nothing${i}`)} }`],
  ] as const
).map(document(INVALID));

const DIGITS = document(VALUE)([
  'a number of two hundred thousand digits',
  `{ case(id: ${'9'.repeat(200_000)}) { id } }`,
]);

const DEAR = (
  [
    [
      'every row of everything',
      `{ ${times(10, i => `a${i}: cases(page: { first: 100 }) { rows { reservation { by { id } } } }`)} ${times(5, i => `b${i}: case(id: 1) { events { actor { id } } }`)} }`,
    ],
    [
      'fifteen whole case pages',
      `{ ${times(15, i => `a${i}: case(id: 1) { submissions { findings { box { x } } decision { reasons { code } } } }`)} }`,
    ],
    [
      'six sign-ins in one request',
      `mutation { ${times(6, i => `a${i}: signInDemo(email: "x@x.example") { id }`)} }`,
    ],
  ] as const
).map(document('COST_LIMIT'));

const VALUES: Attack[] = [
  ...(
    [
      ['a list of a hundred thousand', CASES, { filter: { status: Array(30_000).fill('OPEN') } }],
      ['five hundred and one', CASES, { filter: { status: Array(501).fill('OPEN') } }],
      ['ten thousand values', SAVE, { preferences: Array(200).fill(Array(50).fill(0)) }],
      [
        'an object of thirty thousand fields',
        SAVE,
        { preferences: Object.fromEntries(Array.from({ length: 15_000 }, (_, i) => [`k${i}`, 0])) },
      ],
      ['thirty nested lists', SAVE, { preferences: JSON.parse(lists(30)) as unknown }],
    ] as const
  ).map(withValues(COMPLEX)),
  {
    name: 'a hundred thousand nested lists',
    code: COMPLEX,
    body: `{"query":${JSON.stringify(SAVE)},"variables":{"preferences":${lists(100_000)}}}`,
  },
  ...(
    [
      ['a hundred thousand loose accents', SEARCH, { text: `a${'\u0301\u0323'.repeat(40_000)}` }],
      ['NUL', SEARCH, { text: 'a\u0000b' }],
      ['half a character', SEARCH, { text: 'a\ud800b' }],
      ['text that reads backwards', SEARCH, { text: 'a\u202eb' }],
      ['a quarter of a megabyte to search for', SEARCH, { text: 'x'.repeat(250_000) }],
    ] as const
  ).map(withValues(VALUE)),
  ...(
    [
      ['a number for a filter', CASES, { filter: 7 }],
      ['four hundred states that do not exist', CASES, { filter: { status: Array(400).fill('NOWHERE') } }],
    ] as const
  ).map(withValues(INPUT)),
];

const BODIES: Attack[] = [
  {
    name: 'a thousand requests in one',
    code: 'BAD_REQUEST',
    body: JSON.stringify(Array(1_000).fill({ query: '{ __typename }' })),
  },
  {
    name: 'a body of three hundred kilobytes',
    code: 'BODY_TOO_LARGE',
    body: JSON.stringify({ query: '{ me { id } }', x: 'x'.repeat(300_000) }),
  },
];

export const ATTACKS: readonly Attack[] = [
  ...SHAPES,
  ...UNREADABLE,
  ...FALSE,
  DIGITS,
  ...DEAR,
  ...VALUES,
  ...BODIES,
];
