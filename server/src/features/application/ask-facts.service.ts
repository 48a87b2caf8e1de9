/** Asks the registers anew what an application claims: who the two are, whom she is married to, what the firm is and who has a role in it; for the caseworker. */
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import { Db, type DbParts, type Tx } from '../../platform/db/db.ts';
import { SYSTEM } from '../../platform/db/principal.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import type { PersonAnswer } from '../../registers/folkeregisteret/folkeregisteret.ts';
import type { Registers } from '../../registers/registers.ts';
import { nationalIdIndexes, openNationalId } from '../person/national-id.store.ts';
import { refresh } from '../register-check/refresh.write.ts';
import { writeRoles } from '../register-check/roles.write.ts';

export interface AskFactsParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly keys: Keys;
  readonly registers: Registers;
  /** What registers say is written by the system, not by whoever asked. */
  readonly jobParts: DbParts;
}

/** Each question tells a register whom we look at. */
const ASKED_LATELY_MS = 60_000;

interface Asked {
  readonly organisationId: number;
  readonly barred: boolean;
  readonly firmId: string;
  readonly orgNumber: string;
  readonly askedAt: Date | null;
}
interface Somebody {
  readonly id: string;
  readonly enc: Buffer;
  readonly keyId: string;
  readonly idx: Buffer;
}

const APPLICATION = `select a.organisation_id as "organisationId", a.firm_id::text as "firmId", f.org_number as "orgNumber", b.asked_at as "askedAt",
  exists (select from case_barred x where x.case_id = a.case_id and x.staff_user_id = app_actor()) as barred
from exception_application a join organisation f on f.id = a.firm_id join facts_beside_claim(a.case_id) b on b.id = a.id where a.case_id = $1`;
const PERSONS = `select p.id::text, p.national_id_enc as enc, p.national_id_key as "keyId", p.national_id_idx as idx
from exception_application a join person p on p.id in (a.person_id, a.related_person_id) where a.case_id = $1 order by p.id`;
const MARRIED = `update person p set married = $2, spouse_id = (select s.id from person s where s.national_id_idx = any ($3::bytea[]) and s.id <> p.id limit 1)
where p.id = $1`;

export class AskFactsService {
  constructor(private readonly parts: AskFactsParts) {}

  /** @throws AppError NOT_FOUND, FORBIDDEN, CHECKED_TOO_OFTEN */
  async ask(db: Db, caseId: string): Promise<void> {
    const now = this.parts.clock.now();
    const [about] = await db.read<Asked & Record<string, unknown>>(APPLICATION, [caseId]);
    if (!about) throw notFound();
    const { organisationId, barred, askedAt } = about;
    this.parts.access.require(
      db.principal,
      { resource: 'application', action: 'work' },
      { organisationId, barred },
    );
    if (askedAt && now.getTime() - askedAt.getTime() < ASKED_LATELY_MS)
      throw new AppError('CHECKED_TOO_OFTEN', { limit: 1, minutes: 1 });
    const { requestId, operation } = db.info;
    await this.#ask(
      new Db(this.parts.jobParts, SYSTEM, { requestId, operation, address: null }),
      caseId,
      about,
    );
  }

  /** Outside any transaction; a register that is silent changes nothing. */
  async #ask(system: Db, caseId: string, { firmId, orgNumber }: Asked): Promise<void> {
    const { registers, keys, clock } = this.parts;
    const somebody = await system.read<Somebody & Record<string, unknown>>(PERSONS, [caseId]);
    const [unit, roles, ...answers] = await Promise.all([
      registers.enhetsregisteret.unit(orgNumber),
      registers.enhetsregisteret.rolesWithNationalIds(orgNumber),
      ...somebody.map(one =>
        registers.folkeregisteret.person({ personId: one.id, nationalId: openNationalId(keys, one) }),
      ),
    ]);
    const at = clock.now();
    const persons = new Map(somebody.map(({ id }, n) => [id, answers[n] as PersonAnswer]));
    await system.transaction(async tx => {
      const fresh = {
        units: new Map([[orgNumber, unit]]),
        subUnits: new Map(),
        persons,
      };
      await refresh(tx, fresh, at);
      for (const [id, answer] of persons) await this.#marry(tx, id, answer);
      if (roles.kind === 'ROLES') await writeRoles(tx, keys, { firmId, roles: roles.roles, at });
    });
  }

  async #marry(tx: Tx, id: string, answer: PersonAnswer): Promise<void> {
    if (answer.kind !== 'PERSON') return;
    const { married, spouse } = answer.person;
    const hashes = spouse === null ? [] : nationalIdIndexes(this.parts.keys, spouse);
    await tx.query(MARRIED, [id, spouse === null ? married : true, hashes]);
  }
}
