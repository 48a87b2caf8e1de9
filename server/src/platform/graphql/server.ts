/** Apollo with everything off that helps a stranger, errors mapped once, documents compiled. */
import { ApolloServer, type ApolloServerPlugin, type GraphQLResponse } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import type { RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import { boundedValues } from '../http/body-shape.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import type { ContextMaker } from '../http/request-context.ts';
import type { Log } from '../log.ts';
import { metricsPlugin } from '../operation/measure.ts';
import type { Metrics } from '../operation/metrics.ts';
import type { RequestContext } from './context.ts';
import { ARRIVAL_COST, costGuard, spend } from './cost-guard.ts';
import { documentGuard } from './document-guard.ts';
import { formatError } from './format-error.ts';
import { jitPlugin } from './jit.ts';
import { requireKey } from './replay.ts';
import { onlyTrusted, type TrustedDocuments } from './trusted-documents.ts';

export interface GraphqlParts {
  readonly schema: GraphQLSchema;
  /** The only documents that are answered; null answers any, and questions about the schema too. */
  readonly documents: TrustedDocuments | null;
  readonly limit: RateLimit;
  readonly log: Log;
  readonly contexts: ContextMaker;
  readonly metrics: Metrics;
}

/** Which of the two a client asks for, as Apollo reads it: the one it names first. */
const asksForPlainJson = (accept = '') =>
  /application\/(graphql-response\+)?json/.exec(accept)?.[1] === undefined;

const errorsOf = (body: GraphQLResponse['body']) =>
  body.kind === 'single' ? (body.singleResult.errors ?? []) : [];

/** Codes of a request that is no GraphQL over HTTP, whatever its document says. */
const MALFORMED = new Set<unknown>(['BAD_REQUEST', 'IDEMPOTENCY_KEY_REQUIRED']);

/** GraphQL over HTTP: with application/json, an answer that is well-formed GraphQL has status 200. Every error names its request. */
const finishAnswers: ApolloServerPlugin<RequestContext> = {
  async requestDidStart({ request }) {
    const plain = asksForPlainJson(request.http?.headers.get('accept'));
    return {
      async willSendResponse({ response: { http, body }, contextValue }) {
        const errors = errorsOf(body);
        const malformed = errors.some(({ extensions }) => MALFORMED.has(extensions?.code));
        if (http.status === 400 && plain && !malformed) http.status = 200;
        for (const { extensions } of errors) {
          if (extensions) extensions.requestId = contextValue.db.info.requestId;
        }
      },
    };
  },
};

/** Apollo's own lines quote errors word for word; ours say that there was one. */
const quiet = (log: Log) => ({
  debug: () => undefined,
  info: () => undefined,
  warn: () => log.warn('warning of the GraphQL layer'),
  error: () => log.error('error of the GraphQL layer'),
});

export async function createGraphql({
  schema,
  documents,
  limit,
  log,
  contexts,
  metrics,
}: GraphqlParts): Promise<{ handlers: RequestHandler[]; stop(): Promise<void> }> {
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection: documents === null,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: quiet(log),
    validationOptions: { maxErrors: 5 },
    parseOptions: { maxTokens: 2000 },
    formatError: (formatted, cause) => formatError(formatted, cause, { log, requestId: '' }),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      documentGuard(),
      costGuard(limit),
      finishAnswers,
      metricsPlugin(metrics),
      requireKey,
      jitPlugin(log),
    ],
  });
  await server.start();
  const answer = expressMiddleware(server, {
    async context({ req, res }) {
      const { operationName } = (req.body ?? {}) as { operationName?: unknown };
      const context = await contexts.make(req, res, operationName);
      spend(limit, context, ARRIVAL_COST);
      return context;
    },
  }) as unknown as RequestHandler;
  const trusted = documents ? [onlyTrusted(documents)] : [];
  return { handlers: [boundedValues, ...trusted, answer], stop: () => server.stop() };
}
