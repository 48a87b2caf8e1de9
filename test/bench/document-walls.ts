/** What the walls in front of GraphQL cost a queue page: the first time its document is seen, and every time after. */
import { createHash } from 'node:crypto';
import { type GraphQLSchema, Kind, type OperationDefinitionNode, parse, validate } from 'graphql';
import { bareSchema } from '../../server/src/emit-schema.ts';
import { costPlan } from '../../server/src/platform/graphql/cost.ts';
import { documentFault } from '../../server/src/platform/graphql/document-rule.ts';
import { valueFault } from '../../server/src/platform/http/body-shape.ts';
import { RateLimit } from '../../server/src/platform/http/rate-limit.ts';

const TIMES = 2_000;
const VARIABLES = { filter: { queue: 'IMAGE_REVIEW', status: ['OPEN'] }, page: { first: 25 } };

/** Milliseconds of one call, after a warm-up of the same length. */
function msOf(work: () => unknown): number {
  for (let i = 0; i < TIMES; i += 1) work();
  const began = performance.now();
  for (let i = 0; i < TIMES; i += 1) work();
  return (performance.now() - began) / TIMES;
}

function planOf(schema: GraphQLSchema, query: string) {
  const { definitions } = parse(query);
  const operation = definitions.find(d => d.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const fragments = definitions.filter(d => d.kind === Kind.FRAGMENT_DEFINITION);
  return () => costPlan(schema, operation, fragments);
}

export async function documentWalls(query: string): Promise<string[]> {
  const schema = await bareSchema();
  const document = parse(query);
  const makePlan = planOf(schema, query);
  const plan = makePlan();
  const limit = new RateLimit(1_000_000_000);
  const known = new Map([[createHash('sha256').update(query).digest('hex'), 'Queue']]);
  const line = (name: string, work: () => unknown) => `| ${name} | ${msOf(work).toFixed(4)} |`;
  return [
    '| wall in front of GraphQL, queue page | ms a request |',
    '| --- | --- |',
    line('once a document: shape', () => documentFault(document)),
    line('once a document: cost is read', makePlan),
    line('(for comparison, once a document: validation)', () => validate(schema, document)),
    line('every request: values bounded', () => valueFault(VARIABLES)),
    line('every request: document is in the list', () =>
      known.get(createHash('sha256').update(query).digest('hex')),
    ),
    line('every request: cost and rate limit', () => {
      limit.take('session 1', 100);
      return limit.take('session 1', plan(VARIABLES));
    }),
  ];
}
