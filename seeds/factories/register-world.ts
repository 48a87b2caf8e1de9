/** What the registers know about the demo's firms and persons: all is well with them, and whoever a card is ordered for works in the unit that ordered it. */
import type { LocalDate } from '../../server/src/platform/calendar/calendar.ts';
import type {
  SandboxEmployment,
  SandboxFirm,
  SandboxPerson,
  SandboxSubUnit,
  SandboxWorld,
} from '../../server/src/registers/sandbox/sandbox-world.ts';
import type { Rows } from '../rows.ts';
import type { Firm } from './firms.ts';
import type { Person } from './persons.ts';

interface Known {
  readonly rows: Rows;
  readonly firms: readonly Firm[];
  readonly persons: readonly Person[];
}

const COMPANIES = new Set(['AS', 'ASA', 'ANS', 'DA', 'KF', 'NUF']);

export function registerWorld({ rows, firms, persons }: Known): SandboxWorld {
  const byId = new Map(firms.map(firm => [firm.id, firm]));
  const schemes = new Map<number, Set<unknown>>();
  for (const item of rows.of('order_item')) {
    const main = Number(item.main_unit_id);
    schemes.set(main, (schemes.get(main) ?? new Set()).add(item.scheme));
  }
  const jobs = employments(rows, byId);
  return {
    firms: Object.fromEntries(
      firms
        .filter(({ parent_id }) => parent_id === null)
        .map(firm => [firm.org_number, firmOf(firm, schemes.get(firm.id))]),
    ),
    subUnits: Object.fromEntries(
      firms.flatMap(firm => {
        const main = firm.parent_id === null ? undefined : byId.get(firm.parent_id);
        return main ? [[firm.org_number, subUnitOf(firm, main)]] : [];
      }),
    ),
    persons: Object.fromEntries(
      persons.map(person => [person.nationalId, personOf(person, jobs.get(person.id))]),
    ),
  };
}

function employments(rows: Rows, firms: ReadonlyMap<number, Firm>): Map<number, SandboxEmployment[]> {
  const found = new Map<number, SandboxEmployment[]>();
  for (const item of rows.of('order_item')) {
    const unit = firms.get(Number(item.unit_id));
    if (!unit) continue;
    const person = Number(item.person_id);
    const start = monthBefore(String(item.ordered_on));
    found.set(person, [...(found.get(person) ?? []), { subUnit: unit.org_number, start }]);
  }
  return found;
}

/** The first of the month before: reported in time. */
function monthBefore(day: LocalDate): LocalDate {
  const [year = 0, month = 1] = day.split('-').map(Number);
  return month === 1 ? `${year - 1}-12-01` : `${year}-${String(month - 1).padStart(2, '0')}-01`;
}

function firmOf({ name, form }: Firm, schemes: ReadonlySet<unknown> = new Set()): SandboxFirm {
  const approved = { status: 'APPROVED_WITH_EMPLOYEES', since: '2024-01-15' } as const;
  return {
    name,
    form,
    inCompanyRegister: COMPANIES.has(form),
    ...(schemes.has('CLEANING') ? { cleaning: approved } : {}),
    ...(schemes.has('CAR_CARE') ? { carCare: approved } : {}),
  };
}

const subUnitOf = ({ name, form }: Firm, main: Firm): SandboxSubUnit => ({
  name,
  form,
  mainUnit: main.org_number,
});

const personOf = (person: Person, employments?: readonly SandboxEmployment[]): SandboxPerson => ({
  name: { first: person.given_name, middle: null, last: person.family_name },
  birthDate: person.birth_date,
  ...(person.restricted ? { protection: 'CODE_7' } : {}),
  ...(person.d_number ? { citizenships: ['POL'], workAccess: 'YES' } : {}),
  ...(employments ? { employments } : {}),
});
