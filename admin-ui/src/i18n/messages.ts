import englishRa from 'ra-language-english';
import { accessLog } from './access-log.messages.ts';
import { applications } from './applications.messages.ts';
import { approvalRules } from './approval-rules.messages.ts';
import { approvals } from './approvals.messages.ts';
import { audit } from './audit.messages.ts';
import { bench } from './bench.messages.ts';
import { books } from './books.messages.ts';
import { caller } from './caller.messages.ts';
import { campaigns } from './campaigns.messages.ts';
import { cards } from './cards.messages.ts';
import { caseForms } from './case-forms.messages.ts';
import { casePage } from './case-page.messages.ts';
import { cases } from './cases.messages.ts';
import { catalogue } from './catalogue.messages.ts';
import { changes } from './changes.messages.ts';
import { clock } from './clock.messages.ts';
import { visits } from './control-visits.messages.ts';
import { decisionTexts } from './decision-texts.messages.ts';
import { decisions } from './decisions.messages.ts';
import type { PathOf } from './define-messages.ts';
import { documents } from './documents.messages.ts';
import { enums } from './enums.messages.ts';
import { errors } from './errors.messages.ts';
import { entries } from './exception-entries.messages.ts';
import { firmRegisters } from './firm-registers.messages.ts';
import { firms } from './firms.messages.ts';
import type { Language } from './format.ts';
import { frame } from './frame.messages.ts';
import { help } from './help.messages.ts';
import { inboundMail } from './inbound-mail.messages.ts';
import { invoiceQueries } from './invoice-queries.messages.ts';
import { invoices } from './invoices.messages.ts';
import { journal } from './journal.messages.ts';
import { letters } from './letters.messages.ts';
import { machines } from './machines.messages.ts';
import { myDay } from './my-day.messages.ts';
import { nationalId } from './national-id.messages.ts';
import { orders } from './orders.messages.ts';
import { outbox } from './outbox.messages.ts';
import { persons } from './persons.messages.ts';
import { production } from './production.messages.ts';
import { publicPages } from './public-pages.messages.ts';
import { raNb } from './ra.nb.ts';
import { raNn } from './ra.nn.ts';
import { reissues } from './reissues.messages.ts';
import { search } from './search.messages.ts';
import { settings } from './settings.messages.ts';
import { shared } from './shared.messages.ts';
import { signIn } from './sign-in.messages.ts';
import { staff } from './staff.messages.ts';
import { ties } from './ties.messages.ts';
import { tips } from './tips.messages.ts';
import { transportDuty } from './transport-duty.messages.ts';
import { vatBatches } from './vat-batches.messages.ts';
import { webhooks } from './webhooks.messages.ts';
import { withdrawals } from './withdrawals.messages.ts';

/** One line per area; the name is the first part of the key: `t('frame.signOut')`. */
const areas = {
  invoiceQueries,
  approvalRules,
  approvals,
  firmRegisters,
  visits,
  entries,
  frame,
  ties,
  shared,
  enums,
  errors,
  help,
  signIn,
  publicPages,
  myDay,
  nationalId,
  search,
  cases,
  casePage,
  caseForms,
  bench,
  books,
  outbox,
  inboundMail,
  staff,
  audit,
  accessLog,
  clock,
  machines,
  webhooks,
  withdrawals,
  documents,
  production,
  vatBatches,
  campaigns,
  settings,
  catalogue,
  decisionTexts,
  changes,
  tips,
  transportDuty,
  orders,
  caller,
  cards,
  firms,
  persons,
  applications,
  decisions,
  letters,
  invoices,
  reissues,
  journal,
};

type Areas = typeof areas;
type BokmalTexts = { [Name in keyof Areas]: Areas[Name]['nb'] };
/** Every key of every area; a misspelt one does not compile. */
export type MessageKey = PathOf<BokmalTexts>;

const ra = { nb: raNb, nn: raNn, en: englishRa };

export function messagesIn(language: Language) {
  const texts = Object.entries(areas).map(([name, area]) => [name, area[language]]);
  return { ...Object.fromEntries(texts), ...ra[language] };
}
