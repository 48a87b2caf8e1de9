/** Registers an inquiry that came by phone, letter or mail, for those who answer them. */
import { addWorkingDays, osloDate } from '../../platform/calendar/calendar.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { invalid } from '../../platform/errors.ts';
import { parseOrgNumber } from '../organisation/org-number.rules.ts';
import type { RegisterInquiryInput } from './case.input.ts';
import { addEvent } from './case.write.ts';
import type { CaseParts } from './case-gate.ts';
import { nextCaseNumber } from './case-number.write.ts';

const DEFAULT_DAYS = 5;
const MOST_DAYS = 250;

const FIRM = 'select id from organisation where org_number = $1';
/** An order of several items does not say which person it is about. */
const ORDER = `select max(unit_id) as unit_id, case when count(*) = 1 then max(id) end as item_id, case when count(*) = 1 then max(person_id) end as person_id
  from order_item where order_number = $1 and organisation_id = $2 having count(*) > 0`;
const OPEN = `insert into desk_case (organisation_id, number, kind, queue, channel, language, title, description,
  person_id, subject_organisation_id, order_item_id, opened_on, due_days, due_on)
values ($1, $2, 'INQUIRY', 'INQUIRY', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`;

/** Rows the inquiry is about. */
interface Subjects {
  firmId: string | null;
  itemId: string | null;
  personId: string | null;
}

export class InquiryService {
  constructor(private readonly parts: CaseParts) {}

  /** @returns id of the new case. @throws AppError VALIDATION_FAILED naming the fields */
  async registerInquiry(db: Db, input: RegisterInquiryInput): Promise<string> {
    const { organisationId } = db.principal;
    const facts = { organisationId: organisationId ?? undefined, kind: 'INQUIRY' };
    this.parts.access.require(db.principal, { resource: 'case', action: 'register' }, facts);
    requireFilledIn(input);
    const firmNumber = this.#checkedOrgNumber(input);
    return db.transaction(async tx => {
      const subjects = await findSubjects(tx, { ...input, firmNumber, organisationId });
      return this.#open(tx, { ...input, ...subjects, organisationId: organisationId ?? 0 });
    });
  }

  #checkedOrgNumber({ orgNumber }: RegisterInquiryInput): string | null {
    if (!orgNumber?.trim()) return null;
    const parsed = parseOrgNumber(orgNumber, this.parts.numberMode);
    if (!parsed.ok) throw invalid({ orgNumber: parsed.code });
    return parsed.number;
  }

  async #open(
    tx: Tx,
    inquiry: RegisterInquiryInput & Subjects & { organisationId: number },
  ): Promise<string> {
    const today = osloDate(this.parts.clock.now());
    const days = inquiry.dueDays ?? DEFAULT_DAYS;
    const number = await nextCaseNumber(tx, Number(today.slice(0, 4)));
    const { organisationId, channel, language, title, description, personId, firmId, itemId } = inquiry;
    const texts = [channel, language, title, description];
    const dates = [today, days, addWorkingDays(today, days)];
    const values = [organisationId, number, ...texts, personId, firmId, itemId, ...dates];
    const opened = await tx.one<{ id: string }>(OPEN, values);
    const id = opened?.id ?? '';
    await addEvent(tx, { id, organisation_id: organisationId }, { type: 'CASE_OPENED', newValue: channel });
    return id;
  }
}

function requireFilledIn({ title, description, dueDays }: RegisterInquiryInput): void {
  const faults: Record<string, string> = {};
  if (title.trim() === '') faults.title = 'REQUIRED';
  if (description.trim() === '') faults.description = 'REQUIRED';
  const days = dueDays ?? DEFAULT_DAYS;
  if (days < 1 || days > MOST_DAYS) faults.dueDays = 'OUT_OF_RANGE';
  if (Object.keys(faults).length > 0) throw invalid(faults);
}

interface Sought {
  orderNumber?: string | null;
  firmNumber: string | null;
  organisationId: number | null;
}

/** A firm that is named goes before the order's own. */
async function findSubjects(tx: Tx, { orderNumber, firmNumber, organisationId }: Sought): Promise<Subjects> {
  const firm = firmNumber ? await tx.one<{ id: string }>(FIRM, [firmNumber]) : null;
  if (firmNumber && !firm) throw invalid({ orgNumber: 'NOT_FOUND' });
  const asked = orderNumber?.trim();
  const order = asked
    ? await tx.one<{ unit_id: string; item_id: string | null; person_id: string | null }>(ORDER, [
        asked,
        organisationId,
      ])
    : null;
  if (asked && !order) throw invalid({ orderNumber: 'NOT_FOUND' });
  return {
    firmId: firm?.id ?? order?.unit_id ?? null,
    itemId: order?.item_id ?? null,
    personId: order?.person_id ?? null,
  };
}
