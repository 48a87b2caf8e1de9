/** A call of an operation that asks for everything there is below it, with arguments from a bag of values or made up. */
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';

type Values = Readonly<Record<string, unknown>>;

export interface Operation {
  readonly name: string;
  readonly kind: 'query' | 'mutation';
  readonly field: GraphQLField<unknown, unknown>;
}

/** What stands for a scalar nobody gives a value for: valid to look at, and nobody's. */
const SCALARS: Values = {
  EntityId: '987654321098',
  ShortText: 'xxxxxxxxxxxx',
  LongText: 'xxxxxxxxxxxx',
  String: 'xxxxxxxxxxxx',
  Int: 1,
  Float: 1,
  Boolean: true,
  LocalDate: '2099-01-05',
  DateTime: '2099-01-05T08:00:00.000Z',
  PageSize: 25,
  StoredJson: {},
};

export function operationsOf(schema: GraphQLSchema): Operation[] {
  const of = (kind: Operation['kind'], fields: Record<string, GraphQLField<unknown, unknown>> = {}) =>
    Object.values(fields).map(field => ({ name: field.name, kind, field }));
  return [
    ...of('query', schema.getQueryType()?.getFields()),
    ...of('mutation', schema.getMutationType()?.getFields()),
  ];
}

/** Every named value goes in wherever an argument or input field has its name; what is optional and not named stays out. */
export function fullCall(
  { name, kind, field }: Operation,
  values: Values,
  below = selection(field.type, []),
) {
  const given = field.args.filter(arg => isNonNullType(arg.type) || isWanted(arg, values));
  const declared = given.map(arg => `$${arg.name}: ${arg.type}`).join(', ');
  const passed = given.map(arg => `${arg.name}: $${arg.name}`).join(', ');
  const brackets = (text: string) => (text ? `(${text})` : '');
  return {
    document: `${kind} ${operationName(name)}${brackets(declared)} { ${name}${brackets(passed)}${below} }`,
    variables: Object.fromEntries(given.map(arg => [arg.name, valueFor(arg, values)])),
  };
}

/** Whether it answers with a plain value. */
export const isLeafOperation = ({ field }: Operation): boolean => isLeafType(getNamedType(field.type));

const operationName = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);

interface Slot {
  readonly name: string;
  readonly type: GraphQLInputType;
}

/** An optional argument is given when a value has its name, or the name of a field within it. */
function isWanted({ name, type }: Slot, values: Values): boolean {
  if (Object.hasOwn(values, name)) return true;
  const named = getNamedType(type);
  return (
    isInputObjectType(named) && Object.keys(named.getFields()).some(inner => `${name}.${inner}` in values)
  );
}

function valueFor({ name, type }: Slot, values: Values): unknown {
  if (Object.hasOwn(values, name)) return values[name];
  if (isNonNullType(type)) return valueFor({ name, type: type.ofType }, values);
  if (isListType(type)) return [valueFor({ name: '', type: type.ofType }, values)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const inner = { ...values, ...within(name, values) };
    const fields = Object.values(type.getFields()).filter(
      field => isNonNullType(field.type) || Object.hasOwn(inner, field.name),
    );
    return Object.fromEntries(fields.map(field => [field.name, valueFor(field, inner)]));
  }
  if (!Object.hasOwn(SCALARS, type.name)) throw new Error(`No example value for scalar ${type.name}`);
  return SCALARS[type.name];
}

/** `filter.caseId` is caseId within filter. */
const within = (name: string, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([key]) => key.startsWith(`${name}.`))
      .map(([key, value]) => [key.slice(name.length + 1), value]),
  );

/** Every field below, each type once on the way down. */
function selection(type: GraphQLOutputType, above: readonly string[]): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) throw new Error(`${named.name}: teach full-call.ts to select it`);
  const fields = Object.values(named.getFields())
    .filter(field => !above.includes(getNamedType(field.type).name))
    .map(field => `${field.name}${selection(field.type, [...above, named.name])}`);
  return ` { ${fields.join(' ')} }`;
}

/** Every id an operation can be given, as `operation.argument.field`. */
export function idsOf({ name, field }: Operation): string[] {
  const walk = (path: string, { type }: Slot, above: readonly string[]): string[] => {
    const named = getNamedType(type);
    if (named.name === 'EntityId') return [path];
    if (!isInputObjectType(named) || above.includes(named.name)) return [];
    return Object.values(named.getFields()).flatMap(inner =>
      walk(`${path}.${inner.name}`, inner, [...above, named.name]),
    );
  };
  return field.args.flatMap(arg => walk(`${name}.${arg.name}`.replace(/\.input$/, ''), arg, []));
}
