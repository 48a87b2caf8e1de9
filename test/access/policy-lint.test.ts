import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PERMISSION_OF } from '../../server/src/features/case/case.policy.ts';
import { loadEnforcer, readModel, readPolicy } from '../../server/src/platform/access/policy.ts';
import { type AskedRight, lintPolicy, lintRights } from '../../server/src/platform/access/policy-lint.ts';

const LINE = 'p, AGENT, case, read, own_organisation, any, none, allow';
const NEW = 'p, AGENT, case, paint, own_organisation, any, none, allow';
const having = (added: string) => `${readPolicy()}\n${added}\n`;

test('the policy in use has no fault, and a good new line makes none', () => {
  expect(lintPolicy(readPolicy())).toEqual([]);
  expect(lintPolicy(having(NEW))).toEqual([]);
});

describe('a policy that would say more than it seems stops the server', () => {
  test.each([
    ['a misspelt effect, which Casbin ignores', NEW.replace('allow', 'Deny'), 'effect is not'],
    ['an effect in capitals', NEW.replace('allow', 'ALLOW'), 'effect is not'],
    ['a missing cell, which Casbin allows', 'p, AGENT, case, paint, own_organisation', 'has 8 cells'],
    ['a cell too many', `${NEW}, always`, 'has 8 cells'],
    ['an empty role, which a request without a role matches', NEW.replace('AGENT', ''), 'empty cell'],
    ['an empty resource', NEW.replace('case', ''), 'empty cell'],
    ['an empty action', NEW.replace('paint', ''), 'empty cell'],
    ['a pattern as resource', NEW.replace('case', 'case:*'), 'resource is not'],
    ['everything as resource', NEW.replace('case', '*'), 'resource is not'],
    ['a pattern as action', NEW.replace('paint', 'read.*'), 'action is not'],
    ['a parameter as action', NEW.replace('paint', ':action'), 'action is not'],
    ['code as scope', NEW.replace('own_organisation', 'r.ctx.id == r.sub.id'), 'unknown scope'],
    ['a scope nobody wrote', NEW.replace('own_organisation', 'whole_world'), 'unknown scope'],
    ['a state nobody wrote', NEW.replace('any', 'SOMETIMES'), 'unknown state'],
    ['a guard nobody wrote', NEW.replace('none', 'trust_me'), 'unknown guard'],
    ['a name every object has', NEW.replace('none', 'constructor'), 'unknown guard'],
    ['a line that stands twice', LINE, 'stands twice'],
    ['a line that denies what another allows alike', LINE.replace('allow', 'deny'), 'allowed and denied'],
    ['a misspelt role, whose line nobody has', NEW.replace('AGENT', 'AGNET'), 'does not lead to STAFF'],
    ['a role without a parent', 'g, TRAINEE, VISITOR', 'does not lead to STAFF'],
    ['roles in a circle', 'g, STAFF, ADMIN', 'leads back to itself'],
    ['a role that is its own parent', 'g, AGENT, AGENT', 'leads back to itself'],
    ['a role line with a domain', 'g, AGENT, STAFF, everywhere', 'has 3 cells'],
    ['a role line that stands twice', 'g, AGENT, STAFF', 'stands twice'],
    [
      'another type of line',
      'p2, AGENT, case, read, own_organisation, any, none, allow',
      'unknown line type',
    ],
  ])('%s', async (_, added, fault) => {
    expect(lintPolicy(having(added)).join('; ')).toContain(fault);
    await expect(loadEnforcer(having(added))).rejects.toThrow(fault);
  });

  test('an empty policy, which Casbin reads as "allow"', async () => {
    await expect(loadEnforcer('')).rejects.toThrow('only 0 lines');
    await expect(loadEnforcer('# nothing but words\n\n')).rejects.toThrow('only 0 lines');
    await expect(loadEnforcer(`${LINE}\n`)).rejects.toThrow('only 1 lines');
  });

  test.each([
    ['an effect that lets unknown people in', 'some(where (p.eft == allow)) && ', ''],
    ['an effect that forgets denials', ' && !some(where (p.eft == deny))', ''],
    ['matching by pattern', 'r.obj == p.obj', 'keyMatch(r.obj, p.obj)'],
    ['matching by a pattern of paths', 'r.obj == p.obj', 'keyMatch2(r.obj, p.obj)'],
    ['matching by regular expression', 'r.act == p.act', 'regexMatch(r.act, p.act)'],
    ['conditions that are evaluated', 'r.obj == p.obj', 'eval(p.obj)'],
    ['a door beside the wall', 'm = ', 'm = r.sub == "root" || '],
    ['no roles', 'g(r.sub, p.sub) && ', ''],
    ['no scope', 'scopeOk(r.ctx, p.scope) && ', ''],
  ])('a model with %s', async (_, from, to) => {
    expect(readModel()).toContain(from);
    await expect(loadEnforcer(readPolicy(), readModel().replace(from, to))).rejects.toThrow('policy.csv');
  });
});

const root = new URL('../../', import.meta.url).pathname;
const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(ts|mjs)$/.test(name) && !name.includes('node_modules') && !name.includes('dist'))
    .map(name => ({ name: join(folder, name), text: readFileSync(join(root, folder, name), 'utf8') }));

const naming = (files: { name: string; text: string }[], what: RegExp) =>
  files.filter(({ text }) => what.test(text)).map(({ name }) => name);

describe('no code goes around the policy', () => {
  const server = sources('server/src').filter(({ name }) => !name.includes('.test.'));
  const everything = [...server, ...sources('test'), ...sources('seeds'), ...sources('scripts')];
  // In pieces, so that this file does not find itself.
  const switchOff = new RegExp(['enable', 'Enforce'].join(''));
  const unawaited = new RegExp(['\\.enforce', '(Ex|WithMatcher)?\\('].join(''));

  test('nothing switches enforcement off, and nothing asks with a promise that is always true', () => {
    expect(naming(everything, switchOff)).toEqual([]);
    expect(naming(everything, unawaited)).toEqual([]);
    expect(server.length).toBeGreaterThan(50);
  });

  test('Casbin is read once at the start: nobody asks it, or builds another, while serving', () => {
    expect(naming(server, /from 'casbin'/)).toEqual(['server/src/platform/access/policy.ts']);
    expect(naming(server, /enforceSync/)).toEqual([]);
    expect(naming(server, /loadEnforcer\(/).sort()).toEqual([
      'server/src/platform/access/access.ts',
      'server/src/platform/access/policy.ts',
    ]);
    const building = naming(server, /createAccess\(/).filter(name => !name.endsWith('access.ts'));
    expect(building.sort()).toEqual(['server/src/app.ts', 'server/src/emit-schema.ts']);
  });

  test('the policy is a file under review: no table holds it, nothing writes it', () => {
    expect(naming(server, /savePolicy|addPolicy|removePolicy|addGroupingPolicy|addRoleForUser/)).toEqual([]);
  });
});

/** Rights as code writes them: in an object, or as two names beside each other. */
function rightsAskedFor(): AskedRight[] {
  const files = sources('server/src').filter(({ name }) => !name.includes('.test.'));
  const pattern =
    /resource: '([a-z-]+)',\s*action: '([\w:.]+)'|(?:Allow|may|mayEver|scopes)\((?:[\w.]+, )?'([a-z-]+)', '([\w:.]+)'/g;
  return files.flatMap(({ text }) =>
    [...text.matchAll(pattern)].map(([, a, b, c, d]) => ({ resource: a ?? c ?? '', action: b ?? d ?? '' })),
  );
}

describe('lines and code know each other', () => {
  test('every right that code asks for is given to somebody, and every right given is asked for', () => {
    const asked = rightsAskedFor();
    expect(lintRights(readPolicy(), asked)).toEqual([]);
    expect(asked).toEqual(expect.arrayContaining(Object.values(PERMISSION_OF)));
  });

  test('a right nobody asks for, and one nobody has, are told', () => {
    const asked = rightsAskedFor();
    expect(lintRights(having(NEW), asked)).toEqual(['no code asks for: case paint']);
    const wanting = [...asked, { resource: 'case', action: 'burn' }];
    expect(lintRights(readPolicy(), wanting)).toEqual(['no line gives anyone: case burn']);
  });
});
