/** Runs documents compiled by graphql-jit; errors of compiled documents are formatted here, because Apollo does not see them. */
import {
  type ApolloServerPlugin,
  type GraphQLRequestContextResponseForOperation,
  HeaderMap,
} from '@apollo/server';
import type { GraphQLError, GraphQLFormattedError } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { Log } from '../log.ts';
import type { RequestContext } from './context.ts';
import { formatError } from './format-error.ts';

const MOST = 500;
const DEADLINE_MS = 15_000;
/** A list of a thousand faulty rows is one fault, told a thousand times. */
const MOST_ERRORS = 20;

/** A compiled document whose answer never comes must not hold the request for ever. */
function withDeadline<T>(answer: Promise<T> | T, ms: number): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('deadline')), ms);
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

interface Result {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly unknown[];
}

/** A throw in a plugin would be Apollo's to answer: with a bare 500 and a line of its own in the log. */
async function resultOf(running: () => Promise<Result> | Result, deadlineMs: number): Promise<Result> {
  try {
    return await withDeadline(running(), deadlineMs);
  } catch (error) {
    return { data: null, errors: [error] };
  }
}

export function jitPlugin(log: Log, deadlineMs = DEADLINE_MS): ApolloServerPlugin<RequestContext> {
  const compiled = new Compiled();
  return {
    async requestDidStart() {
      return {
        async responseForOperation(context) {
          const query = compiled.get(context);
          if (!query) return null;
          const { contextValue, request } = context;
          const { requestId } = contextValue.db.info;
          const running = () => query.query(undefined, contextValue, request.variables ?? {}) as Result;
          const { data, errors } = await resultOf(running, deadlineMs);
          const told = errors?.slice(0, MOST_ERRORS).map(error => {
            const given = (error as Partial<GraphQLError>).toJSON?.() ?? (error as GraphQLFormattedError);
            return formatError(given, error, { log, requestId });
          });
          return {
            http: { status: data === undefined ? 400 : undefined, headers: new HeaderMap() },
            body: { kind: 'single', singleResult: { data, ...(told ? { errors: told } : {}) } },
          };
        },
      };
    },
  };
}
