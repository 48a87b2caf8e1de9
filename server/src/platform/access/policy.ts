/** Reads model.conf and policy.csv once, refuses a doubtful line, and expands them into a table that is only looked up. */
import { readFileSync } from 'node:fs';
import { type Enforcer, newEnforcer, newModelFromString, StringAdapter } from 'casbin';
import type { Principal } from '../db/principal.ts';
import { type AccessFacts, GUARDS, SCOPES, STATES } from './names.ts';
import { lintModel, lintPolicy } from './policy-lint.ts';

/** One expanded line: a role, through inheritance, has (or is denied) an action within scope, state and guard. */
export interface Grant {
  readonly role: string;
  readonly resource: string;
  readonly action: string;
  readonly scope: string;
  readonly state: string;
  readonly guard: string;
  readonly effect: 'allow' | 'deny';
}

const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
export const readPolicy = () => file('./policy.csv');
export const readModel = () => file('./model.conf');

/** Casbin itself, with our names bound; the reference that tests compare the table with. @throws Error on any fault */
export async function loadEnforcer(csv = readPolicy(), model = readModel()): Promise<Enforcer> {
  const faults = lintPolicy(csv);
  faults.push(...lintModel(model));
  if (faults.length > 0) throw new Error(`policy.csv: ${faults.join('; ')}`);
  const enforcer = await newEnforcer(newModelFromString(model), new StringAdapter(csv));
  type Context = { actor: Principal; facts: AccessFacts };
  const bind =
    (names: Readonly<Record<string, (a: Principal, f: AccessFacts) => boolean>>) =>
    (context: Context, name: string) =>
      names[name]?.(context.actor, context.facts) ?? false;
  await enforcer.addFunction('scopeOk', bind(SCOPES));
  await enforcer.addFunction('stateOk', bind(STATES));
  await enforcer.addFunction('guardOk', bind(GUARDS));
  return enforcer;
}

/** Expands inheritance: one grant per role that has it, its own or inherited. */
export async function expandPolicy(enforcer: Enforcer): Promise<Grant[]> {
  const lines = await enforcer.getPolicy();
  const roles = new Set([
    ...lines.map(([role]) => role ?? ''),
    ...(await enforcer.getGroupingPolicy()).flat(),
  ]);
  const grants: Grant[] = [];
  for (const role of roles) {
    const inherited = new Set([role, ...(await enforcer.getImplicitRolesForUser(role))]);
    for (const [of = '', resource = '', action = '', scope = '', state = '', guard = '', effect] of lines) {
      if (inherited.has(of))
        grants.push({ role, resource, action, scope, state, guard, effect: effect as 'allow' | 'deny' });
    }
  }
  return grants;
}
