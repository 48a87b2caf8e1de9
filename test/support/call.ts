/** A person who calls, known to Folkeregisteret, and what she says about herself. */

import { createCard, type NewCard } from './card.factories.ts';
import type { Client } from './client.ts';
import type { Desk } from './desk.ts';
import { createPerson } from './people.factories.ts';
import type { TestSandbox } from './registers.ts';

const CALL = `id capacity outcome at standsUntil personId personName firmId firmName orgNumber orderItemId cardId scope wider takenBy { name }`;
export const VERIFY = `mutation VerifyCaller($input: VerifyCallerInput!) { verifyCaller(input: $input) { ${CALL} } }`;
export const MY_CALLS = `query MyCalls { myCalls { ${CALL} } }`;

export interface Caller {
  readonly id: string;
  readonly nationalId: string;
  /** What she would say, word for word as registered. */
  readonly says: { nationalId: string; name: string; street: string; postcode: string };
}

let callers = 0;

export async function createCaller(
  desk: Desk,
  sandbox: TestSandbox,
  { familyName = 'Ødegård', ...facts }: { familyName?: string; restricted?: boolean } = {},
): Promise<Caller> {
  callers += 1;
  const person = await createPerson(desk, { givenName: 'Kari', familyName, ...facts });
  const street = `Storgata ${callers}`;
  sandbox.person(person.nationalId).is({
    name: { first: 'Kari', middle: null, last: familyName },
    birthDate: `1985-05-${person.nationalId.slice(0, 2)}`,
    address: { lines: [street], postcode: '0155', city: 'Oslo', country: 'NO' },
  });
  const { nationalId } = person;
  return { ...person, says: { nationalId, name: `Kari ${familyName}`, street, postcode: '0155' } };
}

/** A caller with a card that is valid. */
export async function createCardholder(
  desk: Desk,
  sandbox: TestSandbox,
  given: Omit<NewCard, 'personId'> = {},
) {
  const caller = await createCaller(desk, sandbox);
  return { caller, card: await createCard(desk, { ...given, personId: caller.id }) };
}

export async function verify(client: Client, caller: Caller, more: object = {}) {
  const { verifyCaller } = await client.ask(VERIFY, { input: { capacity: 'SELF', ...caller.says, ...more } });
  return verifyCaller;
}
