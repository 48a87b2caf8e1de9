/** Registers a firm's application for approval, for caseworkers who open the post (the issuer takes in none); from that moment the firm is in the register (R3). */
import type { Access } from '../../platform/access/access.ts';
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { invalid } from '../../platform/errors.ts';
import { isMailAddress } from '../../platform/mail/address.rules.ts';
import type { Registers } from '../../registers/registers.ts';
import { newApplication, type RegisteredApplication } from '../application/new-application.write.ts';
import { parseOrgNumber } from '../organisation/org-number.rules.ts';
import type { NumberMode } from '../person/national-id.rules.ts';
import { unitRow } from '../register-check/refresh.write.ts';
import { requireUntied } from '../tie/tie.policy.ts';
import type { RegisterApprovalInput } from './firm-approval.input.ts';

export interface RegisterApprovalParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly numberMode: NumberMode;
  readonly registers: Pick<Registers, 'enhetsregisteret'>;
}

const FIRM = 'select coalesce(parent_id, id)::text as id from organisation where org_number = $1';
const ADD = 'select add_main_unit($1)::text as id';
const MOST_PEOPLE = 100_000;

export class RegisterApprovalService {
  constructor(private readonly parts: RegisterApprovalParts) {}

  /** A firm the desk has never met is fetched from Enhetsregisteret. @throws AppError VALIDATION_FAILED naming the fields, FORBIDDEN, BARRED for a firm she is tied to */
  async register(db: Db, input: RegisterApprovalInput): Promise<RegisteredApplication> {
    const now = this.parts.clock.now();
    const today = osloDate(now);
    const facts = { organisationId: db.principal.organisationId ?? undefined };
    this.parts.access.require(db.principal, { resource: 'application', action: 'register:approval' }, facts);
    requireSound(input, today);
    const parsed = parseOrgNumber(input.orgNumber, this.parts.numberMode);
    if (!parsed.ok) throw invalid({ orgNumber: parsed.code });
    const unknown = (await db.read(FIRM, [parsed.number])).length === 0;
    const added = unknown ? await this.#ask(parsed.number) : null;
    return db.transaction(async tx => {
      const firmId = await firmIn(tx, parsed.number, added);
      await requireUntied(tx, { persons: [], firms: [firmId] });
      return newApplication(tx, toldBy(input, firmId), { at: now, today });
    });
  }

  /** Of a sub-unit its main unit. @returns the row to add */
  async #ask(orgNumber: string): Promise<object> {
    const { enhetsregisteret } = this.parts.registers;
    const unit = await enhetsregisteret.unit(orgNumber);
    if (unit.kind === 'UNIT') return { ...unitRow(unit.unit), status: 'ACTIVE' };
    if (unit.kind === 'UNAVAILABLE') throw invalid({ orgNumber: 'REGISTER_SILENT' });
    const sub = await enhetsregisteret.subUnit(orgNumber);
    if (sub.kind !== 'SUB_UNIT') throw invalid({ orgNumber: 'NOT_FOUND' });
    const { mainOrgNumber } = sub.subUnit;
    if (!mainOrgNumber) throw invalid({ orgNumber: 'NOT_FOUND' });
    const main = await enhetsregisteret.unit(mainOrgNumber);
    if (main.kind !== 'UNIT') throw invalid({ orgNumber: 'NOT_FOUND' });
    return { ...unitRow(main.unit), status: 'ACTIVE' };
  }
}

async function firmIn(tx: Tx, orgNumber: string, added: object | null): Promise<string> {
  const row = added
    ? await tx.one<{ id: string }>(ADD, [JSON.stringify(added)])
    : await tx.one<{ id: string }>(FIRM, [orgNumber]);
  if (!row) throw invalid({ orgNumber: 'NOT_FOUND' });
  return row.id;
}

const blank = (text: string | null | undefined) => text?.trim() || null;

function toldBy(input: RegisterApprovalInput, firmId: string) {
  const { code, channel, receivedOn, language, employees, workers, dischargeDuty = null } = input;
  return {
    ...{ code, channel, receivedOn, language, firmId },
    ...{ personId: null, relatedPersonId: null, wantedFrom: null, evidenceEndsOn: null, orderNumber: null },
    contactName: blank(input.contactName),
    contactEmail: blank(input.contactEmail),
    claims: { note: blank(input.note), employees, workers, dischargeDuty },
  };
}

const isCount = (n: number, least: number) => n >= least && n <= MOST_PEOPLE;
const isAddress = (text: string) => text === '' || isMailAddress(text);

/** @throws AppError VALIDATION_FAILED */
function requireSound(input: RegisterApprovalInput, today: LocalDate): void {
  const { receivedOn, code, employees, workers, dischargeDuty, contactEmail } = input;
  const leastWorkers = code === 'STAFFING_AGENCY' ? 0 : 1;
  const sound: readonly (readonly [boolean, string, string])[] = [
    [receivedOn <= today, 'receivedOn', 'DATE_IN_FUTURE'],
    [isCount(employees, 0), 'employees', 'NOT_POSSIBLE'],
    [isCount(workers, leastWorkers), 'workers', 'NOT_POSSIBLE'],
    [code !== 'CAR_CARE_FIRM' || typeof dischargeDuty === 'boolean', 'dischargeDuty', 'REQUIRED'],
    [isAddress(contactEmail?.trim() ?? ''), 'contactEmail', 'NOT_AN_ADDRESS'],
  ];
  const faults = sound.flatMap(([is, field, fault]) => (is ? [] : [[field, fault] as const]));
  if (faults.length > 0) throw invalid(Object.fromEntries(faults));
}
