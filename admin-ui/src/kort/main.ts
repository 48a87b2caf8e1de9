/** Checks a card for whoever meets a worker: by the number on it, or by its QR code, which the phone's camera opens this page with. */
import { browserLanguage } from '../upload/language.ts';
import { h } from './dom.ts';
import { checkCard, checkNumber, sendTip, verify } from './kort.api.ts';
import { textsOf } from './kort.messages.ts';
import { digitsOf, hasCheckDigit, jwsOfAddress } from './kort.rules.ts';
import type { CardAnswer, Category, Failure, Language, OwnCheck } from './kort.types.ts';
import { drawPage } from './page.ts';
import {
  failureText,
  type Result,
  resultView,
  searchView,
  thanksView,
  tipView,
  type Words,
} from './views.ts';

type View =
  | { readonly kind: 'SEARCH'; readonly typed: string; readonly failure: Failure | null }
  | { readonly kind: 'WAIT' }
  | { readonly kind: 'RESULT'; readonly result: Omit<Result, 'hint'> }
  | { readonly kind: 'TIP'; readonly number: string; readonly failure: Failure | null }
  | { readonly kind: 'THANKS' };

let language: Language = browserLanguage(navigator.languages);
let view: View = { kind: 'WAIT' };

const show = (next: View) => {
  view = next;
  render();
  document.querySelector<HTMLElement>('h1')?.focus();
};

const search = (typed = '', failure: Failure | null = null) => show({ kind: 'SEARCH', typed, failure });

async function byNumber(typed: string): Promise<void> {
  const number = digitsOf(typed);
  if (!/^\d{10}$/.test(number)) return search(typed, 'NUMBER');
  show({ kind: 'WAIT' });
  const answer = await checkNumber(number);
  if (typeof answer === 'string') return search(typed, answer);
  const { status: told, firm } = answer;
  show({ kind: 'RESULT', result: { told, number, firm, card: null, own: null } });
}

async function byCard(jws: string): Promise<void> {
  show({ kind: 'WAIT' });
  const [own, answer] = await Promise.all([verify(jws), checkCard(jws)]);
  if (own === 'FORGED' || (typeof answer !== 'string' && answer.signature === 'FORGED'))
    return show({ kind: 'RESULT', result: { told: 'FORGED', number: null, firm: null, card: null, own } });
  if (typeof answer === 'string') return unanswered(own, answer);
  show({ kind: 'RESULT', result: resultOf(answer, own) });
}

/** Without an answer of the desk: what the phone knows by itself, or nothing. */
function unanswered(own: OwnCheck, failure: Failure): void {
  if (own && own !== 'FORGED') {
    const told = own.expiresAt <= Date.now() ? 'EXPIRED' : 'OFFLINE';
    show({ kind: 'RESULT', result: { told, number: own.number, firm: null, card: null, own } });
  } else search('', failure);
}

const resultOf = ({ status: told, card }: CardAnswer, own: OwnCheck) => ({
  ...{ told, card, own },
  number: card?.number ?? null,
  firm: card?.firm ?? null,
});

async function report(tip: { number: string; category: string; text: string }): Promise<void> {
  const number = digitsOf(tip.number);
  const answer = await sendTip({ number, category: tip.category as Category, text: tip.text });
  if (typeof answer === 'string') show({ kind: 'TIP', number: tip.number, failure: answer });
  else show({ kind: 'THANKS' });
}

function bodyOf(words: Words): HTMLElement[] {
  const { t } = words;
  const fault = 'failure' in view && view.failure ? failureText(t, view.failure) : '';
  if (view.kind === 'WAIT') return [h('p', { role: 'status' }, t('checking'))];
  if (view.kind === 'SEARCH')
    return [
      ...searchView(words, { typed: view.typed, fault, onCheck: typed => void byNumber(typed) }),
      tipButton(words, ''),
    ];
  if (view.kind === 'TIP')
    return tipView(words, {
      number: view.number,
      fault,
      onSend: tip => void report(tip),
      onCancel: () => search(),
    });
  if (view.kind === 'THANKS') return [...thanksView(words), againButton(words)];
  const { told, number } = view.result;
  const mistyped = told === 'UNKNOWN' && number !== null && !hasCheckDigit(number);
  const hint = mistyped ? t('maybeWrong') : '';
  return [...resultView(words, { ...view.result, hint }), againButton(words), tipButton(words, number ?? '')];
}

const againButton = ({ t }: Words) =>
  h('button', { type: 'button', class: 'btn primary full', onclick: startAnew }, t('again'));
const tipButton = ({ t }: Words, number: string) =>
  h(
    'button',
    {
      type: 'button',
      class: 'btn secondary full',
      onclick: () => show({ kind: 'TIP', number, failure: null }),
    },
    t('tip'),
  );

/** The code of the last card is not left in the address. */
function startAnew(): void {
  history.replaceState(null, '', window.location.pathname);
  search();
}

function render(): void {
  const words: Words = { t: textsOf(language), language };
  const onLanguage = (chosen: Language) => {
    language = chosen;
    render();
  };
  drawPage({ language, title: words.t('page'), label: words.t('language'), body: bodyOf(words), onLanguage });
}

function open(): void {
  const jws = jwsOfAddress(window.location.hash);
  if (jws) void byCard(jws);
  else search();
}

window.addEventListener('hashchange', open);
open();
