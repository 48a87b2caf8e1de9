import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Enforcer } from 'casbin';
import { beforeAll, describe, expect, test } from 'vitest';
import { Access, type Permission } from '../../server/src/platform/access/access.ts';
import type { AccessFacts } from '../../server/src/platform/access/names.ts';
import {
  expandPolicy,
  lintPolicy,
  loadEnforcer,
  readModel,
  readPolicy,
} from '../../server/src/platform/access/policy.ts';
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
  restricted: [false, true, undefined],
};

function everyCombination(): AccessFacts[] {
  return Object.entries(CHOICES).reduce<AccessFacts[]>(
    (all, [name, values]) => all.flatMap(facts => values.map(value => ({ ...facts, [name]: value }))),
    [{}],
  );
}

let enforcer: Enforcer;
let access: Access;
let questions: { permission: Permission; facts: AccessFacts }[];
beforeAll(async () => {
  enforcer = await loadEnforcer();
  access = new Access(await expandPolicy(enforcer));
  questions = await spreadQuestions();
});

/** A spread of facts for each resource and action; fewer for pairs that stand nowhere in the policy. */
async function spreadQuestions() {
  const all = everyCombination();
  const known = new Set((await enforcer.getPolicy()).map(line => `${line[1]}|${line[2]}`));
  return (await permissions()).flatMap((permission, index) => {
    const step = known.has(`${permission.resource}|${permission.action}`) ? 53 : 977;
    return all.filter((_, at) => at % step === index % step).map(facts => ({ permission, facts }));
  });
}

/** Every resource with every action that stands anywhere in the policy, plus two that do not. */
async function permissions() {
  const lines = await enforcer.getPolicy();
  const resources = new Set([...lines.map(line => line[1] ?? ''), 'nothing']);
  const actions = new Set([...lines.map(line => line[2] ?? ''), 'anything']);
  return [...resources].flatMap(resource => [...actions].map(action => ({ resource, action })));
}

describe('the table the server looks rights up in', () => {
  test('agrees with Casbin for every role, resource and action', async () => {
    const asked = ROLES.flatMap(role => questions.map(question => ({ role, ...question })));
    const different = asked.filter(({ role, permission, facts }) => {
      const actor = staff(role);
      const { resource, action } = permission;
      const table = access.may(actor, permission, facts);
      return table !== enforcer.enforceSync(role, resource, action, { actor, facts });
    });
    expect(different).toEqual([]);
    expect(asked.length).toBeGreaterThan(5_000);
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

describe('a doubtful policy stops the server', () => {
  const line = 'p, AGENT, case, read, own_organisation, any, none, allow';
  const having = (added: string) => `${readPolicy()}\n${added}\n`;

  test('the policy in use has no fault', () => {
    expect(lintPolicy(readPolicy())).toEqual([]);
    expect(lintPolicy(having(line))).toEqual([]);
  });

  test.each([
    ['a misspelt effect, which Casbin ignores', line.replace('allow', 'Deny')],
    ['a missing cell, which Casbin allows', 'p, AGENT, case, read, own_organisation'],
    ['an empty cell', line.replace('AGENT', '')],
    ['a pattern as resource', line.replace('case', 'case:*')],
    ['a pattern as action', line.replace('read', 'read.*')],
    ['a scope nobody wrote', line.replace('own_organisation', 'whole_world')],
    ['a state nobody wrote', line.replace('any', 'SOMETIMES')],
    ['a guard nobody wrote', line.replace('none', 'trust_me')],
    ['a name every object has', line.replace('none', 'constructor')],
    ['a role line with a domain', 'g, AGENT, STAFF, everywhere'],
    ['another type of line', 'p2, AGENT, case, read, own_organisation, any, none, allow'],
  ])('%s', async (_, added) => {
    expect(lintPolicy(having(added))).not.toEqual([]);
    await expect(loadEnforcer(having(added))).rejects.toThrow('policy.csv');
  });

  test('an empty policy, which Casbin reads as "allow"', async () => {
    await expect(loadEnforcer('')).rejects.toThrow('only 0 lines');
    await expect(loadEnforcer(`${line}\n`)).rejects.toThrow('only 1 lines');
  });

  test.each([
    ['an effect that lets unknown people in', 'some(where (p.eft == allow)) && ', ''],
    ['matching by pattern', 'r.obj == p.obj', 'keyMatch(r.obj, p.obj)'],
    ['matching by regular expression', 'r.act == p.act', 'regexMatch(r.act, p.act)'],
    ['conditions that are evaluated', 'r.obj == p.obj', 'eval(p.obj)'],
  ])('a model with %s', async (_, from, to) => {
    expect(readModel()).toContain(from);
    await expect(loadEnforcer(readPolicy(), readModel().replace(from, to))).rejects.toThrow('policy.csv');
  });

  test('no code switches enforcement off or asks Casbin while serving', () => {
    const folder = new URL('../../server/src', import.meta.url).pathname;
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
      name.endsWith('.ts'),
    );
    const asking = files.filter(name =>
      /enableEnforce|\.enforce(Sync|Ex)?\(/.test(readFileSync(join(folder, name), 'utf8')),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(asking).toEqual([]);
  });
});
