import 'reflect-metadata';
import { buildSchema, GraphQLObjectType, type GraphQLSchema, Kind, parse } from 'graphql';
import { expect, it } from 'vitest';
import { costPlan, type Variables } from './cost.ts';

function schemaOf(): GraphQLSchema {
  const schema = buildSchema(`
    input PageInput { first: Int = 25 }
    type Row { id: ID person: Person notes: [Note] tags: [String] }
    type Person { name: String }
    type Note { id: ID author: Person }
    type Page { rows: [Row!]! }
    type Query { cases(page: PageInput): Page loose: [Row] plain: String heavy: String }
  `);
  const extend = (type: string, field: string, extensions: Record<string, number>) => {
    const found = (schema.getType(type) as GraphQLObjectType).getFields()[field];
    if (found) found.extensions = extensions;
  };
  extend('Row', 'notes', { atMost: 4 });
  extend('Query', 'heavy', { weight: 500 });
  return schema;
}

const SCHEMA = schemaOf();

function cost(text: string, variables: Variables = {}): number {
  const { definitions } = parse(text);
  const operation = definitions.find(d => d.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  return costPlan(
    SCHEMA,
    operation,
    definitions.filter(d => d.kind === Kind.FRAGMENT_DEFINITION),
  )(variables);
}

it('an operation has its weight, and what it brings costs one a row and one for each object in the row', () => {
  expect(cost('{ plain }')).toBe(10);
  expect(cost('{ plain heavy }')).toBe(510);
  expect(cost('{ cases { rows { id } } }')).toBe(10 + 1 + 25);
  expect(cost('{ cases { rows { id person { name } } } }')).toBe(10 + 1 + 25 * 2);
  expect(cost('{ cases { rows { id tags notes { id author { name } } } } }')).toBe(10 + 1 + 25 * (1 + 4 * 2));
});

it('the size of a page is read where the request says it, in the text or in a variable', () => {
  expect(cost('{ cases(page: { first: 100 }) { rows { id } } }')).toBe(111);
  expect(
    cost('query Q($page: PageInput) { cases(page: $page) { rows { id } } }', { page: { first: 50 } }),
  ).toBe(61);
  expect(cost('query Q($n: Int) { cases(page: { first: $n }) { rows { id } } }', { n: 7 })).toBe(18);
  expect(cost('query Q($n: Int = 90) { cases(page: { first: $n }) { rows { id } } }')).toBe(101);
  expect(cost('query Q($page: PageInput) { cases(page: $page) { rows { id } } }', { page: null })).toBe(36);
});

it('a size that is none counts as the largest', () => {
  for (const first of [-5, 0, 1e9, 2.5, 'many', { first: 1 }])
    expect(
      cost('query Q($page: PageInput) { cases(page: $page) { rows { id } } }', { page: { first } }),
    ).toBe(111);
});

it('a list nobody has given a bound counts as a full page', () => {
  expect(cost('{ loose { id } }')).toBe(110);
  expect(cost('{ loose { notes { id } } }')).toBe(10 + 100 * 5);
});

it('fragments and aliases cost what they bring', () => {
  const rows = 'fragment R on Page { rows { id } }';
  expect(cost(`{ a: cases { ...R } b: cases { ...R } } ${rows}`)).toBe(72);
  expect(cost('{ cases { ... on Page { rows { id } } } }')).toBe(36);
});

it('looking at the schema is dear', () => {
  expect(cost('{ __schema { types { name } } }')).toBe(1000);
});
