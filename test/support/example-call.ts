/** For each operation of a schema a call with arguments that look valid but stand for nothing that exists. */
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';

export interface ExampleCall {
  readonly name: string;
  readonly kind: 'query' | 'mutation';
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

const SCALARS: Readonly<Record<string, unknown>> = {
  EntityId: '999999999',
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

function valueFor(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return valueFor(type.ofType);
  if (isListType(type)) return [valueFor(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(field => isNonNullType(field.type));
    return Object.fromEntries(needed.map(field => [field.name, valueFor(field.type)]));
  }
  if (!Object.hasOwn(SCALARS, type.name)) throw new Error(`No example value for scalar ${type.name}`);
  return SCALARS[type.name];
}

function callOf(kind: ExampleCall['kind'], field: GraphQLField<unknown, unknown>): ExampleCall {
  const needed = field.args.filter(arg => isNonNullType(arg.type));
  const declared = needed.map(arg => `$${arg.name}: ${arg.type}`).join(', ');
  const given = needed.map(arg => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  const brackets = (text: string) => (text ? `(${text})` : '');
  return {
    name: field.name,
    kind,
    document: `${kind} Example${brackets(declared)} { ${field.name}${brackets(given)}${selection} }`,
    variables: Object.fromEntries(needed.map(arg => [arg.name, valueFor(arg.type)])),
  };
}

export function exampleCalls(schema: GraphQLSchema): ExampleCall[] {
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {});
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  return [
    ...queries.map(field => callOf('query', field)),
    ...mutations.map(field => callOf('mutation', field)),
  ];
}
