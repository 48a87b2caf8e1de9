/** What is asked of both servers: the console's own screens on one side, the same question in bare SQL on the other. */
import type { Ask } from './load.ts';

/** What the questions need to know about the seeded data. */
export interface Facts {
  readonly actor: string;
  readonly cookie: string;
  readonly today: string;
  /** Cases to open, spread over the queue. */
  readonly caseIds: readonly string[];
  /** Last row of page 2,000: due date and id. */
  readonly deep: readonly [string, string];
  readonly deepCursor: string;
  readonly words: readonly string[];
}

export interface Question {
  readonly name: string;
  /** Most times slower than the bare server that we accept; null where no goal is set. */
  readonly aim: number | null;
  readonly desk: (facts: Facts, n: number) => Ask;
  readonly raw: (facts: Facts, n: number) => Ask;
  /** The part of either answer that must be equal before anything is timed. */
  readonly common?: { desk(data: unknown): unknown; raw(data: unknown): unknown };
}

export const QUEUE = `query Queue($filter: CaseFilter, $page: PageInput) { cases(filter: $filter, page: $page) {
  rows { id number status kind priority version personName firmName orgNumber orderNumber scheme attempt openedOn dueOn dueDays daysCounted hasNewPost
    reservation { by { id name initials } until mine } }
  pageInfo { hasNextPage endCursor } } }`;

const CASE = `query Case($id: EntityId) { case(id: $id) { id number status kind queue priority version channel language openedOn dueOn promisedOn allowedActions
  person { id name birthDate maskedNationalId dNumber restricted }
  orderItem { orderNumber line scheme status imageRequirement ordererName ordererRole ordererLanguage unit { name orgNumber } mainUnit { name orgNumber } }
  deadline { startOn dueOn days daysCounted daysLeft holidaysSkipped { on name } holdDays holds { fromOn toOn } paused overdueDays }
  reservation { by { id name initials } until mine }
  events { id at type actor { id name initials } oldValue newValue note }
  links { id relation number title status } barred { staff { name } reason } drafts { action body version }
  submissions { id attempt status submittedAt photo { id displayUrl thumbnailUrl width height } identification { id displayUrl } findings { reason level value } decision { outcome comment decidedAt reasons { code part label remedy } } }
  mails { id template status subject recipient } } }`;

const DAY = `query Day { myDay { today week mine onHold overdue dueToday withNewPost cases { id number status personName dueOn daysCounted } queues { queue open { value exact } inToday outToday overdue oldestDays history } sendingSoon { caseNumber until } news { caseNumber event { type at } } } }`;
const SEARCH =
  'query Search($text: ShortText!) { search(text: $text) { hits { group id caseId title subtitle status } } }';

const ask = (facts: Facts, query: string, variables: object): Ask => ({
  path: '/graphql',
  body: { query, variables, operationName: /(?:query|mutation) (\w+)/.exec(query)?.[1] },
  cookie: facts.cookie,
});
const bare = (path: string, body: object): Ask => ({ path, body });
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const OPEN_IMAGES = { queue: 'IMAGE_REVIEW', status: ['OPEN'] };

type Hit = { group: string; id: string; caseId: string; title: string; status: string };
const hits = (found: Hit[]) =>
  found.map(({ group, id, caseId, title, status }) => [group, id, caseId, title, status]);

type Rows = { number: string; dueOn: string; personName: string }[];
const essence = (rows: Rows) => rows.map(({ number, dueOn, personName }) => ({ number, dueOn, personName }));
const pages = {
  desk: (data: unknown) => essence((data as { cases: { rows: Rows } }).cases.rows),
  raw: (data: unknown) => essence(data as Rows),
};

export const READS: readonly Question[] = [
  {
    name: 'queue page',
    aim: 2,
    desk: facts => ask(facts, QUEUE, { filter: OPEN_IMAGES, page: { first: 25 } }),
    raw: ({ actor }) => bare('/queue', { actor }),
    common: pages,
  },
  {
    name: 'deep page (2,000)',
    aim: null,
    desk: facts => ask(facts, QUEUE, { filter: OPEN_IMAGES, page: { first: 25, after: facts.deepCursor } }),
    raw: ({ actor, deep }) => bare('/queue', { actor, after: deep }),
    common: pages,
  },
  {
    name: 'case page',
    aim: 2.5,
    desk: (facts, n) => ask(facts, CASE, { id: pick(facts.caseIds, n) }),
    raw: ({ actor, caseIds }, n) => bare('/case', { actor, caseId: pick(caseIds, n) }),
    common: {
      desk: data =>
        (data as { case: { number: string; events: { id: string }[] } }).case.events.map(e => e.id),
      raw: data => (data as { events: { id: string }[] }).events.map(e => e.id),
    },
  },
  {
    name: 'search',
    aim: 1.3,
    desk: (facts, n) => ask(facts, SEARCH, { text: pick(facts.words, n) }),
    raw: ({ actor, words }, n) => bare('/search', { actor, text: pick(words, n) }),
    // The first word has few matches, so both must find the very same firms, persons and cases, in the same order.
    common: {
      desk: data => hits((data as { search: { hits: Hit[] } }).search.hits),
      raw: data => hits(data as Hit[]),
    },
  },
  {
    name: 'dashboard',
    aim: null,
    desk: facts => ask(facts, DAY, {}),
    raw: ({ actor, today }) => bare('/day', { actor, today }),
  },
];

export const TAKE = {
  desk: (facts: Facts) =>
    ask(facts, 'mutation Take { takeNext(queue: IMAGE_REVIEW) { case { id number } } }', {}),
  raw: ({ actor, today }: Facts) => bare('/take', { actor, today }),
};

const APPROVE =
  'mutation Approve($input: CaseVersionInput!) { approveImages(input: $input) { decisionId until } }';
export const DECIDE = {
  desk: (facts: Facts, { id, version }: { id: string; version: number }) =>
    ask(facts, APPROVE, { input: { caseId: id, expectedVersion: version } }),
  raw: ({ actor }: Facts, { id }: { id: string }) => bare('/decide', { actor, caseId: id }),
};
