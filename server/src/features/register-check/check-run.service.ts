/** Asks the registers about order lines and lets the answers decide: for new orders within seconds, for silent registers again, for everything that lives every night. */
import { osloDate } from '../../platform/calendar/calendar.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import type { Db } from '../../platform/db/db.ts';
import type { Log } from '../../platform/log.ts';
import type { Registers } from '../../registers/registers.ts';
import { ruleRows } from '../exception-catalogue/exception-catalogue.readmodel.ts';
import type { RuleRow } from '../exception-catalogue/rule-versions.rules.ts';
import { usualFrom } from '../exception-catalogue/usual.rules.ts';
import { settingRows } from '../setting/setting.readmodel.ts';
import { type SettingRow, settingsFrom } from '../setting/setting.rules.ts';
import { hashOf } from './answer.write.ts';
import { askCheck, type Verdict } from './ask-checks.ts';
import { changeOf } from './check-change.rules.ts';
import { type Finding, writeFinding } from './check-line.write.ts';
import { CHECKED_LINES, type CheckedLine, type HeldCheck, readLine } from './checked-line.readmodel.ts';
import { inParallel } from './in-parallel.ts';
import { Inquiry } from './inquiry.ts';
import { openChecks } from './open-checks.write.ts';
import { refresh } from './refresh.write.ts';
import type { Register } from './register-check.enums.ts';
import { dueChecks, nextTurn } from './turn.rules.ts';

export interface CheckRunParts {
  readonly clock: Clock;
  readonly keys: Keys;
  readonly log: Log;
  readonly registers: Registers;
  /** Right-hand side of Message-IDs. */
  readonly mailDomain: string;
}

/** Lines claimed at a time, asked about at a time, and written at a time. */
const BATCH = 200;
const ASKED_AT_ONCE = 40;
const WRITTEN_AT_ONCE = 2;
/** A server that dies keeps its lines from the others this long. */
const LEASE_MS = 5 * 60_000;
/** Then the run ends and the next begins, with a fresh memory of answers. */
const LONGEST_RUN_MS = 5 * 60_000;

/** The newest turn first (turn.rules.ts). Several servers share the work: each passes over what another has locked or claimed. */
const CLAIM = `with turn as (
  select id from order_item where check_at <= $1 order by check_at desc, id desc limit ${BATCH} for update skip locked
) update order_item i set check_at = $2 from turn t where i.id = t.id returning i.id::text`;
const CONFIRM = `update register_check set asked_at = $2, rules_on = coalesce(rules_on, $3) where id = any ($1::bigint[])`;
const TURNS = `update order_item i set check_at = t.at from unnest($1::bigint[], $2::timestamptz[]) t(id, at) where i.id = t.id`;

export class CheckRun {
  constructor(private readonly parts: CheckRunParts) {}

  /** As the system. @returns how many lines were asked about */
  async run(db: Db, stopping: () => boolean = () => false): Promise<number> {
    const until = performance.now() + LONGEST_RUN_MS;
    const inquiry = this.#inquiry();
    let count = 0;
    for (let found = BATCH; found === BATCH && !stopping() && performance.now() < until; ) {
      const ids = await this.#claim(db);
      found = ids.length;
      if (found > 0) await this.#batch(db, { ids, inquiry, all: false });
      count += found;
    }
    return count;
  }

  /** Every check of these lines, now. As the system: a request has no business writing what registers say. */
  async checkNow(db: Db, ids: readonly string[]): Promise<void> {
    await this.#batch(db, { ids, inquiry: this.#inquiry(), all: true });
  }

  #inquiry(): Inquiry {
    return new Inquiry(this.parts.registers, this.parts.keys);
  }

  async #claim(db: Db): Promise<string[]> {
    const now = this.parts.clock.now();
    const lease = new Date(now.getTime() + LEASE_MS);
    const rows = await db.transaction(tx => tx.query<{ id: string }>(CLAIM, [now, lease]));
    return rows.map(({ id }) => id);
  }

  /** Asking happens outside any transaction; then each line that changed has one of its own, the others share one. */
  async #batch(db: Db, { ids, inquiry, all }: Batch): Promise<void> {
    const lines = await this.#lines(db, ids);
    const [rules, catalogue] = await Promise.all([settingRows(db), ruleRows(db)]);
    const findings: Finding[] = [];
    await inParallel(lines, ASKED_AT_ONCE, async line => {
      const finding = await this.#sure(line, () => this.#ask({ line, inquiry, all, rules, catalogue }));
      if (finding) findings.push(finding);
    });
    const at = this.parts.clock.now();
    await db.transaction(tx => refresh(tx, inquiry.takeFresh(), at));
    await confirm(db, findings.filter(isQuiet), at);
    await inParallel(
      findings.filter(one => !isQuiet(one)),
      WRITTEN_AT_ONCE,
      async finding => {
        await this.#sure(finding.line, () => db.transaction(tx => writeFinding(tx, finding)));
      },
    );
  }

  /** Checks are made here where the order has none yet. */
  async #lines(db: Db, ids: readonly string[]): Promise<CheckedLine[]> {
    const read = async (some: readonly string[]) =>
      (await db.read<CheckedLine & Record<string, unknown>>(CHECKED_LINES, [some])).map(readLine);
    const lines = await read(ids);
    const bare = lines.filter(({ checks }) => checks.length === 0);
    if (bare.length === 0) return lines;
    await db.transaction(async tx => {
      for (const { id, organisationId, scheme, postedWorker, orderedOn } of bare) {
        const at = this.parts.clock.now();
        await openChecks(tx, { organisationId, itemId: id, scheme, postedWorker, day: orderedOn, at });
      }
    });
    return [...lines.filter(({ checks }) => checks.length > 0), ...(await read(bare.map(({ id }) => id)))];
  }

  async #ask({ line, inquiry, all, rules, catalogue }: Ask): Promise<Finding> {
    const now = this.parts.clock.now();
    const today = osloDate(now);
    const settings = settingsFrom(rules, line.orderedOn, line.scheme);
    const current = settingsFrom(rules, today, line.scheme);
    const due = all ? line.checks : dueChecks(line.checks, { now, recheckHour: current.recheckHour });
    const asking = { ask: inquiry, line, asUsual: usualFrom(catalogue, line.orderedOn), today, now };
    const answers = await Promise.all(
      due.map(async ({ register }) => [register, await askCheck(register, asking)] as const),
    );
    const verdicts = new Map<Register, Verdict>(answers);
    return {
      line,
      verdicts,
      settings,
      current,
      at: this.parts.clock.now(),
      mailDomain: this.parts.mailDomain,
    };
  }

  /** One line that cannot be dealt with does not hold up the others; its turn comes again when the claim has run out. */
  async #sure<T>(line: CheckedLine, work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.parts.log.error('a line could not be checked', { id: line.id, stack: (error as Error).stack });
      return null;
    }
  }
}

interface Batch {
  readonly ids: readonly string[];
  readonly inquiry: Inquiry;
  /** Also what is not due. */
  readonly all: boolean;
}

interface Ask extends Omit<Batch, 'ids'> {
  readonly line: CheckedLine;
  readonly rules: readonly SettingRow[];
  readonly catalogue: readonly RuleRow[];
}

/** Nothing new: every register said what it said before. */
function isQuiet({ line, verdicts, current, at }: Finding): boolean {
  return line.checks.every(check => {
    const verdict = verdicts.get(check.register);
    return (
      !verdict ||
      isSame(check, verdict, () => changeOf(check, verdict.judgement, { now: at, patience: current }).moved)
    );
  });
}

function isSame(check: HeldCheck, { judgement, evidence }: Verdict, moved: () => boolean): boolean {
  if (!judgement || check.attempts > 0 || check.nextAt !== null || moved()) return false;
  if (check.exceptionId !== (judgement.exception?.id ?? null)) return false;
  return check.answerHash === hashOf(evidence).toString('hex');
}

async function confirm(db: Db, findings: readonly Finding[], at: Date): Promise<void> {
  if (findings.length === 0) return;
  const asked = findings.flatMap(({ line, verdicts }) =>
    line.checks.filter(({ register }) => verdicts.has(register)).map(({ id }) => id),
  );
  const turns = findings.map(({ line, current }) =>
    nextTurn({
      ...{ status: line.status, card: line.cardStatus, now: at, recheckHour: current.recheckHour },
      nextAts: line.checks.map(({ nextAt }) => nextAt),
    }),
  );
  await db.transaction(async tx => {
    await tx.query(CONFIRM, [asked, at, osloDate(at)]);
    await tx.query(TURNS, [findings.map(({ line }) => line.id), turns]);
  });
}
