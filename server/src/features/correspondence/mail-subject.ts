/** The subject line of a mail, the same in the list and in the letter: a fixed phrase with the number of the case or the order. */
import type { Language } from '../../platform/language.ts';
import { invoiceAnswerSubject } from '../invoice-query/answer-subject.rules.ts';
import {
  EntryMailTemplate,
  FixedMailTemplate,
  type MailTemplate,
  OrderMailTemplate,
  ReissueMailTemplate,
} from './mail.enums.ts';
import { orderMailSubject } from './order-letter.rules.ts';
import { LETTERS, subjectOf } from './templates.ts';

export const isOrderMail = (template: MailTemplate): template is OrderMailTemplate =>
  Object.hasOwn(OrderMailTemplate, template);

export const isFixedMail = (template: MailTemplate): template is FixedMailTemplate =>
  Object.hasOwn(FixedMailTemplate, template);

export const isEntryMail = (template: MailTemplate): template is EntryMailTemplate =>
  Object.hasOwn(EntryMailTemplate, template);

/** Tells of invoices, which its letter names. */
export const isReissueMail = (template: MailTemplate): template is ReissueMailTemplate =>
  Object.hasOwn(ReissueMailTemplate, template);

export interface MailNames {
  readonly template: MailTemplate;
  readonly language: Language;
  readonly caseNumber: string | null;
  readonly orderNumber: string | null;
}

export function mailSubject({ template, language, caseNumber, orderNumber }: MailNames): string {
  if (template === 'INVOICE_ANSWER') return invoiceAnswerSubject(language, caseNumber ?? '');
  if (isFixedMail(template) || isReissueMail(template)) return LETTERS[template].subject[language];
  return isOrderMail(template)
    ? orderMailSubject(template, language, orderNumber ?? '')
    : subjectOf(template, language, caseNumber ?? '');
}
