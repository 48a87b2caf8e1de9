/** Closes the books through a day, for good, and exports what was posted; both by finance, who have just proved who they are. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import { requireFresh } from '../../platform/access/fresh.ts';
import { logRead } from '../../platform/audit/audit.ts';
import { daysBetween, type LocalDate, osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Db, Tx } from '../../platform/db/db.ts';
import { forbidden, invalid, notFound } from '../../platform/errors.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import type { CloseBooksInput } from './ledger.input.ts';
import { BALANCES, CLOSE, EXPORTED } from './ledger.sql.ts';
import { type AccountBalance, type ExportedEntry, ledgerCsv } from './ledger-csv.ts';
import { saftXml } from './ledger-saft.ts';

export interface LedgerParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'STEP_UP_MINUTES'>;
}

export const LEDGER_FORMATS = ['csv', 'xml'] as const;
export type LedgerFormat = (typeof LEDGER_FORMATS)[number];

const LONGEST_PERIOD = 366;

export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export class LedgerService {
  constructor(private readonly parts: LedgerParts) {}

  /** @throws AppError STEP_UP_REQUIRED, VALIDATION_FAILED (through) */
  async close(db: Db, { through }: CloseBooksInput): Promise<void> {
    const organisationId = this.#require(db, 'close');
    const now = this.parts.clock.now();
    if (through >= osloDate(now)) throw invalid({ through: 'DATE_TOO_FAR' });
    await db.transaction(async tx => {
      try {
        await tx.query(CLOSE, [organisationId, through, now]);
      } catch (error) {
        throw (error as { constraint?: string }).constraint === 'period_closes'
          ? invalid({ through: 'DATE_NOT_LATER' })
          : error;
      }
    });
  }

  mayExport({ principal }: Db): boolean {
    const organisationId = principal.organisationId ?? undefined;
    return this.parts.access.may(principal, { resource: 'ledger', action: 'export' }, { organisationId });
  }

  /** Everything posted in the period; that it was taken out is logged. @throws AppError STEP_UP_REQUIRED, NOT_FOUND when it is no period, or longer than a year */
  async export(db: Db, period: Period, format: LedgerFormat): Promise<Buffer> {
    const organisationId = this.#require(db, 'export');
    const { from, to } = period;
    if (to < from || daysBetween(from, to) > LONGEST_PERIOD) throw notFound();
    return db.transaction(async tx => {
      const asked = [organisationId, from, to];
      const entries = await tx.query<ExportedEntry & Record<string, unknown>>(EXPORTED, asked);
      await logRead(tx, db, { table: 'voucher', fields: ['export', format, from, to] });
      if (format === 'csv') return Buffer.from(ledgerCsv(entries), 'utf8');
      return Buffer.from(await this.#saft(tx, { asked, period, entries }), 'utf8');
    });
  }

  async #saft(
    tx: Tx,
    { asked, period, entries }: { asked: unknown[]; period: Period; entries: ExportedEntry[] },
  ): Promise<string> {
    const today = osloDate(this.parts.clock.now());
    const accounts = await tx.query<AccountBalance & Record<string, unknown>>(BALANCES, asked);
    return saftXml({ ...period, today, accounts, entries, settings: await settingsOn(tx, today) });
  }

  #require(db: Db, action: 'close' | 'export'): number {
    const { access, clock, config } = this.parts;
    const { organisationId } = db.principal;
    if (organisationId === null) throw forbidden();
    access.require(db.principal, { resource: 'ledger', action }, { organisationId });
    requireFresh(db.principal, { now: clock.now(), minutes: config.STEP_UP_MINUTES });
    return organisationId;
  }
}
