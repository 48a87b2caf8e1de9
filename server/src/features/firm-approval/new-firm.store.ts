/** Brings in a firm the desk has never met, as Enhetsregisteret has it; for whoever takes in its application for approval. */
import type { Db, Tx } from '../../platform/db/db.ts';
import { invalid } from '../../platform/errors.ts';
import type { Unit } from '../../registers/enhetsregisteret/enhetsregisteret.ts';
import type { Registers } from '../../registers/registers.ts';
import { unitRow } from '../register-check/refresh.write.ts';

/** The main unit of the number that was given: known already, or to be added. */
export interface SoughtFirm {
  /** Null: to be added. */
  readonly id: string | null;
  /** Of the main unit. */
  readonly orgNumber: string;
  /** organisasjonsform of the main unit: AS, ENK, DA … */
  readonly form: string;
  readonly added: object | null;
}

const FIRM = `select m.id::text, m.org_number as "orgNumber", m.form from organisation o join organisation m on m.id = coalesce(o.parent_id, o.id)
where o.org_number = $1`;
const ADD = 'select add_main_unit($1)::text as id';

export interface Asking {
  readonly enhetsregisteret: Registers['enhetsregisteret'];
  /** The field of the input that a refusal names. */
  readonly field: string;
}

export async function knownFirm(db: Db, orgNumber: string): Promise<SoughtFirm | null> {
  const [known] = await db.read<Omit<SoughtFirm, 'added'> & { id: string }>(FIRM, [orgNumber]);
  return known ? { ...known, added: null } : null;
}

/** Asks the register only about a number the desk does not know. @throws AppError VALIDATION_FAILED */
export async function seekFirm(db: Db, orgNumber: string, asking: Asking): Promise<SoughtFirm> {
  const known = await knownFirm(db, orgNumber);
  if (known) return known;
  const unit = await askMainUnit(orgNumber, asking);
  const { orgNumber: number, form } = unit;
  return { id: null, orgNumber: number, form, added: { ...unitRow(unit), status: 'ACTIVE' } };
}

/** @returns organisation.id of the main unit */
export async function firmIn(tx: Tx, { id, added }: SoughtFirm, field: string): Promise<string> {
  if (id !== null) return id;
  const row = await tx.one<{ id: string }>(ADD, [JSON.stringify(added)]);
  if (!row) throw invalid({ [field]: 'NOT_FOUND' });
  return row.id;
}

/** Of a sub-unit its main unit. */
async function askMainUnit(orgNumber: string, { enhetsregisteret, field }: Asking): Promise<Unit> {
  const unit = await enhetsregisteret.unit(orgNumber);
  if (unit.kind === 'UNIT') return unit.unit;
  if (unit.kind === 'UNAVAILABLE') throw invalid({ [field]: 'REGISTER_SILENT' });
  const sub = await enhetsregisteret.subUnit(orgNumber);
  if (sub.kind !== 'SUB_UNIT') throw invalid({ [field]: 'NOT_FOUND' });
  const { mainOrgNumber } = sub.subUnit;
  if (!mainOrgNumber) throw invalid({ [field]: 'NOT_FOUND' });
  const main = await enhetsregisteret.unit(mainOrgNumber);
  if (main.kind !== 'UNIT') throw invalid({ [field]: 'NOT_FOUND' });
  return main.unit;
}
