/** Renders a letter about an order line or a card, as HTML and as text, with everything escaped; checked when the server starts. */
import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { Language } from '../../platform/language.ts';
import { commentLines, oneLine } from './letter.rules.ts';
import type { OrderMailTemplate } from './mail.enums.ts';
import {
  type OrderLetterFacts,
  orderLetterCatalogue,
  orderLetterWords,
  orderMailSubject,
} from './order-letter.rules.ts';
import { blocksAndPlaceholders } from './template-content.ts';

export interface OrderLetter extends OrderLetterFacts {
  readonly template: OrderMailTemplate;
  readonly language: Language;
  readonly ordererName: string;
  /** The agent's own words. */
  readonly note: string | null;
  /** Address of the QR code inside the mail; null where there is none. */
  readonly picture: string | null;
  /** Address of the card, for those who read the text part; null where there is none. */
  readonly cardPage: string | null;
}

export type RenderOrderLetter = (letter: OrderLetter) => { subject: string; html: string; text: string };

const HOME = new URL('./templates/', import.meta.url);
const FORMATS = ['html', 'text'] as const;
type Format = (typeof FORMATS)[number];

const MUST = ['greeting', 'before', 'remedies', 'remediesHeading', 'words', 'after', 'hello', 'issuer'];
const LAST = ['onBehalf', 'footer'];

const read = (path: string) => readFileSync(new URL(path, HOME), 'utf8');
const source = (format: Format) => read(`ORDER_LETTER/${format}.hbs`);
const shared = () => new Map([['layout', read('shared/layout.html.hbs')]]);

/** @throws Error that lists what the templates lack, or have too much */
export function checkOrderLetter(): void {
  const faults = FORMATS.flatMap(format => {
    const { placeholders } = blocksAndPlaceholders(source(format), shared());
    const required = [
      ...MUST,
      ...LAST,
      ...(format === 'html' ? ['heading', 'picture', 'subject', 'language'] : ['cardPage', 'cardPageIntro']),
    ];
    const missing = required.filter(name => !placeholders.has(name));
    const unknown = [...placeholders].filter(name => !required.includes(name));
    return [
      ...missing.map(name => `{{${name}}} is missing`),
      ...unknown.map(name => `{{${name}}} is unknown`),
    ];
  });
  if (faults.length > 0) throw new Error(`Mail templates are wrong. ORDER_LETTER: ${faults.join('; ')}`);
}

export function loadOrderLetter(): RenderOrderLetter {
  const [html, text] = FORMATS.map(compile);
  return letter => {
    const data = dataOf(letter);
    const plain =
      text?.(data)
        .replace(/\n{3,}/g, '\n\n')
        .trim() ?? '';
    return { subject: data.subject, html: html?.(data) ?? '', text: `${plain}\n` };
  };
}

function compile(format: Format) {
  const engine = Handlebars.create();
  // Plain text has nothing to escape; in HTML everything is.
  const options = { strict: true, knownHelpersOnly: true, noEscape: format === 'text' };
  for (const [name, block] of shared()) engine.registerPartial(name, engine.compile(block, options));
  return engine.compile(source(format), options);
}

function dataOf(letter: OrderLetter) {
  const { template, language, orderNumber } = letter;
  const facts = { ...letter, ...cleaned(letter) };
  const { greeting, signature, footer, cardPage: cardPageIntro } = orderLetterCatalogue(language);
  const [hello, onBehalf] = signature;
  return {
    ...orderLetterWords(template, language, facts),
    language,
    subject: orderMailSubject(template, language, orderNumber),
    greeting: greeting(oneLine(letter.ordererName)),
    remedies: facts.remedies,
    words: commentLines(letter.note).filter(line => line !== ''),
    picture: letter.picture,
    cardPage: letter.cardPage,
    cardPageIntro,
    hello,
    onBehalf,
    issuer: facts.issuer,
    footer: footer(orderNumber),
  };
}

/** A name can never start a new line, whatever was once stored. */
function cleaned({ personName, unitName, issuer }: OrderLetter) {
  return {
    personName: personName === null ? null : oneLine(personName),
    unitName: oneLine(unitName),
    issuer: oneLine(issuer),
  };
}
