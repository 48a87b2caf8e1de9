/** What the page shows: the question, the answer, the form for a tip. */
import { h } from './dom.ts';
import type { Translate } from './kort.messages.ts';
import { dayInWords, inThrees } from './kort.rules.ts';
import {
  CATEGORIES,
  type Failure,
  type Firm,
  type Language,
  type OwnCheck,
  type ShownCard,
  type Status,
} from './kort.types.ts';

export interface Words {
  readonly t: Translate;
  readonly language: Language;
}

export const failureText = (t: Translate, failure: Failure): string =>
  ({ OFFLINE: t('offline'), TOO_MANY: t('tooMany'), NUMBER: t('wrongNumber') })[failure];

export const alertOf = (text: string): HTMLElement =>
  h('p', { role: 'alert', class: text ? 'alert bad' : 'sr' }, text);

interface Search {
  readonly typed: string;
  readonly fault: string;
  readonly onCheck: (typed: string) => void;
}

export function searchView({ t }: Words, { typed, fault, onCheck }: Search): HTMLElement[] {
  const input = h('input', {
    ...{ id: 'number', class: 'number', inputmode: 'numeric', autocomplete: 'off', maxlength: '16' },
    'aria-describedby': fault ? 'fault' : undefined,
    'aria-invalid': fault ? 'true' : undefined,
  });
  input.value = typed;
  const submit = (event: Event) => {
    event.preventDefault();
    onCheck(input.value);
  };
  const alert = alertOf(fault);
  alert.id = 'fault';
  return [
    h('h1', { tabindex: '-1' }, t('page')),
    h('p', {}, t('lead')),
    h(
      'form',
      { onsubmit: submit, novalidate: true },
      h('div', { class: 'field' }, h('label', { for: 'number' }, t('number')), input),
      alert,
      h('button', { type: 'submit', class: 'btn primary full' }, t('check')),
    ),
  ];
}

export type Told = Status | 'FORGED' | 'OFFLINE';

export interface Result {
  readonly told: Told;
  readonly number: string | null;
  readonly firm: Firm | null;
  readonly card: ShownCard | null;
  readonly own: OwnCheck;
  readonly hint: string;
}

const GOOD: readonly Told[] = ['VALID'];
const UNSURE: readonly Told[] = ['UNKNOWN', 'OFFLINE'];
const MARKS: Record<'good' | 'bad' | 'unsure', string> = { good: '✓', bad: '✕', unsure: '?' };

export function resultView(words: Words, result: Result): HTMLElement[] {
  const { t } = words;
  const { told, card, hint } = result;
  const look = GOOD.includes(told) ? 'good' : UNSURE.includes(told) ? 'unsure' : 'bad';
  return [
    h(
      'section',
      { class: `card ${look}`, 'aria-labelledby': 'status' },
      h(
        'h1',
        { id: 'status', class: 'status', tabindex: '-1' },
        h('span', { 'aria-hidden': 'true' }, MARKS[look]),
        t(`status_${told}`),
      ),
      h('p', {}, t(`text_${told}`)),
      hint ? h('p', { class: 'alert warn' }, hint) : null,
      card && photoOf(t, card),
      factsOf(words, result),
    ),
  ];
}

const photoOf = (t: Translate, { photo }: ShownCard) =>
  photo
    ? h('img', { class: 'photo', src: `data:image/jpeg;base64,${photo}`, alt: t('photo') })
    : h('p', { class: 'muted' }, t('noPhoto'));

function factsOf({ t, language }: Words, { number, firm, card, own, told }: Result): HTMLElement {
  const genuine = card && told !== 'FORGED';
  const verified = own && own !== 'FORGED' ? t('verifiedHere') : t('verifiedThere');
  const facts: [string, string | null | undefined | false][] = [
    [t('name'), card?.name],
    [t('firm'), firm?.name],
    [t('orgNumber'), firm && inThrees(firm.orgNumber)],
    [t('cardNumber'), number],
    [t('expires'), card && dayInWords(card.expiresOn, language)],
    [t('signature'), genuine && verified],
  ];
  const shown = facts.filter(([, value]) => value);
  return h('dl', {}, ...shown.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value || '')]));
}

interface TipForm {
  readonly number: string;
  readonly fault: string;
  readonly onSend: (tip: { number: string; category: string; text: string }) => void;
  readonly onCancel: () => void;
}

export function tipView({ t }: Words, { number, fault, onSend, onCancel }: TipForm): HTMLElement[] {
  const typed = h('input', {
    id: 'tip-number',
    class: 'number',
    inputmode: 'numeric',
    autocomplete: 'off',
    maxlength: '16',
  });
  typed.value = number;
  const options = CATEGORIES.map(one => h('option', { value: one }, t(`cat_${one}`)));
  const category = h('select', { id: 'tip-category' }, ...options);
  const text = h('textarea', { id: 'tip-text', rows: '4', maxlength: '1000' });
  const submit = (event: Event) => {
    event.preventDefault();
    onSend({ number: typed.value, category: category.value, text: text.value });
  };
  const field = (id: string, label: string, control: HTMLElement) =>
    h('div', { class: 'field' }, h('label', { for: id }, label), control);
  return [
    h('h1', { tabindex: '-1' }, t('tip')),
    h('p', {}, t('tipLead')),
    h(
      'form',
      { onsubmit: submit, novalidate: true },
      field('tip-number', t('number'), typed),
      field('tip-category', t('category'), category),
      field('tip-text', t('words'), text),
      alertOf(fault),
      h('button', { type: 'submit', class: 'btn primary full' }, t('send')),
      h('button', { type: 'button', class: 'btn full', onclick: onCancel }, t('cancel')),
    ),
  ];
}

export const thanksView = ({ t }: Words): HTMLElement[] => [
  h('h1', { tabindex: '-1' }, t('sent')),
  h('p', {}, t('sentText')),
];
