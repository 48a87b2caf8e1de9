/** The frame of the pages anyone may open without signing in: the brand, the choice of language, and what stands below. */
import { LANGUAGES } from '../upload/language.ts';
import { h } from './dom.ts';

type Code = (typeof LANGUAGES)[number]['code'];

interface Page {
  readonly language: Code;
  readonly title: string;
  /** Of the choice of language. */
  readonly label: string;
  readonly body: readonly HTMLElement[];
  readonly onLanguage: (language: Code) => void;
}

export function drawPage({ language, title, label, body, onLanguage }: Page): void {
  const options = LANGUAGES.map(({ code, name }) =>
    h('option', { value: code, lang: code, selected: code === language }, name),
  );
  const choose = (event: Event) => onLanguage((event.target as HTMLSelectElement).value as Code);
  const select = h('select', { 'aria-label': label, onchange: choose }, ...options);
  const brand = h('div', {}, h('span', { class: 'brand' }, 'HMS-kort'), select);
  document.documentElement.lang = language;
  document.title = title;
  const root = document.getElementById('root');
  root?.replaceChildren(h('header', { class: 'masthead' }, brand), h('main', {}, ...body));
}
