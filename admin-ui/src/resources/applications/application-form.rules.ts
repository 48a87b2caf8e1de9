/** What the registration form asks for, and what it sends. */
import type { ApplicationOptions, ExceptionRule, NewApplication } from './application.documents.ts';

export interface Named {
  nationalId: string;
  givenName: string;
  familyName: string;
}

export interface ApplicationForm {
  /** PHONE registers nothing: a call is noted. */
  channel: NewApplication['channel'] | 'PHONE' | '';
  receivedOn: string;
  language: NewApplication['language'];
  code: ExceptionRule['code'] | '';
  orgNumber: string;
  applicant: Named;
  related: Named;
  wantedFrom: string;
  evidenceEndsOn: string;
  contactName: string;
  contactEmail: string;
  orderNumber: string;
  vatProvision: string;
  foreignStaff: NonNullable<NewApplication['foreignStaff']> | '';
  note: string;
}

const NOBODY: Named = { nationalId: '', givenName: '', familyName: '' };
export const CHANNELS = ['LETTER', 'EDIALOG', 'EMAIL', 'PHONE'] as const;

/** What the address says beforehand: `?channel=EMAIL&received=2026-11-23&orgNumber=…&email=…&name=…`. */
export function blankForm(params: URLSearchParams, today: string): ApplicationForm {
  const of = (name: string) => params.get(name) ?? '';
  return {
    ...{ channel: CHANNELS.find(one => one === of('channel')) ?? '', language: 'nb', code: '' },
    ...{
      receivedOn: of('received') || today,
      orgNumber: of('orgNumber'),
      applicant: NOBODY,
      related: NOBODY,
    },
    ...{ wantedFrom: '', evidenceEndsOn: '', contactName: of('name'), contactEmail: of('email') },
    ...{ orderNumber: of('orderNumber'), vatProvision: '', foreignStaff: '', note: '' },
  };
}

export const isPersonal = (rule: ExceptionRule | null) => rule?.subject === 'PERSON_AND_FIRM';
export const hasClaim = (rule: ExceptionRule | null, fact: 'VAT_PROVISION' | 'FOREIGN_STAFF') =>
  rule?.requirements.some(one => one.fact === fact) ?? false;

const RELATED = ['AA_ENK_SPOUSE', 'UDI_EEA_FAMILY'] as const;
/** Whose right comes from somebody else: from whom. */
export const relatedOf = (code: ApplicationForm['code']) => RELATED.find(one => one === code) ?? null;

/** LOST: personal papers by plain e-mail; nothing is decided on them. */
export function channelVerdict(
  { channel }: Pick<ApplicationForm, 'channel'>,
  rule: ExceptionRule | null,
): 'OK' | 'PHONE' | 'LOST' | 'NOT_ALLOWED' {
  if (channel === 'PHONE') return 'PHONE';
  if (channel !== 'EMAIL' || !rule || rule.channels === 'ALSO_EMAIL') return 'OK';
  return isPersonal(rule) ? 'LOST' : 'NOT_ALLOWED';
}

const text = (value: string) => value.trim() || null;
const named = (person: Named) =>
  Object.values(person).some(value => value.trim() !== '')
    ? {
        nationalId: person.nationalId.trim(),
        givenName: person.givenName.trim(),
        familyName: person.familyName.trim(),
      }
    : null;

interface About {
  rule: ExceptionRule;
  channel: NewApplication['channel'];
  line: Pick<ApplicationOptions, 'orderItemId'> | null;
}

export function inputOf(form: ApplicationForm, { rule, channel, line }: About): NewApplication {
  const own = !line && isPersonal(rule);
  return {
    // The catalogue lists exceptions alone.
    ...{
      code: rule.code as NewApplication['code'],
      channel,
      receivedOn: form.receivedOn,
      language: form.language,
    },
    ...{ orderItemId: line?.orderItemId ?? null, orgNumber: line ? null : text(form.orgNumber) },
    applicant: own ? named(form.applicant) : null,
    related: relatedOf(rule.code) ? named(form.related) : null,
    ...{ wantedFrom: text(form.wantedFrom), contactName: text(form.contactName) },
    evidenceEndsOn: rule.validity.date ? text(form.evidenceEndsOn) : null,
    ...{ contactEmail: text(form.contactEmail), orderNumber: text(form.orderNumber), note: text(form.note) },
    vatProvision: hasClaim(rule, 'VAT_PROVISION') ? text(form.vatProvision) : null,
    foreignStaff: hasClaim(rule, 'FOREIGN_STAFF') ? form.foreignStaff || null : null,
  };
}
