/** What the registration form of an approval asks for, and what it sends. */
import type { NewApproval } from './application.documents.ts';
import type { Named } from './application-form.rules.ts';
import type { ApprovalCode } from './approval.rules.ts';

type Relation = NonNullable<NewApproval['namedWorkers']>[number]['relation'];

export interface FormWorker extends Named {
  /** Of the row, as long as the form is open. */
  readonly row: number;
  relation: Relation | '';
}

export interface ApprovalForm {
  code: ApprovalCode | '';
  channel: NewApproval['channel'] | '';
  receivedOn: string;
  language: NewApproval['language'];
  orgNumber: string;
  employees: string;
  workers: string;
  namedWorkers: readonly FormWorker[];
  dischargeDuty: 'YES' | 'NO' | '';
  contactName: string;
  contactEmail: string;
  note: string;
}

export const relations = ['OWNER', 'SPOUSE', 'PARTNER'] as const satisfies readonly Relation[];
export const mostWorkers = 20;

export const channels = ['EDIALOG', 'LETTER', 'EMAIL'] as const;

/** What the address says beforehand, as for exceptions. */
export function blankApproval(params: URLSearchParams, today: string): ApprovalForm {
  const of = (name: string) => params.get(name) ?? '';
  return {
    ...{ code: '', channel: channels.find(one => one === of('channel')) ?? '', language: 'nb' },
    ...{ receivedOn: of('received') || today, orgNumber: of('orgNumber'), employees: '', workers: '' },
    ...{ namedWorkers: [], dischargeDuty: '', contactName: of('name'), contactEmail: of('email'), note: '' },
  };
}

const COUNT = /^\d{1,6}$/;
/** Agencies order no cards of their own by this approval. */
export const asksForWorkers = (code: ApprovalForm['code']) => code !== '' && code !== 'STAFFING_AGENCY';

/** With nobody employed, those who are named are all who need a card. */
export const namesEverybody = ({ code, employees, namedWorkers }: ApprovalForm): boolean =>
  asksForWorkers(code) && namedWorkers.length > 0 && employees.trim() !== '' && Number(employees) === 0;

export function withWorker({ namedWorkers }: ApprovalForm): readonly FormWorker[] {
  const row = Math.max(0, ...namedWorkers.map(one => one.row)) + 1;
  return [...namedWorkers, { row, relation: '', nationalId: '', givenName: '', familyName: '' }];
}

/** Null while somebody's relation is not chosen. */
function workersIn({ code, namedWorkers }: ApprovalForm): NewApproval['namedWorkers'] {
  if (!asksForWorkers(code)) return [];
  const named = namedWorkers.flatMap(({ relation, nationalId, givenName, familyName }) =>
    relation === '' ? [] : [{ relation, nationalId: nationalId.trim(), givenName, familyName }],
  );
  return named.length === namedWorkers.length ? named : null;
}

function workerCount(form: ApprovalForm): number | null {
  if (!asksForWorkers(form.code)) return 0;
  if (namesEverybody(form)) return form.namedWorkers.length;
  return COUNT.test(form.workers.trim()) ? Number(form.workers) : null;
}

/** Null while something it needs is not there. */
export function approvalInput(form: ApprovalForm): NewApproval | null {
  const { code, channel, receivedOn, language, orgNumber, employees, dischargeDuty } = form;
  const [workers, namedWorkers] = [workerCount(form), workersIn(form)];
  const discharge = code !== 'CAR_CARE_FIRM' || dischargeDuty !== '';
  const filled = receivedOn && orgNumber.trim() && COUNT.test(employees.trim()) && discharge;
  if (code === '' || channel === '' || !filled || workers === null || !namedWorkers) return null;
  const text = (value: string) => value.trim() || null;
  return {
    ...{ code, channel, receivedOn, language, orgNumber: orgNumber.trim() },
    ...{ employees: Number(employees), workers, namedWorkers },
    dischargeDuty: code === 'CAR_CARE_FIRM' ? dischargeDuty === 'YES' : null,
    ...{ contactName: text(form.contactName), contactEmail: text(form.contactEmail), note: text(form.note) },
  };
}
