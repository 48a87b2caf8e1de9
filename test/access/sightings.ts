/** What the answers of the matrix show of personal data: field by field along every path, and word by word wherever it stands. */
import { type GraphQLOutputType, getNamedType, isLeafType, isObjectType } from 'graphql';
import { type PersonalKind, personalKindOf } from '../../server/src/platform/access/personal-data.ts';
import type { Operation } from '../support/full-call.ts';
import { CALLERS, type Caller } from './callers.ts';
import { birthDateOf, emailOf, nationalIdOf, say, type Word, ZONES, type Zone } from './canaries.ts';
import { REACH, SIGHT } from './personal.ts';
import type { Answered } from './run.ts';

/** A personal field that had a value, at a path such as `cases.rows.personName`. */
export interface Sighting {
  readonly kind: PersonalKind;
  readonly field: string;
  readonly path: string;
  readonly caller: string;
}

const isEmpty = (value: unknown) =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

interface At {
  readonly type: GraphQLOutputType;
  readonly value: unknown;
  readonly path: string;
}

export function sightingsOf({ operation, answer, caller }: Answered): Sighting[] {
  const { name, kind, field } = operation;
  const root = { name: kind === 'query' ? 'Query' : 'Mutation', fields: { [name]: field.type } };
  return under(root, { value: answer.data ?? {}, path: '' }).map(found => ({ ...found, caller }));
}

interface Owner {
  readonly name: string;
  readonly fields: Readonly<Record<string, GraphQLOutputType>>;
}

function under(
  { name: owner, fields }: Owner,
  { value, path }: Omit<At, 'type'>,
): Omit<Sighting, 'caller'>[] {
  return Object.entries(value as object).flatMap(([name, inner]) => {
    const type = fields[name];
    if (!type) throw new Error(`${owner}.${name} is not in the schema`);
    const field = `${owner}.${name}`;
    const here = path ? `${path}.${name}` : name;
    const kind = personalKindOf(field);
    const own = kind && !isEmpty(inner) ? [{ kind, field, path: here }] : [];
    return [...own, ...below({ type, value: inner, path: here })];
  });
}

function below({ type, value, path }: At): Omit<Sighting, 'caller'>[] {
  if (isEmpty(value)) return [];
  if (Array.isArray(value)) return value.flatMap(one => below({ type, value: one, path }));
  const named = getNamedType(type);
  if (!isObjectType(named)) return [];
  const fields = Object.entries(named.getFields()).map(([name, field]) => [name, field.type] as const);
  return under({ name: named.name, fields: Object.fromEntries(fields) }, { value, path });
}

/** Every path from a root to a personal field, each type once on the way down. */
export function personalPaths(operations: readonly Operation[]): string[] {
  const walk = (type: GraphQLOutputType, path: string, above: readonly string[]): string[] => {
    const named = getNamedType(type);
    if (isLeafType(named) || !isObjectType(named) || above.includes(named.name)) return [];
    return Object.values(named.getFields()).flatMap(field => [
      ...(personalKindOf(`${named.name}.${field.name}`) ? [`${path}.${field.name}`] : []),
      ...walk(field.type, `${path}.${field.name}`, [...above, named.name]),
    ]);
  };
  return operations.flatMap(({ name, field }) => walk(field.type, name, []));
}

/** A planted value, what it tells, and whose row it stands in; null: nobody is ever shown it. */
interface Canary {
  readonly text: string;
  readonly kind: PersonalKind | null;
  readonly zone: Zone | null;
  readonly clear?: true;
}

const KIND_OF: Readonly<Record<Word, PersonalKind | null>> = {
  givenName: 'name',
  familyName: 'name',
  ordererName: 'orderer',
  ordererRole: 'orderer',
  ordererEmail: 'orderer',
  title: 'case-text',
  description: 'case-text',
  holdNote: 'note',
  eventNote: 'note',
  comment: 'note',
  inboundMail: 'post',
  queryWords: 'invoice-query',
  registerQuestion: 'register-answer',
  registerAnswer: 'register-answer',
  decisionText: 'decision',
  visit: 'visit',
  ownDraft: 'draft',
  barComment: null,
  colleaguesDraft: null,
};

export function canaries(): Canary[] {
  const words = Object.entries(KIND_OF) as [Word, PersonalKind | null][];
  const ofZone = (zone: Zone): Canary[] => [
    ...words.map(([word, kind]) => ({ text: say(word, zone), kind, zone })),
    { text: emailOf(zone), kind: 'orderer', zone },
    { text: birthDateOf(zone), kind: 'birth-date', zone },
    { text: `${nationalIdOf(zone).slice(0, 6)}*****`, kind: 'national-id', zone },
    { text: nationalIdOf(zone), kind: 'national-id', zone, clear: true },
  ];
  return [...ZONES.flatMap(ofZone), { text: 'zqansatt', kind: 'staff-email', zone: null }];
}

/** Canaries in an answer whose reader should not have seen them. */
export function leaksIn({ body, caller, operation }: Answered, all: readonly Canary[]): string[] {
  return all
    .filter(({ text }) => body.includes(text))
    .filter(canary => !maySee(caller, canary, operation.name))
    .map(({ text, kind }) => `${operation.name} shows ${caller} ${kind ?? 'what nobody sees'}: ${text}`);
}

function maySee(caller: string, { kind, zone, clear }: Canary, operation: string): boolean {
  const known = CALLERS.find(role => role === caller);
  if (!known || kind === null || (zone && !REACH[known].includes(zone))) return false;
  const sight = SIGHT[kind][known];
  // In clear it comes from one place only, where each reading is asked a reason for and logged.
  return clear ? sight === 'clear' && operation === 'revealNationalId' : sight !== 'deny';
}

/** Roles that were shown a kind they are denied, and roles that never saw what they are said to see. */
export function wrongSights(sightings: readonly Sighting[]): string[] {
  return (Object.keys(SIGHT) as PersonalKind[]).flatMap(kind =>
    CALLERS.flatMap((caller: Caller) => {
      const seen = sightings.filter(one => one.kind === kind && one.caller === caller);
      const sight = SIGHT[kind][caller];
      if (sight === 'deny') return seen.map(({ path }) => `${caller} is denied ${kind}, and sees ${path}`);
      return seen.length > 0 ? [] : [`${caller} should see ${kind}, and nothing shows it`];
    }),
  );
}
