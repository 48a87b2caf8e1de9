/** Who asks in the matrix: one test person per role, and three strangers who may nothing that is not open to everyone. */
import type { StaffName } from '../support/staff.ts';

export const CALLERS = ['agent', 'senior', 'caseworker', 'lead', 'finance', 'auditor', 'admin'] as const;
export type Caller = (typeof CALLERS)[number] & StaffName;

/** Never signed in; signed out; barred from the desk while signed in. */
export const STRANGERS = ['anonymous', 'ended', 'disabled'] as const;
export type Stranger = (typeof STRANGERS)[number];

/** Everyone may, signed in or not. */
export const PUBLIC = 'public';

export const SIGNED_IN: readonly Caller[] = [...CALLERS];
export const IMAGE_DESK: readonly Caller[] = ['agent', 'senior', 'lead'];
export const LEADERS: readonly Caller[] = ['senior', 'lead'];
export const POST_READERS: readonly Caller[] = ['agent', 'senior', 'caseworker', 'lead'];
/** Who sees which papers an application has; who opens them. */
export const PAPER_NAMERS: readonly Caller[] = ['agent', 'senior', 'caseworker', 'lead', 'auditor'];
export const CASE_WORKERS: readonly Caller[] = ['agent', 'senior', 'caseworker', 'lead', 'finance'];
export const CASE_READERS: readonly Caller[] = [...CASE_WORKERS, 'auditor'];
export const AUDITORS: readonly Caller[] = ['auditor'];
/** Who works with orders, and who may look at them. */
export const ORDER_DESK: readonly Caller[] = ['agent', 'senior', 'lead'];
export const ORDER_READERS: readonly Caller[] = [...ORDER_DESK, 'finance', 'auditor'];
/** Who goes through the log of lookups: leaders their own organisation's, the auditor all. */
export const REVIEWERS: readonly Caller[] = [...LEADERS, ...AUDITORS];
export const ADMINS: readonly Caller[] = ['admin'];
/** Who sees what a register answered about a person. */
export const EVIDENCE_READERS: readonly Caller[] = [...IMAGE_DESK, ...AUDITORS];
/** Who sees what the desk does by itself. */
export const CLOCK_READERS: readonly Caller[] = ['senior', ...AUDITORS, ...ADMINS];
export const PRODUCTION_READERS: readonly Caller[] = ['senior', 'lead', ...AUDITORS];
/** Who reads what each exception asks for, who sees how it is changed, and who changes it. */
export const CATALOGUE_READERS: readonly Caller[] = [...POST_READERS, ...AUDITORS];
export const CATALOGUE_REVIEWERS: readonly Caller[] = ['caseworker', 'lead', ...AUDITORS];
/** Who sees letters and the journal, and who looks after the post. */
export const LETTER_READERS: readonly Caller[] = ['caseworker', 'lead', ...AUDITORS];
export const LETTER_DESK: readonly Caller[] = ['caseworker', 'lead'];
export const CATALOGUE_LEADERS: readonly Caller[] = ['lead'];
/** Who decides applications, or prepares that. */
export const AUTHORITY: readonly Caller[] = ['caseworker', 'lead'];
