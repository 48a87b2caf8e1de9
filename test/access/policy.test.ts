import type { Enforcer } from 'casbin';
import { beforeAll, describe, expect, test } from 'vitest';
import { Access } from '../../server/src/platform/access/access.ts';
import type { AccessFacts } from '../../server/src/platform/access/names.ts';
import { expandPolicy, loadEnforcer } from '../../server/src/platform/access/policy.ts';
import { ANONYMOUS, type Principal } from '../../server/src/platform/db/principal.ts';

const ROLES = [
  'AGENT',
  'SENIOR_AGENT',
  'CASEWORKER',
  'CASEWORKER_LEAD',
  'FINANCE',
  'AUDITOR',
  'ADMIN',
  'STAFF',
];
const ME = '7';

const staff = (...roles: string[]): Principal => ({
  ...ANONYMOUS,
  kind: 'staff',
  actorId: ME,
  roles,
  organisationId: 1,
  organisationKind: 'ISSUER',
});

/** Facts about a row: given or not, mine or not, within or without. */
const CHOICES: Record<keyof AccessFacts, readonly unknown[]> = {
  organisationId: [1, 2, undefined],
  kind: ['INQUIRY', 'IMAGE_REVIEW', undefined],
  reservedBy: [ME, '8', null, undefined],
  barred: [false, true, undefined],
  decidedBy: [ME, '8', undefined],
  staffUserId: [ME, '8', undefined],
  proposedBy: [ME, '8', undefined],
  restricted: [false, true, undefined],
};

let enforcer: Enforcer;
let access: Access;
beforeAll(async () => {
  enforcer = await loadEnforcer();
  access = new Access(await expandPolicy(enforcer));
});

/** Always the same numbers between 0 and 1, so that a failure can be looked at again (Park and Miller). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const DECISIONS = 20_000;

/** Half about rights that stand in the policy, half about any pair of names. */
async function randomQuestions() {
  const random = randomNumbers(20_261_122);
  const oneOf = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  const given = (await enforcer.getPolicy()).map(([, resource = '', action = '']) => ({ resource, action }));
  const any = await permissions();
  return Array.from({ length: DECISIONS }, () => ({
    role: oneOf(ROLES),
    permission: oneOf(random() < 0.5 ? given : any),
    facts: Object.fromEntries(Object.entries(CHOICES).map(([name, values]) => [name, oneOf(values)])),
  }));
}

/** Every resource with every action that stands anywhere in the policy, plus two that do not. */
async function permissions() {
  const lines = await enforcer.getPolicy();
  const resources = new Set([...lines.map(line => line[1] ?? ''), 'nothing']);
  const actions = new Set([...lines.map(line => line[2] ?? ''), 'anything']);
  return [...resources].flatMap(resource => [...actions].map(action => ({ resource, action })));
}

describe('the table the server looks rights up in', () => {
  test('agrees with Casbin in 20,000 random decisions, of which many are yes and many no', async () => {
    const asked = await randomQuestions();
    const answers = asked.map(({ role, permission, facts }) => {
      const actor = staff(role);
      const { resource, action } = permission;
      const table = access.may(actor, permission, facts);
      const casbin = enforcer.enforceSync(role, resource, action, { actor, facts });
      return { role, permission, facts, table, casbin };
    });
    expect(answers.filter(({ table, casbin }) => table !== casbin)).toEqual([]);
    expect(answers.filter(({ table }) => table).length).toBeGreaterThan(500);
    expect(answers.length).toBe(DECISIONS);
  });

  test('gives someone with two roles what either gives, and denies what either denies', () => {
    const read = { resource: 'case', action: 'read' };
    const work = { resource: 'case', action: 'work' };
    const both = staff('FINANCE', 'AGENT');
    expect(access.may(both, read, { organisationId: 1, kind: 'IMAGE_REVIEW' })).toBe(true);
    expect(access.may(staff('FINANCE'), read, { organisationId: 1, kind: 'IMAGE_REVIEW' })).toBe(false);
    expect(access.may(both, work, { organisationId: 1, kind: 'INQUIRY', barred: false })).toBe(true);
    expect(access.may(both, work, { organisationId: 1, kind: 'INQUIRY', barred: true })).toBe(false);
  });

  test('a fact that is not known never opens a door', () => {
    expect(access.may(staff('AGENT'), { resource: 'case', action: 'read' }, {})).toBe(false);
    const work = { resource: 'case', action: 'work' };
    expect(access.may(staff('AGENT'), work, { organisationId: 1 })).toBe(false);
    const reveal = { resource: 'person', action: 'reveal:nationalId' };
    expect(access.may(staff('SENIOR_AGENT'), reveal, { organisationId: 1 })).toBe(false);
  });

  test('an unknown role, no role and empty names may nothing', async () => {
    for (const actor of [staff('NOBODY'), staff(), staff(''), ANONYMOUS]) {
      for (const permission of await permissions())
        expect(access.mayEver(actor, permission.resource, permission.action)).toBe(false);
      expect(access.may(actor, { resource: '', action: '' }, { organisationId: 1 })).toBe(false);
    }
    const context = { actor: staff(''), facts: {} };
    expect(enforcer.enforceSync('', '', '', context)).toBe(false);
    expect(enforcer.enforceSync('NOBODY', 'case', 'read', context)).toBe(false);
  });

  test('finance never gets to images, ID documents or national ID numbers', () => {
    const granted = access.permissions(staff('FINANCE')).map(p => p.resource);
    expect(granted).not.toContain('image-submission');
    expect(granted).not.toContain('file');
    expect(granted).not.toContain('person');
  });
});
