/** Runs documents compiled by graphql-jit; errors of compiled documents are formatted here, because Apollo does not see them. */
import {
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  HeaderMap,
} from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Log } from '../log.ts';
import type { RequestContext } from './context.ts';
import { formatError } from './format-error.ts';

const MOST = 500;
const DEADLINE_MS = 15_000;
/** A list of a thousand faulty rows is one fault, told a thousand times. */
const MOST_ERRORS = 20;

/** A compiled document whose answer never comes must not hold the request for ever. */
function withDeadline<T>(answer: Promise<T> | T): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('deadline')), DEADLINE_MS);
  });
  return Promise.race([Promise.resolve(answer), late]).finally(() => clearTimeout(timer));
}

/** Compiled documents by hash and operation name; null where graphql-jit cannot, then graphql-js takes over. */
class Compiled {
  readonly #queries = new Map<string, CompiledQuery | null>();

  get({
    schema,
    document,
    operation,
    operationName,
    queryHash,
  }: GraphQLRequestContextResponseForOperation<RequestContext>): CompiledQuery | null {
    // Whatever its type says: there is none when the document has no operation of the name that was asked for.
    if (!operation) return null;
    const at = `${queryHash}|${operationName ?? ''}`;
    const known = this.#queries.get(at);
    if (known !== undefined) return known;
    const result = compileQuery(schema, document, operationName ?? undefined);
    const query = isCompiledQuery(result) ? result : null;
    if (this.#queries.size >= MOST) this.#queries.clear();
    this.#queries.set(at, query);
    return query;
  }
}

export function jitPlugin(log: Log): ApolloServerPlugin<RequestContext> {
  const compiled = new Compiled();
  return {
    async requestDidStart() {
      return {
        async responseForOperation(context) {
          const query = compiled.get(context);
          if (!query) return null;
          const { contextValue, request } = context;
          const result = await withDeadline(query.query(undefined, contextValue, request.variables ?? {}));
          const { requestId } = contextValue.db.info;
          const errors = result.errors
            ?.slice(0, MOST_ERRORS)
            .map(e => formatError((e as GraphQLError).toJSON?.() ?? e, e, { log, requestId }));
          const status = result.data === undefined ? 400 : undefined;
          return {
            http: { status, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data: result.data, ...(errors ? { errors } : {}) } },
          };
        },
      };
    },
  };
}
