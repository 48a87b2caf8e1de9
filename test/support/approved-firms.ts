/** Firms in the public register, for tests: everything the desk knows of them, of which little is anyone's to know. */
import type { ApprovalRegister } from '../../server/src/features/firm-approval/firm-approval.enums.ts';
import type { Desk } from './desk.ts';
import { insert } from './insert.ts';
import { createPerson, syntheticOrgNumber } from './people.factories.ts';

export interface ApprovedFirm {
  readonly id: string;
  readonly orgNumber: string;
}

export interface NewApprovedFirm {
  readonly name: string;
  readonly form?: string;
  readonly status?: string;
  readonly street?: string;
  readonly postcode?: string;
  readonly city?: string;
  readonly municipality?: string | null;
}

export async function createApprovedFirm(desk: Desk, firm: NewApprovedFirm): Promise<ApprovedFirm> {
  const { name, form = 'AS', status = 'ACTIVE', municipality = null } = firm;
  const { street = null, postcode = null, city = null } = firm;
  const orgNumber = syntheticOrgNumber();
  const known = { org_number: orgNumber, name, form, status, street, postcode, city };
  const id = await insert(desk, 'organisation', { ...known, municipality_name: municipality });
  return { id, orgNumber };
}

/** @param told 'NOT_APPROVED', or 'APPROVED 2026-11-22' with its last day; null: it leaves the register */
export async function put(
  desk: Desk,
  [{ id }, register, told]: readonly [ApprovedFirm, ApprovalRegister, string | null],
  at: string,
): Promise<void> {
  const [status = null, validTo = null] = told?.split(' ') ?? [];
  const sql = 'select put_firm_approval($1, $2, $3, $4)';
  await desk.sql.query(sql, [id, register, JSON.stringify({ status, validTo, cause: 'DECISION' }), at]);
}

/** A sole proprietor whom the firm belongs to, in Enhetsregisteret. */
export async function createOwner(
  desk: Desk,
  firm: ApprovedFirm,
  { restricted = false } = {},
): Promise<void> {
  const { id } = await createPerson(desk, { givenName: 'Eier', familyName: 'Hemmelig', restricted });
  await insert(desk, 'firm_role', {
    ...{ firm_id: firm.id, code: 'INNH', person_id: id, holder_name: 'Eier Hemmelig' },
    ...{ holder_birth_date: '1985-05-17', refreshed_at: '2026-11-02T08:00:00Z' },
  });
}
