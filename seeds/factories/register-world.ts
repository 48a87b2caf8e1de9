/** What the registers know about the demo's firms and persons, as the sandbox serves it: the same facts that the orders were judged by. */
import type { SandboxPerson, SandboxWorld } from '../../server/src/registers/sandbox/sandbox-world.ts';
import { addressIn } from './firm-facts.ts';
import type { KnownWorld } from './people-and-firms.ts';
import type { Person } from './persons.ts';

export function registerWorld({ firms, persons, facts, known }: KnownWorld): SandboxWorld {
  const byId = new Map(firms.map(firm => [firm.id, firm]));
  const mains = firms.filter(({ parent_id }) => parent_id === null);
  return {
    firms: Object.fromEntries(
      mains.flatMap(({ id, org_number }) => {
        const fact = facts.get(id);
        return fact ? [[org_number, fact.sandbox]] : [];
      }),
    ),
    subUnits: Object.fromEntries(
      firms.flatMap(({ org_number, name, form, parent_id }) => {
        const main = parent_id === null ? undefined : byId.get(parent_id);
        return main ? [[org_number, { name, form, mainUnit: main.org_number }]] : [];
      }),
    ),
    persons: Object.fromEntries(
      persons.map(person => [person.nationalId, { ...aboutPerson(person), ...known.get(person.id) }]),
    ),
  };
}

/** Somebody no card was ordered for: a role-holder, or nobody the desk has met. */
const aboutPerson = (person: Person): SandboxPerson => ({
  name: { first: person.given_name, middle: null, last: person.family_name },
  birthDate: person.birth_date,
  gender: person.sex === 'woman' ? 'WOMAN' : 'MAN',
  citizenships: [person.citizenship],
  ...(person.restricted ? { protection: 'CODE_7' } : { address: addressIn(person.id) }),
});
