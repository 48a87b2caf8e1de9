/** What issuing some invoices anew would do, computed from the books as they stand: the same for the preview, for the checker's page and for the approval. */
import { type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { digestOf } from '../decision/decision.rules.ts';
import type { InvoiceKind } from '../invoice/invoice-document.rules.ts';
import type { KidAlgorithm } from '../invoice/kid.rules.ts';
import type { Payment } from '../order/order.enums.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import type { Settings } from '../setting/setting.rules.ts';
import type { ReissueProblem } from './reissue.enums.ts';
import { type Afterwards, afterwards, problemOf } from './reissue.rules.ts';
import { FACTS } from './reissue.sql.ts';

type Reader = Db | Tx;

interface FactsRow extends Record<string, unknown> {
  id: string;
  kind: InvoiceKind;
  number: string;
  kid: string;
  payment: Payment;
  orderNumber: string;
  issuedOn: LocalDate;
  dueOn: LocalDate | null;
  customerReference: string | null;
  firmId: string;
  firmName: string;
  orgNumber: string | null;
  orderedOn: LocalDate;
  grossOre: string;
  creditedOre: string;
  writtenOffOre: string;
  balanceOre: string;
  paidOre: string;
  closedThrough: LocalDate | null;
  proposed: boolean;
}

/** An invoice as it stands, and as it would be. */
export interface PlannedRow {
  readonly invoiceId: string;
  readonly number: string;
  readonly kid: string;
  readonly orderNumber: string;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly customerReference: string | null;
  readonly grossOre: number;
  readonly balanceOre: number;
  readonly problem: ReissueProblem | null;
  readonly after: Afterwards;
}

export interface ReissuePlan {
  readonly firmIds: readonly string[];
  readonly firmName: string;
  readonly orgNumber: string | null;
  readonly rows: readonly PlannedRow[];
}

export interface PlanAsk {
  readonly invoiceIds: readonly string[];
  /** Cleaned; null while none is typed. */
  readonly reference: string | null;
  /** The proposal they are in already. */
  readonly proposalId: string | null;
  readonly now: Date;
}

/** What new invoices are made by. */
export interface NewInvoiceRules {
  readonly today: LocalDate;
  readonly settings: Settings;
  readonly dueDays: number;
  readonly kidAlgorithm: KidAlgorithm;
}

export async function newInvoiceRules(reader: Reader, now: Date): Promise<NewInvoiceRules> {
  const today = osloDate(now);
  const settings = await settingsOn(reader, today);
  const kidAlgorithm = settings.kidAlgorithm as KidAlgorithm;
  return { today, settings, dueDays: settings.invoiceDueDays, kidAlgorithm };
}

/** Null when one of the invoices is not there, or may not be seen. */
export async function planReissue(
  reader: Reader,
  { invoiceIds, reference, proposalId, now }: PlanAsk,
): Promise<ReissuePlan | null> {
  const { today, dueDays } = await newInvoiceRules(reader, now);
  const values = [invoiceIds, proposalId];
  const found =
    'read' in reader
      ? await reader.read<FactsRow>(FACTS, values)
      : await reader.query<FactsRow>(FACTS, values);
  const [first] = found;
  if (!first || found.length !== invoiceIds.length) return null;
  const rows = found.map(row => plannedOf(row, { reference, today, dueDays }));
  const firmIds = [...new Set(found.map(({ firmId }) => firmId))];
  return { firmIds, firmName: first.firmName, orgNumber: first.orgNumber, rows };
}

interface Terms {
  readonly reference: string | null;
  readonly today: LocalDate;
  readonly dueDays: number;
}

function plannedOf(row: FactsRow, terms: Terms): PlannedRow {
  const { id, number, kid, orderNumber, issuedOn, dueOn, customerReference } = row;
  const ore = {
    grossOre: Number(row.grossOre),
    creditedOre: Number(row.creditedOre),
    writtenOffOre: Number(row.writtenOffOre),
    paidOre: Number(row.paidOre),
  };
  return {
    ...{ invoiceId: id, number, kid, orderNumber, issuedOn, dueOn, customerReference },
    ...{ grossOre: ore.grossOre, balanceOre: Number(row.balanceOre) },
    problem: problemOf({ ...row, ...ore }, terms),
    after: afterwards(ore, terms),
  };
}

/** What an approval is bound to: every number, amount and day the checker has before her eyes. */
export const planDigest = (reference: string, { firmIds, rows }: ReissuePlan): Buffer =>
  digestOf({ reference, firmIds, rows });
