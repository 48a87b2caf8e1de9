import { ApolloServer } from '@apollo/server';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { expect, it } from 'vitest';
import { createLog } from '../log.ts';
import type { RequestContext } from './context.ts';
import { formatError } from './format-error.ts';
import { jitPlugin } from './jit.ts';

const lines: string[] = [];
const log = createLog('info', { write: line => void lines.push(line) });

function schemaOf(resolve: () => unknown): GraphQLSchema {
  const schema = buildSchema('type Query { thing: String }');
  const field = schema.getQueryType()?.getFields().thing;
  if (field) field.resolve = resolve;
  return schema;
}

async function ask(resolve: () => unknown) {
  const server = new ApolloServer<RequestContext>({
    schema: schemaOf(resolve),
    includeStacktraceInErrorResponses: false,
    formatError: (error, cause) => formatError(error, cause, { log, requestId: 'r1' }),
    plugins: [jitPlugin(log, 50)],
  });
  const contextValue = { db: { info: { requestId: 'r1' } } } as RequestContext;
  const { body } = await server.executeOperation({ query: '{ thing }' }, { contextValue });
  return body.kind === 'single' ? body.singleResult : null;
}

it('an answer that comes is given', async () => {
  expect(await ask(() => 'here')).toEqual({ data: { thing: 'here' } });
});

it('an answer that never comes is given up: an error without detail, and a line in the log', async () => {
  lines.length = 0;
  expect(await ask(() => new Promise(() => undefined))).toMatchObject({
    errors: [{ message: 'INTERNAL', extensions: { code: 'INTERNAL', requestId: 'r1' } }],
  });
  expect(lines.join()).toContain('"requestId":"r1"');
});
