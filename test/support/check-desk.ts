/** A desk that asks the register sandbox: order lines whose registers all say yes until a test tells them otherwise. */
import type { ApprovalRegister } from '../../server/src/features/firm-approval/firm-approval.enums.ts';
import type { OrderItemStatus, Scheme } from '../../server/src/features/order/order.enums.ts';
import { checkRunOf } from '../../server/src/features/register-check/check-run.parts.ts';
import type { CheckRun } from '../../server/src/features/register-check/check-run.service.ts';
import type { Register } from '../../server/src/features/register-check/register-check.enums.ts';
import { loadKeys } from '../../server/src/platform/crypto/keys.ts';
import { Db } from '../../server/src/platform/db/db.ts';
import { SYSTEM } from '../../server/src/platform/db/principal.ts';
import { createLog } from '../../server/src/platform/log.ts';
import type { Registers } from '../../server/src/registers/registers.ts';
import { type Desk, type DeskOptions, startDesk } from './desk.ts';
import { createFirm, createOrderItem, createPerson, type Firm } from './factories.ts';
import { insert, next } from './insert.ts';
import { startSandbox, type TestSandbox } from './registers.ts';

export interface Ordered {
  readonly id: string;
  readonly orderId: string;
  readonly personId: string;
  readonly nationalId: string;
  readonly firm: Firm;
  readonly cardId: string | null;
}

export interface NewLine {
  readonly scheme?: Scheme;
  readonly status?: OrderItemStatus;
  readonly posted?: boolean;
  readonly citizenship?: string;
  readonly form?: string;
  readonly firm?: Firm;
  readonly card?: boolean;
}

interface CheckNow {
  register: Register;
  outcome: string;
  settled_outcome: string | null;
  reason: string | null;
  attempts: number;
  next_at: Date | null;
  asked_at: Date | null;
  since: Date;
  id: string;
}

export class CheckDesk {
  #now = new Date('2026-11-23T09:00:00Z');

  private constructor(
    readonly desk: Desk,
    readonly sandbox: TestSandbox,
  ) {}

  static async start(options: DeskOptions = {}): Promise<CheckDesk> {
    const time = { now: () => new Date() };
    const clock = { now: () => time.now() };
    const sandbox = await startSandbox({ clock });
    const desk = await startDesk({ ...options, registers: sandbox, clock });
    const checks = new CheckDesk(desk, sandbox);
    time.now = () => new Date(checks.#now);
    return checks;
  }

  get now(): Date {
    return new Date(this.#now);
  }

  /** Every later "now" is this one. */
  becomes(instant: string): void {
    this.#now = new Date(instant);
  }

  minutesLater(minutes: number): void {
    this.#now = new Date(this.#now.getTime() + minutes * 60_000);
  }

  system(): Db {
    return new Db(this.desk.app.jobParts, SYSTEM, { requestId: 'job', operation: 'job', address: null });
  }

  /** @param registers of another server on the same database */
  runner(registers: Registers = this.desk.app.registers): CheckRun {
    const { config } = this.desk;
    const keys = loadKeys(undefined, config.dataDir);
    const clock = { now: () => this.now };
    return checkRunOf({ clock, config, keys, log: createLog('silent'), registers });
  }

  run = (): Promise<number> => this.runner().run(this.system());

  async order(given: NewLine = {}): Promise<Ordered> {
    const { scheme = 'CONSTRUCTION', posted = false, card = false } = given;
    const firm = given.firm ?? (await this.firm(given.form));
    const { id: personId, nationalId } = await createPerson(this.desk);
    const story = this.sandbox.person(nationalId).is({ citizenships: [given.citizenship ?? 'NOR'] });
    if (posted) story.assignedBy(firm.mainOrgNumber);
    else story.employedIn(firm.unitOrgNumber);
    const status = card ? 'SHIPPED' : (given.status ?? 'PENDING');
    const line = { firm, personId, scheme, status, imageRequirement: 'MET' } as const;
    const { id, orderId } = await createOrderItem(this.desk, line);
    const when = [id, posted, this.now, card ? null : '2026-12-21'];
    const sql = 'update order_item set posted_worker = $2, check_at = $3, cancel_on = $4 where id = $1';
    await this.desk.sql.query(sql, when);
    const made = { id, orderId, personId, nationalId, firm };
    return { ...made, cardId: card ? await this.#card(made, scheme) : null };
  }

  async firm(form = 'AS'): Promise<Firm> {
    const firm = await createFirm(this.desk);
    await this.desk.sql.query('update organisation set form = $2 where id = $1', [firm.main, form]);
    this.sandbox
      .firm(firm.mainOrgNumber)
      .is({ form, industry: '41.000', employees: 4 })
      .subUnit(firm.unitOrgNumber);
    await this.approve(firm, 'CLEANING_APPROVAL', 'APPROVED_WITH_EMPLOYEES');
    await this.approve(firm, 'CAR_CARE_APPROVAL', 'APPROVED_WITH_EMPLOYEES');
    return firm;
  }

  /** @param told 'NOT_APPROVED', or 'APPROVED 2026-11-22' with its last day; null: it is in the register no longer */
  async approve(
    { main }: Pick<Firm, 'main'>,
    register: ApprovalRegister,
    told: string | null,
  ): Promise<void> {
    const [status = null, validTo = null] = told?.split(' ') ?? [];
    const sql = 'select put_firm_approval($1, $2, $3, $4)';
    const cause = 'TAKEN_OVER';
    await this.desk.sql.query(sql, [main, register, JSON.stringify({ status, validTo, cause }), this.now]);
  }

  #card({ id, personId, firm }: Omit<Ordered, 'cardId'>, scheme: Scheme): Promise<string> {
    return insert(this.desk, 'card', {
      ...{
        organisation_id: 1,
        number: String(7_000_000_000 + next()),
        person_id: personId,
        unit_id: firm.unit,
      },
      ...{ main_unit_id: firm.main, scheme, order_item_id: id, status: 'VALID', status_at: this.now },
      ...{ valid_from: '2026-06-01', expires_on: '2028-06-01' },
    });
  }

  async checks(line: Ordered): Promise<Record<string, CheckNow>> {
    const sql = 'select * from register_check where order_item_id = $1';
    const { rows } = await this.desk.sql.query<CheckNow>(sql, [line.id]);
    return Object.fromEntries(rows.map(row => [row.register, row]));
  }

  async line(line: Ordered) {
    const { rows } = await this.desk.sql.query('select * from order_item where id = $1', [line.id]);
    return rows[0];
  }

  async card(line: Ordered) {
    const { rows } = await this.desk.sql.query('select * from card where id = $1', [line.cardId]);
    return rows[0];
  }

  /** Templates with the codes of why, oldest first. */
  async mails(line: Ordered): Promise<string[]> {
    const sql = `select m.template || coalesce(' ' || e.old_value, '') as mail from outbox_mail m join order_event e on e.id = m.subject_id
      where m.order_item_id = $1 order by m.id`;
    const { rows } = await this.desk.sql.query<{ mail: string }>(sql, [line.id]);
    return rows.map(({ mail }) => mail);
  }

  async events(line: Ordered): Promise<string[]> {
    const sql = `select concat_ws(' ', type, register, old_value, new_value, note) as event from order_event
      where order_item_id = $1 and type <> 'MAIL_QUEUED' order by id`;
    const { rows } = await this.desk.sql.query<{ event: string }>(sql, [line.id]);
    return rows.map(({ event }) => event);
  }

  async stop(): Promise<void> {
    await this.desk.stop();
    await this.sandbox.stop();
  }
}
