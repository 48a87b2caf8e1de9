/** What a firm's application for approval says, read and checked in one way whoever sends it: staff who register a paper, or a machine. */
import type { LocalDate } from '../../platform/calendar/calendar.ts';
import { invalid } from '../../platform/errors.ts';
import { isMailAddress } from '../../platform/mail/address.rules.ts';
import type { NamedWorker, NewApplication } from '../application/new-application.write.ts';
import type { RegisterApprovalInput } from './firm-approval.input.ts';
import { workersOf } from './named-workers.store.ts';

const MOST_PEOPLE = 100_000;

type Told = Omit<RegisterApprovalInput, 'orgNumber'>;

const blank = (text: string | null | undefined) => text?.trim() || null;

export interface About {
  /** The main unit. */
  readonly firmId: string;
  readonly namedWorkers: readonly NamedWorker[];
}

export function toldApproval(input: Told, { firmId, namedWorkers }: About): NewApplication {
  const { code, channel, receivedOn, language, employees, dischargeDuty = null } = input;
  return {
    ...{ code, channel, receivedOn, language, firmId },
    ...{ personId: null, relatedPersonId: null, wantedFrom: null, evidenceEndsOn: null, orderNumber: null },
    contactName: blank(input.contactName),
    contactEmail: blank(input.contactEmail),
    claims: { note: blank(input.note), employees, workers: workersOf(input), dischargeDuty },
    namedWorkers,
  };
}

const isCount = (n: number, least: number) => n >= least && n <= MOST_PEOPLE;
const isAddress = (text: string) => text === '' || isMailAddress(text);

/** @throws AppError VALIDATION_FAILED */
export function requireSoundApproval(input: Omit<Told, 'channel' | 'language'>, today: LocalDate): void {
  const { receivedOn, code, employees, dischargeDuty, contactEmail } = input;
  const leastWorkers = code === 'STAFFING_AGENCY' ? 0 : 1;
  const sound: readonly (readonly [boolean, string, string])[] = [
    [receivedOn <= today, 'receivedOn', 'DATE_IN_FUTURE'],
    [isCount(employees, 0), 'employees', 'NOT_POSSIBLE'],
    [isCount(workersOf(input), leastWorkers), 'workers', 'NOT_POSSIBLE'],
    [code !== 'CAR_CARE_FIRM' || typeof dischargeDuty === 'boolean', 'dischargeDuty', 'REQUIRED'],
    [isAddress(contactEmail?.trim() ?? ''), 'contactEmail', 'NOT_AN_ADDRESS'],
  ];
  const faults = sound.flatMap(([is, field, fault]) => (is ? [] : [[field, fault] as const]));
  if (faults.length > 0) throw invalid(Object.fromEntries(faults));
}
