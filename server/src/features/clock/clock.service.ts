/** Rehearses a job, so that nobody is surprised by what the clock does, and starts one out of turn; for those who look after the desk. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import { requireFresh } from '../../platform/access/fresh.ts';
import { logRead } from '../../platform/audit/audit.ts';
import { type LocalDate, osloDate, workingDaysBetween } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import { Db, type DbParts } from '../../platform/db/db.ts';
import { SYSTEM } from '../../platform/db/principal.ts';
import { AppError, invalid } from '../../platform/errors.ts';
import type { DueRow } from '../../platform/jobs/sweep.ts';
import { settingsOn } from '../setting/setting.readmodel.ts';
import { extraDaysOff } from '../setting/setting.rules.ts';
import type { RunJobInput } from './clock.input.ts';
import type { ClockReadModel } from './clock.readmodel.ts';
import type { JobDueRowType, JobRehearsalType } from './clock.type.ts';

export interface ClockParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'STEP_UP_MINUTES'>;
  /** As the jobs' own role: a rehearsal finds what the job finds. */
  readonly jobParts: DbParts;
  readonly pages: ClockReadModel;
}

const SHOWN = 200;
const COUNTED = 1_000;
/** A year ahead is far enough to see any clock run out. */
const FARTHEST_DAYS = 800;
const ASK = 'insert into job_request (job, reason, asked_by, asked_at) values ($1, $2, $3, $4) returning id';

export class ClockService {
  constructor(private readonly parts: ClockParts) {}

  /** If it ran now, or on a later day. @throws AppError NOT_FOUND, JOB_NOT_REHEARSED, VALIDATION_FAILED (on) */
  async rehearse(db: Db, job: string, on: LocalDate | null): Promise<JobRehearsalType> {
    const definition = this.parts.pages.find(job);
    if (!definition.rehearse) throw new AppError('JOB_NOT_REHEARSED');
    const at = this.#moment(on);
    const system = new Db(this.parts.jobParts, SYSTEM, { ...db.info, operation: `rehearse ${job}` });
    const { rows } = await definition.rehearse(system, at, this.#organisation(db));
    const shown = rows.slice(0, SHOWN);
    await logShown(db, shown);
    const count = { value: Math.min(rows.length, COUNTED), exact: rows.length <= COUNTED };
    const off = extraDaysOff(await settingsOn(db, osloDate(at)));
    return { job, on: osloDate(at), count, rows: shown.map(row => lineOf(row, off)) };
  }

  /** A server that runs jobs sees to it within seconds. @throws AppError NOT_FOUND, STEP_UP_REQUIRED, VALIDATION_FAILED (reason) */
  async run(db: Db, { job, reason }: RunJobInput): Promise<void> {
    const { clock, config, pages } = this.parts;
    const { name } = pages.find(job);
    const now = clock.now();
    requireFresh(db.principal, { now, minutes: config.STEP_UP_MINUTES });
    if (reason.trim() === '') throw invalid({ reason: 'REQUIRED' });
    await db.transaction(tx => tx.query(ASK, [name, reason.trim(), db.principal.actorId, now]));
  }

  /** Now, or noon of a later day: every clock of the desk counts days. */
  #moment(on: LocalDate | null): Date {
    const now = this.parts.clock.now();
    if (on === null || on === osloDate(now)) return now;
    const noon = new Date(`${on}T12:00:00Z`);
    const ahead = noon.getTime() - now.getTime();
    if (ahead < 0) throw invalid({ on: 'DATE_IN_PAST' });
    if (ahead > FARTHEST_DAYS * 86_400_000) throw invalid({ on: 'DATE_TOO_FAR' });
    return noon;
  }

  #organisation({ principal }: Db): number | null {
    const everywhere = this.parts.access.scopes(principal, 'clock', 'rehearse').has('any');
    return everywhere ? null : principal.organisationId;
  }
}

async function logShown(db: Db, rows: readonly DueRow[]): Promise<void> {
  const personIds = [...new Set(rows.flatMap(({ person_id }) => (person_id ? [person_id] : [])))];
  if (personIds.length === 0) return;
  await db.transaction(tx => logRead(tx, db, { table: 'person', fields: ['initials'], personIds }));
}

function lineOf(row: DueRow, off: ReadonlySet<string>): JobDueRowType {
  const { from_on: fromOn, to_on: toOn } = row;
  return {
    id: row.id,
    orderNumber: row.order_number,
    cardNumber: row.card_number,
    firmName: row.firm_name,
    person: row.person,
    reasons: row.reasons,
    fromOn,
    toOn,
    workingDays: fromOn && toOn ? workingDaysBetween(fromOn, toOn, off) : null,
  };
}
