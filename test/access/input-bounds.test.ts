import {
  type GraphQLInputType,
  type GraphQLScalarType,
  type GraphQLSchema,
  GraphQLString,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { bareSchema } from '../../server/src/emit-schema.ts';
import { costPlan, MOST_COST } from '../../server/src/platform/graphql/cost.ts';
import { documentFault } from '../../server/src/platform/graphql/document-rule.ts';
import { type ConsoleDocument, consoleDocuments } from '../support/console-documents.ts';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await bareSchema();
});

/** Whole numbers are 32 bits and true or false is one: bounded by themselves. */
const BOUNDED_BY_NATURE = ['Int', 'Boolean'];

/** What no input may hold. Written by number, so that no editor can tidy it away. */
const HARMFUL = {
  NUL: `a${String.fromCharCode(0)}b`,
  'a control character': `a${String.fromCharCode(27)}[31mb`,
  'half a character': `a${String.fromCharCode(0xd800)}`,
  'the other half': `${String.fromCharCode(0xdc00)}a`,
  'text that reads backwards': `a${String.fromCharCode(0x202e)}b`,
  'text without end': 'x'.repeat(33_000),
  'loose accents without end': `a${String.fromCharCode(0x301, 0x323).repeat(50_000)}`,
};

/** Each argument and input field with its type, by the way to it. */
function inputsOf(): [string, GraphQLInputType][] {
  const types = Object.values(schema.getTypeMap()).filter(type => !type.name.startsWith('__'));
  const fields = types
    .filter(isInputObjectType)
    .flatMap(type =>
      Object.values(type.getFields()).map((field): [string, GraphQLInputType] => [
        `${type.name}.${field.name}`,
        field.type,
      ]),
    );
  const args = types
    .filter(isObjectType)
    .flatMap(type =>
      Object.values(type.getFields()).flatMap(field =>
        field.args.map((arg): [string, GraphQLInputType] => [
          `${type.name}.${field.name}(${arg.name})`,
          arg.type,
        ]),
      ),
    );
  return [...fields, ...args];
}

function scalarsOfInputs(): GraphQLScalarType[] {
  const leaves = inputsOf().map(([, type]) => getNamedType(type));
  return [...new Set(leaves)].filter(
    type => !isEnumType(type) && !isInputObjectType(type),
  ) as GraphQLScalarType[];
}

const refuses = (scalar: GraphQLScalarType, value: unknown): boolean => {
  try {
    scalar.parseValue(value);
    return false;
  } catch {
    return true;
  }
};

/** What a type lets through of what none may; plain String lets all of it through. */
const letsThrough = (scalar: GraphQLScalarType): string[] =>
  Object.entries(HARMFUL)
    .filter(([, value]) => !refuses(scalar, value))
    .map(([name]) => name);

describe('every way into the desk is bounded', () => {
  test('no argument and no input field takes text, or anything else, of any kind and length', () => {
    expect(inputsOf().length).toBeGreaterThan(100);
    expect(scalarsOfInputs().length).toBeGreaterThan(5);
    const open = scalarsOfInputs().filter(scalar => !BOUNDED_BY_NATURE.includes(scalar.name));
    const through = open.flatMap(scalar => letsThrough(scalar).map(name => `${scalar.name}: ${name}`));
    expect(through).toEqual([]);
    expect(letsThrough(GraphQLString)).toEqual(Object.keys(HARMFUL));
  });

  test('refusing text without end takes no time', () => {
    const began = performance.now();
    for (const scalar of scalarsOfInputs()) letsThrough(scalar);
    expect(performance.now() - began).toBeLessThan(1_000);
  });

  test('text in two spellings becomes one', () => {
    const line = schema.getType('ShortText') as GraphQLScalarType;
    expect(line.parseValue(`A${String.fromCharCode(0x30a)}se`)).toBe('Åse');
  });
});

function costOf({ text }: ConsoleDocument): number {
  const { definitions } = parse(text);
  const operation = definitions.find(d => d.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('no operation');
  const fragments = definitions.filter(d => d.kind === Kind.FRAGMENT_DEFINITION);
  return costPlan(schema, operation, fragments)({ page: { first: 100 } });
}

describe('the console keeps within what it may ask', () => {
  test('each of its documents, with the largest page, with room to grow', () => {
    const documents = consoleDocuments();
    expect(documents.length).toBeGreaterThan(50);
    expect(documents.filter(({ text }) => documentFault(parse(text))).map(({ name }) => name)).toEqual([]);
    const dear = documents.filter(document => costOf(document) > MOST_COST / 2).map(({ name }) => name);
    expect(dear).toEqual([]);
  });
});
