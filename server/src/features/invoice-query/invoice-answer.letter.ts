/** Renders the answer to an enquiry about an invoice as HTML and as text, with everything escaped; its words are those the clerk saw. */
import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import type { Language } from '../../platform/language.ts';

export interface InvoiceAnswerLetter {
  readonly language: Language;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly codeLines: readonly string[];
  readonly issuer: string;
}

export type RenderInvoiceAnswer = (letter: InvoiceAnswerLetter) => {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
};

const HOME = new URL('../correspondence/templates/', import.meta.url);
const HELLO: Readonly<Record<Language, string>> = {
  nb: 'Vennlig hilsen',
  nn: 'Venleg helsing',
  en: 'Kind regards',
};

/** @throws Error when a template is missing */
export function loadInvoiceAnswer(): RenderInvoiceAnswer {
  const [html, text] = (['html', 'text'] as const).map(format => {
    const engine = Handlebars.create();
    // Plain text has nothing to escape; in HTML everything is.
    const options = { strict: true, knownHelpersOnly: true, noEscape: format === 'text' };
    engine.registerPartial('layout', engine.compile(read('shared/layout.html.hbs'), options));
    return engine.compile<InvoiceAnswerLetter & { hello: string }>(
      read(`INVOICE_ANSWER/${format}.hbs`),
      options,
    );
  });
  return letter => {
    const data = { ...letter, hello: HELLO[letter.language] };
    return { subject: letter.subject, html: html?.(data) ?? '', text: `${text?.(data).trim() ?? ''}\n` };
  };
}

const read = (path: string) => readFileSync(new URL(path, HOME), 'utf8');
