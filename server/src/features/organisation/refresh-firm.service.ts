/** "Spør registeret på nytt": asks Enhetsregisteret about one firm or unit now, for whoever looks at its page; at most once a minute. */
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import { Db, type DbParts } from '../../platform/db/db.ts';
import { SYSTEM } from '../../platform/db/principal.ts';
import { notFound } from '../../platform/errors.ts';
import type { Registers } from '../../registers/registers.ts';
import type { FreshAnswers } from '../register-check/inquiry.ts';
import { refresh } from '../register-check/refresh.write.ts';
import { writeRoles } from '../register-check/roles.write.ts';
import { FirmRefreshOutcome } from './firm.enums.ts';

export interface RefreshFirmParts {
  readonly clock: Clock;
  readonly keys: Keys;
  readonly registers: Pick<Registers, 'enhetsregisteret'>;
  /** What registers say is written by the system, not by whoever asked. */
  readonly jobParts: DbParts;
}

interface Firm extends Record<string, unknown> {
  readonly id: string;
  readonly isMain: boolean;
}

const FIRM = 'select id::text, parent_id is null as "isMain" from organisation where org_number = $1';
const ASK = `update organisation set refresh_asked_at = $2 where id = $1
and (refresh_asked_at is null or refresh_asked_at < $2::timestamptz - interval '1 minute') returning id`;
/** What a register can change, to tell whether it has. */
const FACTS = `select md5(row(name, form, status, registered_on, in_company_register, in_vat_register, sector_code, industry, employees, street, postcode, city, municipality)::text)
  || coalesce((select md5(string_agg(r.code || ' ' || coalesce(r.person_id::text, r.holder_name), ',' order by r.code, r.person_id, r.holder_name))
    from firm_role r where r.firm_id = o.id), '') as facts
from organisation o where id = $1`;
const SEEN = 'update organisation set refreshed_at = $2 where id = $1';

export class RefreshFirmService {
  constructor(private readonly parts: RefreshFirmParts) {}

  /** A register that is silent changes nothing. @throws AppError NOT_FOUND */
  async refresh(db: Db, orgNumber: string): Promise<FirmRefreshOutcome> {
    const [firm] = await db.read<Firm>(FIRM, [orgNumber]);
    if (!firm) throw notFound();
    const { requestId, operation } = db.info;
    const system = new Db(this.parts.jobParts, SYSTEM, { requestId, operation, address: null });
    const values = [firm.id, this.parts.clock.now()];
    const asked = await system.transaction(tx => tx.one(ASK, values));
    return asked ? this.#ask(system, orgNumber, firm) : FirmRefreshOutcome.ASKED_LATELY;
  }

  /** Outside any transaction. */
  async #ask(system: Db, orgNumber: string, { id, isMain }: Firm): Promise<FirmRefreshOutcome> {
    const { enhetsregisteret } = this.parts.registers;
    const [unit, roles] = isMain
      ? await Promise.all([
          enhetsregisteret.unit(orgNumber),
          enhetsregisteret.rolesWithNationalIds(orgNumber),
        ])
      : [await enhetsregisteret.subUnit(orgNumber), null];
    if (unit.kind === 'UNAVAILABLE') return FirmRefreshOutcome.NO_ANSWER;
    const at = this.parts.clock.now();
    const nobody = { persons: new Map(), approvals: new Map() };
    const units = isMain ? new Map([[orgNumber, unit]]) : new Map();
    const fresh = { ...nobody, units, subUnits: isMain ? new Map() : new Map([[orgNumber, unit]]) };
    return system.transaction(async tx => {
      const before = await tx.one<{ facts: string }>(FACTS, [id]);
      await refresh(tx, fresh as FreshAnswers, at);
      if (roles?.kind === 'ROLES')
        await writeRoles(tx, this.parts.keys, { firmId: id, roles: roles.roles, at });
      await tx.query(SEEN, [id, at]);
      const after = await tx.one<{ facts: string }>(FACTS, [id]);
      return before?.facts === after?.facts ? FirmRefreshOutcome.SAME : FirmRefreshOutcome.CHANGED;
    });
  }
}
