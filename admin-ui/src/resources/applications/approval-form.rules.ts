/** What the registration form of an approval asks for, and what it sends. */
import type { NewApproval } from './application.documents.ts';
import type { ApprovalCode } from './approval.rules.ts';

export interface ApprovalForm {
  code: ApprovalCode | '';
  channel: NewApproval['channel'] | '';
  receivedOn: string;
  language: NewApproval['language'];
  orgNumber: string;
  employees: string;
  workers: string;
  dischargeDuty: 'YES' | 'NO' | '';
  contactName: string;
  contactEmail: string;
  note: string;
}

export const channels = ['EDIALOG', 'LETTER', 'EMAIL'] as const;

/** What the address says beforehand, as for exceptions. */
export function blankApproval(params: URLSearchParams, today: string): ApprovalForm {
  const of = (name: string) => params.get(name) ?? '';
  return {
    ...{ code: '', channel: channels.find(one => one === of('channel')) ?? '', language: 'nb' },
    ...{ receivedOn: of('received') || today, orgNumber: of('orgNumber'), employees: '', workers: '' },
    ...{ dischargeDuty: '', contactName: of('name'), contactEmail: of('email'), note: '' },
  };
}

const COUNT = /^\d{1,6}$/;
/** Agencies order no cards of their own by this approval. */
export const asksForWorkers = (code: ApprovalForm['code']) => code !== '' && code !== 'STAFFING_AGENCY';

/** Null while something it needs is not there. */
export function approvalInput(form: ApprovalForm): NewApproval | null {
  const { code, channel, receivedOn, language, orgNumber, employees, workers, dischargeDuty } = form;
  const counts = COUNT.test(employees.trim()) && (!asksForWorkers(code) || COUNT.test(workers.trim()));
  const discharge = code !== 'CAR_CARE_FIRM' || dischargeDuty !== '';
  if (code === '' || channel === '' || !receivedOn || !orgNumber.trim() || !counts || !discharge) return null;
  const text = (value: string) => value.trim() || null;
  return {
    ...{ code, channel, receivedOn, language, orgNumber: orgNumber.trim() },
    employees: Number(employees),
    workers: asksForWorkers(code) ? Number(workers) : 0,
    dischargeDuty: code === 'CAR_CARE_FIRM' ? dischargeDuty === 'YES' : null,
    ...{ contactName: text(form.contactName), contactEmail: text(form.contactEmail), note: text(form.note) },
  };
}
