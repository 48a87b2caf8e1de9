/** Runs documents compiled by graphql-jit; errors of compiled documents are formatted here, because Apollo does not see them. */
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Log } from '../log.ts';
import type { RequestContext } from './context.ts';
import { formatError } from './format-error.ts';

const MOST = 500;
const DEADLINE_MS = 15_000;

/** A compiled document whose answer never comes must not hold the request for ever. */
function withDeadline<T>(answer: Promise<T> | T): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('deadline')), DEADLINE_MS);
  });
  return Promise.race([Promise.resolve(answer), late]).finally(() => clearTimeout(timer));
}

export function jitPlugin(log: Log): ApolloServerPlugin<RequestContext> {
  const compiled = new Map<string, CompiledQuery | null>();
  return {
    async requestDidStart() {
      return {
        async responseForOperation(context) {
          const { schema, document, operationName, contextValue, request, queryHash } = context;
          const at = `${queryHash}|${operationName ?? ''}`;
          let query = compiled.get(at);
          if (query === undefined) {
            const result = compileQuery(schema, document, operationName ?? undefined);
            query = isCompiledQuery(result) ? result : null;
            if (compiled.size >= MOST) compiled.clear();
            compiled.set(at, query);
          }
          if (!query) return null;
          const result = await withDeadline(query.query(undefined, contextValue, request.variables ?? {}));
          const { requestId } = contextValue.db.info;
          const errors = result.errors?.map(e =>
            formatError((e as GraphQLError).toJSON?.() ?? e, e, { log, requestId }),
          );
          return {
            http: { status: result.data === undefined ? 400 : undefined, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data: result.data, ...(errors ? { errors } : {}) } },
          };
        },
      };
    },
  };
}
