/** The rows about firms and persons as the desk has them from the registers: facts, roles, delegations, approvals, who works where. */
import { newCardNumber } from '../../server/src/features/card/card-number.rules.ts';
import { sealNationalId } from '../../server/src/features/person/national-id.store.ts';
import type { Keys } from '../../server/src/platform/crypto/keys.ts';
import type { SandboxPerson } from '../../server/src/registers/sandbox/sandbox-world.ts';
import { Random } from '../random.ts';
import type { Rows } from '../rows.ts';
import { minutesAfter, osloNoon, type WorkTime } from '../work-time.ts';
import { addressIn, type FirmFact } from './firm-facts.ts';
import type { Firm } from './firms.ts';
import type { Person } from './persons.ts';
import { earlierOf, type PastStatus } from './registered-firms.ts';

export interface KnownWorld {
  readonly rows: Rows;
  readonly firms: readonly Firm[];
  readonly persons: readonly Person[];
  /** By id of the main unit. */
  readonly facts: ReadonlyMap<number, FirmFact>;
  /** By id of the person. */
  readonly known: ReadonlyMap<number, SandboxPerson>;
  readonly time: WorkTime;
}

/** The registers were last asked so long ago. */
const REFRESHED_MINUTES = 9 * 60;
/** Known by number, firm and status only. */
const EARLIER_CARDS = 300;

export function addFirms(world: KnownWorld): void {
  const { rows, firms, facts, time } = world;
  const refreshed_at = minutesAfter(time.now, -REFRESHED_MINUTES);
  for (const { id, ...firm } of firms) {
    const fact = facts.get(firm.parent_id ?? id);
    rows.add('organisation', {
      ...firm,
      ...factColumns(fact, firm.parent_id === null),
      refreshed_at,
    });
    if (fact && firm.parent_id === null) addStanding(world, id, { fact, refreshed_at });
  }
}

function factColumns(fact: FirmFact | undefined, isMain: boolean) {
  const firm = fact?.sandbox;
  const { lines = [], postcode, city } = firm?.address ?? {};
  // The demo's places are each the largest of their municipality.
  const where = { street: lines[0], postcode, city, municipality_name: city };
  if (!isMain || !fact || !firm) return { ...where, status: 'ACTIVE' };
  return {
    ...where,
    status: firm.bankrupt ? 'BANKRUPT' : firm.windingUp ? 'WINDING_UP' : 'ACTIVE',
    registered_on: firm.registeredOn,
    in_company_register: firm.inCompanyRegister,
    in_vat_register: firm.inVatRegister,
    in_vat_register_since: fact.vatRegisteredOn,
    sector_code: firm.sectorCode,
    industry: firm.industry,
    employees: firm.employees,
  };
}

/** Each status ends when the next begins; what it is now has not ended. */
function addApprovals(rows: Rows, firm_id: number, fact: FirmFact): void {
  const register = fact.approval?.register ?? fact.register;
  for (const [n, one] of (fact.standing ?? []).entries()) {
    if (one.status === null) continue;
    rows.add('firm_approval', {
      ...{ firm_id, register, status: one.status, valid_to: one.validTo, cause: one.cause },
      ...{ from_at: one.at, to_at: fact.standing?.[n + 1]?.at, application_id: one.applicationId },
      decision_id: one.decisionId,
    });
  }
  const history = pastOf(firm_id, fact);
  for (const [n, { status, on, validTo = null }] of history.entries()) {
    if (status === null) continue;
    const next = history[n + 1]?.on;
    const time = { from_at: osloNoon(on), to_at: next ? osloNoon(next) : null };
    rows.add('firm_approval', { firm_id, register, status, valid_to: validTo, ...time, cause: 'TAKEN_OVER' });
  }
}

function pastOf(firmId: number, { history, approval }: FirmFact): readonly PastStatus[] {
  if (history) return history;
  if (!approval) return [];
  const { status, since, validTo } = approval;
  return [...earlierOf(new Random(firmId), approval), { status, on: since, validTo }];
}

function addStanding(
  { rows }: KnownWorld,
  firm_id: number,
  { fact, refreshed_at }: { fact: FirmFact; refreshed_at: Date },
): void {
  const { roles = [] } = fact.sandbox;
  addApprovals(rows, firm_id, fact);
  for (const [n, { code }] of roles.entries()) {
    const person = fact.leaders[n];
    if (!person) continue;
    const holder = { person_id: person.id, holder_name: `${person.given_name} ${person.family_name}` };
    rows.add('firm_role', { firm_id, code, ...holder, holder_birth_date: person.birth_date, refreshed_at });
  }
  for (const { person, fromOn } of fact.delegates)
    rows.add('delegation', {
      ...{ organisation_id: 1, firm_id, person_id: person.id },
      ...{ granted_by_id: fact.leaders[0]?.id, from_on: fromOn },
    });
}

export function addPersons(world: KnownWorld, keys: Keys): void {
  const { rows, persons, known, time } = world;
  for (const { id, nationalId, sex, citizenship, ...person } of persons) {
    const { enc, keyId, idx, masked } = sealNationalId(keys, nationalId, id);
    rows.add('person', {
      ...person,
      register_status: known.get(id)?.status ?? 'ACTIVE',
      gender: sex === 'woman' ? 'WOMAN' : 'MAN',
      citizenship,
      refreshed_at: minutesAfter(time.now, -REFRESHED_MINUTES),
      ...(person.restricted ? {} : livesAt(id)),
      national_id_enc: enc,
      national_id_key: keyId,
      national_id_idx: idx,
      national_id_masked: masked,
    });
  }
  addEmployments(world);
}

/** As Folkeregisteret has it; letters go there. */
function livesAt(id: number) {
  const { lines, postcode, city } = addressIn(id);
  return { street: lines[0], postcode, city };
}

function addEmployments({ rows, firms, known, time }: KnownWorld): void {
  const byNumber = new Map(firms.map(firm => [firm.org_number, firm]));
  for (const [person_id, { employments = [] }] of known) {
    for (const { subUnit, start, end } of employments) {
      const unit = byNumber.get(subUnit);
      if (!unit) continue;
      rows.add('employment', {
        ...{ organisation_id: 1, person_id, unit_id: unit.id, main_unit_id: unit.parent_id ?? unit.id },
        ...{ source: 'AA', kind: 'ordinaertArbeidsforhold', start_on: start, end_on: end },
        refreshed_at: minutesAfter(time.now, -REFRESHED_MINUTES),
      });
    }
  }
}

/** Cards of the issuer before, the first there were: their images and holders were never handed over. */
export function addEarlierCards(
  random: Random,
  { rows, firms, time }: Pick<KnownWorld, 'rows' | 'firms' | 'time'>,
): void {
  const mains = firms.filter(({ parent_id }) => parent_id === null);
  const taken = new Set<string>();
  for (let n = 0; n < EARLIER_CARDS; n += 1) {
    const number = newCardNumber(below => random.int(0, below - 1));
    if (taken.has(number)) continue;
    taken.add(number);
    const status = random.chance(0.8) ? 'EXPIRED' : 'BLOCKED';
    rows.add('card', {
      ...{ organisation_id: 1, number, earlier_issuer: true, main_unit_id: random.pick(mains).id, status },
      status_at: time.officeHours(random.int(500, 1_400)),
    });
  }
}
