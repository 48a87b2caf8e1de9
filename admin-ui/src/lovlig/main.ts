/** Answers a buyer: may I buy from this firm? By its number or its name, register by register, with what to do when the answer is no. */
import { h } from '../kort/dom.ts';
import { drawPage } from '../kort/page.ts';
import { browserLanguage } from '../upload/language.ts';
import { firmByNumber, firmsByName } from './lovlig.api.ts';
import { textsOf } from './lovlig.messages.ts';
import { type Hit, hitsOf, numberOfAddress, recognise } from './lovlig.rules.ts';
import type { FirmAnswer, Language, Told } from './lovlig.types.ts';
import { type Fault, firmView, hitsView, noHitsView, searchView, type Words } from './views.ts';

type View =
  | { readonly kind: 'SEARCH'; readonly typed: string; readonly fault: Fault | null }
  | { readonly kind: 'WAIT' }
  | { readonly kind: 'HITS'; readonly typed: string; readonly hits: readonly Hit[]; readonly more: boolean }
  | { readonly kind: 'FIRM'; readonly told: Told<FirmAnswer> };

let language: Language = browserLanguage(navigator.languages);
let view: View = { kind: 'WAIT' };
/** Only the last question is answered. */
let asked = 0;

const show = (next: View) => {
  view = next;
  render();
  document.querySelector<HTMLElement>('h1')?.focus();
};

const search = (typed = '', fault: Fault | null = null) => show({ kind: 'SEARCH', typed, fault });

async function byNumber(number: string): Promise<void> {
  asked += 1;
  const mine = asked;
  show({ kind: 'WAIT' });
  const told = await firmByNumber(number);
  if (mine !== asked) return;
  if (typeof told === 'string') search(number, told);
  else show({ kind: 'FIRM', told });
}

async function byName(typed: string): Promise<void> {
  asked += 1;
  const mine = asked;
  show({ kind: 'WAIT' });
  const told = await firmsByName(typed);
  if (mine !== asked) return;
  if (typeof told === 'string') return search(typed, told);
  const hits = hitsOf(told.answer.firms);
  const [only] = hits;
  if (only && hits.length === 1) window.location.hash = only.firm.orgNumber;
  else show({ kind: 'HITS', typed, hits, more: told.answer.next !== null });
}

function check(text: string): void {
  const typed = recognise(text);
  if (typed.kind === 'NOTHING') search(text, 'NOTHING');
  else if (typed.kind === 'NO_NUMBER') search(text, 'QUESTION');
  else if (typed.kind === 'NAME') void byName(typed.name);
  else if (numberOfAddress(window.location.hash) === typed.number) void byNumber(typed.number);
  else window.location.hash = typed.number;
}

function bodyOf(words: Words): HTMLElement[] {
  const { t } = words;
  if (view.kind === 'WAIT') return [h('p', { role: 'status' }, t('checking'))];
  if (view.kind === 'SEARCH') return searchView(words, { ...view, onCheck: check });
  if (view.kind === 'FIRM') return [...firmView(words, view.told), againButton(words)];
  const found = view.hits.length > 0 ? hitsView(words, view) : noHitsView(words, view.typed);
  return [...found, againButton(words)];
}

const againButton = ({ t }: Words) =>
  h('button', { type: 'button', class: 'btn primary full', onclick: startAnew }, t('again'));

function startAnew(): void {
  history.pushState(null, '', window.location.pathname);
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

/** An answer has an address: the number stands behind `#`, for whoever sends it on or goes back. */
function open(): void {
  const number = numberOfAddress(window.location.hash);
  if (number) void byNumber(number);
  else search();
}

window.addEventListener('hashchange', open);
window.addEventListener('popstate', () => {
  if (!window.location.hash) open();
});
open();
