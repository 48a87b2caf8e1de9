/** What the page shows: the question, the firms that match, and the answer for each register. */
import { h } from '../kort/dom.ts';
import { dayInWords, inThrees } from '../kort/kort.rules.ts';
import type { Translate } from './lovlig.messages.ts';
import { type Hit, meaningOf, missingIn, momentInWords } from './lovlig.rules.ts';
import type { Approval, Failure, Firm, FirmAnswer, FirmStatus, Language, Told } from './lovlig.types.ts';

export interface Words {
  readonly t: Translate;
  readonly language: Language;
}

export type Fault = Failure | 'NOTHING';

const faultText = (t: Translate, fault: Fault): string =>
  ({ OFFLINE: t('offline'), TOO_MANY: t('tooMany'), QUESTION: t('wrongNumber'), NOTHING: t('nothing') })[
    fault
  ];

interface Search {
  readonly typed: string;
  readonly fault: Fault | null;
  readonly onCheck: (typed: string) => void;
}

export function searchView({ t }: Words, { typed, fault, onCheck }: Search): HTMLElement[] {
  const input = h('input', {
    ...{ id: 'firm', autocomplete: 'off', maxlength: '100', spellcheck: 'false' },
    'aria-describedby': fault ? 'fault' : undefined,
    'aria-invalid': fault ? 'true' : undefined,
  });
  input.value = typed;
  const submit = (event: Event) => {
    event.preventDefault();
    onCheck(input.value);
  };
  const text = fault ? faultText(t, fault) : '';
  return [
    h('h1', { tabindex: '-1' }, t('page')),
    h('p', { class: 'lead' }, t('lead')),
    h(
      'form',
      { onsubmit: submit, novalidate: true, role: 'search' },
      h('div', { class: 'field' }, h('label', { for: 'firm' }, t('field')), input),
      h('p', { id: 'fault', role: 'alert', class: text ? 'alert bad' : 'sr' }, text),
      h('button', { type: 'submit', class: 'btn primary full' }, t('check')),
    ),
    moreView(t),
  ];
}

interface Found {
  readonly hits: readonly Hit[];
  readonly more: boolean;
}

export function hitsView(words: Words, { hits, more }: Found): HTMLElement[] {
  const { t } = words;
  const one = ({ firm, approvals }: Hit) =>
    h(
      'li',
      {},
      h(
        'a',
        { class: 'hit', href: `#${firm.orgNumber}` },
        h('b', {}, firm.name),
        h('span', { class: 'muted' }, [inThrees(firm.orgNumber), firm.place].filter(Boolean).join(' · ')),
        ...approvals.map(approval => h('span', {}, verdictOf(t, approval))),
      ),
    );
  return [
    h('h1', { tabindex: '-1' }, t('hits')),
    h('ul', { class: 'hits' }, ...hits.map(one)),
    more && h('p', { role: 'status' }, t('tooManyHits')),
  ].filter(part => part !== false);
}

export const noHitsView = ({ t }: Words, typed: string): HTMLElement[] => [
  h('h1', { tabindex: '-1' }, t('noHits')),
  h('p', {}, h('b', {}, typed)),
  h('p', {}, t('noHitsText')),
];

const verdictOf = (t: Translate, { register, lawfulToBuy }: Approval): string =>
  `${lawfulToBuy ? '✓' : '✕'} ${t(register)}: ${t(lawfulToBuy ? 'yes' : 'no')}`;

export function firmView(words: Words, { answer, at }: Told<FirmAnswer>): HTMLElement[] {
  const { t, language } = words;
  const { firm, registers, orgNumber } = answer;
  const allWell = registers.length > 0 && registers.every(({ lawfulToBuy }) => lawfulToBuy);
  return [
    h('h1', { tabindex: '-1' }, firm?.name ?? inThrees(orgNumber)),
    ...firmFacts(words, firm),
    h(
      'div',
      { class: 'answers' },
      ...(firm ? registers.map(one => answerView(words, one, firm.firmStatus)) : [unknownView(t)]),
    ),
    ...(firm ? [missingView(t, registers)] : []),
    ...(allWell ? [] : [adviceView(t)]),
    h('p', { class: 'muted' }, `${t('asOf')} ${momentInWords(at, language)}.`),
    moreView(t),
  ].filter(part => part !== null);
}

function firmFacts({ t }: Words, firm: Firm | null): HTMLElement[] {
  if (!firm) return [];
  const facts = [
    [t('orgNumber'), inThrees(firm.orgNumber)],
    ...(firm.place ? [[t('place'), firm.place]] : []),
  ];
  const list = h(
    'dl',
    {},
    ...facts.flatMap(([name, value]) => [h('dt', {}, name ?? ''), h('dd', {}, value ?? '')]),
  );
  const warning = firm.firmStatus === 'WINDING_UP' ? [h('p', { class: 'alert warn' }, t('windingUp'))] : [];
  return [list, ...warning];
}

function answerView({ t, language }: Words, approval: Approval, firmStatus: FirmStatus): HTMLElement {
  const { register, status, since, validTo, lawfulToBuy } = approval;
  const facts: [string, string | null][] = [
    [t('status'), t(`status_${status}`)],
    [t('since'), dayInWords(since, language)],
    [t('validTo'), validTo && dayInWords(validTo, language)],
  ];
  const shown = facts.filter(([, value]) => value);
  return h(
    'section',
    { class: `card ${lawfulToBuy ? 'good' : 'bad'}`, 'aria-labelledby': register },
    h(
      'h2',
      { id: register },
      h('span', { 'aria-hidden': 'true' }, lawfulToBuy ? '✓' : '✕'),
      `${t(register)}: ${t(lawfulToBuy ? 'yes' : 'no')}`,
    ),
    h('p', {}, t(`means_${meaningOf(approval, firmStatus)}`)),
    h('dl', {}, ...shown.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value ?? '')])),
  );
}

const unknownView = (t: Translate) =>
  h(
    'section',
    { class: 'card bad', 'aria-labelledby': 'unknown' },
    h('h2', { id: 'unknown' }, h('span', { 'aria-hidden': 'true' }, '✕'), t('notInRegister')),
    h('p', {}, t('notInRegisterText')),
  );

function missingView(t: Translate, approvals: readonly Approval[]): HTMLElement | null {
  const missing = missingIn(approvals).map(register => t(register));
  return missing.length === 0 ? null : h('p', {}, `${t('missing')} ${missing.join(', ')}.`);
}

const adviceView = (t: Translate) =>
  h(
    'section',
    { class: 'advice', 'aria-labelledby': 'advice' },
    h('h2', { id: 'advice' }, t('advice')),
    h('ul', {}, ...(['advice1', 'advice2', 'advice3'] as const).map(key => h('li', {}, t(key)))),
  );

const AUTHORITY = 'https://www.arbeidstilsynet.no';
const LINKS = [
  ['moreApprovals', '/godkjenninger/'],
  ['moreAgencies', '/godkjenninger/godkjente-bemanningsforetak/'],
  ['moreContact', '/kontakt-oss/'],
] as const;

const moreView = (t: Translate) =>
  h(
    'section',
    { class: 'advice', 'aria-labelledby': 'more' },
    h('h2', { id: 'more' }, t('more')),
    h(
      'ul',
      {},
      ...LINKS.map(([key, path]) =>
        h('li', {}, h('a', { href: `${AUTHORITY}${path}`, rel: 'noopener noreferrer' }, t(key))),
      ),
    ),
  );
