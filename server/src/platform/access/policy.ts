/** Reads model.conf and policy.csv once, refuses a doubtful line, and expands them into a table that is only looked up. */
import { readFileSync } from 'node:fs';
import { type Enforcer, newEnforcer, newModelFromString, StringAdapter } from 'casbin';
import type { Principal } from '../db/principal.ts';
import { type AccessFacts, GUARDS, SCOPES, STATES } from './names.ts';

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

const FEWEST_LINES = 20;
const EFFECT = 'some(where (p.eft == allow)) && !some(where (p.eft == deny))';

const file = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
export const readPolicy = () => file('./policy.csv');
export const readModel = () => file('./model.conf');

/** Every fault of a policy text in plain words; empty when it may be used. Each rule stands for a trap that was tried. */
export function lintPolicy(csv: string): string[] {
  const lines = csv
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));
  const faults = lines.flatMap(lintLine);
  if (lines.length < FEWEST_LINES)
    faults.push(`only ${lines.length} lines: an empty policy would be read as "allow"`);
  return faults;
}

const PLAIN_RESOURCE = /^[a-z-]+$/;
const PLAIN_ACTION = /^[a-z]+(:[A-Za-z.]+)?$/;

/** Cells of a p-line after the role, each with what it must be. */
const CELLS: readonly (readonly [string, (cell: string) => boolean])[] = [
  ['resource is not a plain name', cell => PLAIN_RESOURCE.test(cell)],
  ['action is not a plain name', cell => PLAIN_ACTION.test(cell)],
  ['unknown scope', cell => Object.hasOwn(SCOPES, cell)],
  ['unknown state', cell => Object.hasOwn(STATES, cell)],
  ['unknown guard', cell => Object.hasOwn(GUARDS, cell)],
  ['effect is not allow or deny', cell => cell === 'allow' || cell === 'deny'],
];

function lintLine(line: string): string[] {
  const cells = line.split(',').map(cell => cell.trim());
  if (cells.some(cell => cell === '')) return [`empty cell: ${line}`];
  if (cells[0] === 'g') return cells.length === 3 ? [] : [`a role line has 3 cells: ${line}`];
  if (cells[0] !== 'p') return [`unknown line type: ${line}`];
  if (cells.length !== 8) return [`a policy line has 8 cells: ${line}`];
  const wrong = CELLS.filter(([, isRight], i) => !isRight(cells[i + 2] ?? ''));
  return wrong.map(([fault]) => `${fault}: ${line}`);
}

/** Patterns match more than they say, and eval finds two absent facts equal: the matcher compares names only. */
function lintModel(model: string): string[] {
  return [
    ...(model.includes(EFFECT) ? [] : ['the policy effect is not the one that denies unknown users']),
    ...(/keyMatch|keyGet|regexMatch|globMatch|ipMatch|eval\s*\(/.test(model)
      ? ['the matcher may only compare names']
      : []),
  ];
}

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
