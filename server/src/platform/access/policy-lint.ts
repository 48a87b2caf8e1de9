/** Finds what is wrong with a policy or a model before it is believed. Each rule stands for a trap that was tried out. */
import { GUARDS, SCOPES, STATES } from './names.ts';

const FEWEST_LINES = 20;
/** What everyone signed in is; every other role leads to it. */
const ROOT_ROLE = 'STAFF';

/** Word for word: an effect that only denies lets unknown people in, and any other matcher compares more than names. */
const EFFECT = 'some(where (p.eft == allow)) && !some(where (p.eft == deny))';
const MATCHER =
  'r.obj == p.obj && r.act == p.act && g(r.sub, p.sub) && scopeOk(r.ctx, p.scope) && stateOk(r.ctx, p.state) && guardOk(r.ctx, p.guard)';

type Cells = readonly string[];

/** Every fault of a policy text in plain words; empty when it may be used. */
export function lintPolicy(csv: string): string[] {
  const lines = csv
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));
  const cells = lines.map(line => line.split(',').map(cell => cell.trim()));
  const faults = [...lines.flatMap(lintLine), ...lintRoles(cells), ...lintRepeats(cells)];
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

const ofType = (lines: readonly Cells[], type: 'p' | 'g') => lines.filter(([first]) => first === type);

/** A role that leads nowhere is misspelt, or forgotten; one that leads back to itself has what everyone in the circle has. */
function lintRoles(lines: readonly Cells[]): string[] {
  const parents = ofType(lines, 'g').map(([, child = '', parent = '']) => [child, parent] as const);
  const roles = new Set([...ofType(lines, 'p').map(([, role = '']) => role), ...parents.flat()]);
  return [...roles].flatMap(role => {
    const above = ancestorsOf(role, parents);
    if (above.has(role)) return [`role leads back to itself: ${role}`];
    return role === ROOT_ROLE || above.has(ROOT_ROLE) ? [] : [`role does not lead to ${ROOT_ROLE}: ${role}`];
  });
}

function ancestorsOf(role: string, parents: readonly (readonly [string, string])[]): Set<string> {
  const found = new Set<string>();
  const open = [role];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [child, parent] of parents) {
      if (child !== next || found.has(parent)) continue;
      found.add(parent);
      open.push(parent);
    }
  }
  return found;
}

/** Twice the same is an oversight; once allowed and once denied, otherwise alike, is a contradiction that only deny survives. */
function lintRepeats(lines: readonly Cells[]): string[] {
  const seen = new Map<string, string>();
  return [...ofType(lines, 'p'), ...ofType(lines, 'g')].flatMap(cells => {
    const [key, effect = ''] = cells[0] === 'p' ? [cells.slice(0, 7).join(), cells[7]] : [cells.join()];
    const before = seen.get(key);
    seen.set(key, effect);
    if (before === undefined) return [];
    return [`${before === effect ? 'stands twice' : 'allowed and denied alike'}: ${cells.join(', ')}`];
  });
}

const setting = (model: string, name: string) =>
  new RegExp(`^${name} = (.*)$`, 'm').exec(model)?.[1]?.trim() ?? '';

/** Patterns match more than they say, and eval finds two absent facts equal: the matcher compares names only. */
export function lintModel(model: string): string[] {
  return [
    ...(setting(model, 'e') === EFFECT ? [] : ['the policy effect is not the one that denies unknown users']),
    ...(setting(model, 'm') === MATCHER ? [] : ['the matcher may only compare names']),
  ];
}

/** A right as code asks for it. */
export interface AskedRight {
  readonly resource: string;
  readonly action: string;
}

/** Rights that code asks for and nobody has, and rights that somebody has and no code asks for. */
export function lintRights(csv: string, asked: readonly AskedRight[]): string[] {
  const lines = csv.split('\n').map(line => line.split(',').map(cell => cell.trim()));
  const given = new Set(ofType(lines, 'p').map(([, , resource, action]) => `${resource} ${action}`));
  const wanted = new Set(asked.map(({ resource, action }) => `${resource} ${action}`));
  return [
    ...[...wanted].filter(right => !given.has(right)).map(right => `no line gives anyone: ${right}`),
    ...[...given].filter(right => !wanted.has(right)).map(right => `no code asks for: ${right}`),
  ];
}
