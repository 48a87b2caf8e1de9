/** Who sees what about whom: one line per kind of personal data, whatever query, mutation or field it would come through. */
import type { PersonalKind } from '../../server/src/platform/access/personal-data.ts';
import type { Caller } from './callers.ts';
import type { Zone } from './canaries.ts';

/** DENY: nothing at all. MASK: the first six digits. CLEAR: as it is. */
export type Sight = 'deny' | 'mask' | 'clear';
type Line = Readonly<Record<Caller, Sight>>;

const line = (...[agent, senior, caseworker, lead, finance, auditor, admin]: Sight[]) =>
  ({ agent, senior, caseworker, lead, finance, auditor, admin }) as Line;

const [no, mask, yes] = ['deny', 'mask', 'clear'] as const;

export const SIGHT: Readonly<Record<PersonalKind, Line>> = {
  //                    agent senior caseworker lead finance auditor admin
  name: line(yes, yes, yes, yes, yes, yes, no),
  'birth-date': line(yes, yes, yes, yes, no, no, no),
  'national-id': line(mask, yes, mask, yes, no, no, no),
  protection: line(yes, yes, yes, yes, yes, yes, no),
  image: line(yes, yes, no, yes, no, no, no),
  orderer: line(yes, yes, yes, yes, yes, yes, no),
  letter: line(yes, yes, yes, yes, no, no, no),
  post: line(no, no, yes, yes, no, no, no),
  decision: line(no, no, yes, yes, no, yes, no),
  visit: line(no, no, yes, yes, no, no, no),
  'invoice-query': line(no, no, no, no, yes, no, no),
  'case-text': line(yes, yes, yes, yes, yes, yes, no),
  note: line(yes, yes, yes, yes, yes, yes, no),
  'register-answer': line(yes, yes, no, yes, no, yes, no),
  'upload-secret': line(yes, yes, no, yes, no, no, no),
  self: line(yes, yes, yes, yes, yes, yes, yes),
  draft: line(yes, yes, yes, yes, yes, yes, no),
  'staff-name': line(yes, yes, yes, yes, yes, yes, yes),
  'staff-email': line(no, no, no, no, no, no, yes),
  'grant-reason': line(no, no, no, no, no, no, yes),
  password: line(no, no, no, no, no, no, yes),
  log: line(no, yes, no, yes, no, yes, no),
};

/** Whose rows a role comes near at all: organisation 1 is the issuer, 2 the authority; I images, Q inquiries. */
export const REACH: Readonly<Record<Caller, readonly Zone[]>> = {
  agent: ['1I', '1Q'],
  senior: ['1I', '1Q'],
  caseworker: ['2I', '2Q'],
  lead: ['2I', '2Q'],
  finance: ['1Q'],
  auditor: ['1I', '1Q', '2I', '2Q'],
  admin: [],
};
