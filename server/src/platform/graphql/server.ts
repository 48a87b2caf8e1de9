/** Apollo with everything off that helps a stranger, errors mapped once, documents compiled. */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import type { RequestHandler } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { ContextMaker } from '../http/request-context.ts';
import type { Log } from '../log.ts';
import { metricsPlugin } from '../operation/measure.ts';
import type { Metrics } from '../operation/metrics.ts';
import type { RequestContext } from './context.ts';
import { formatError } from './format-error.ts';
import { jitPlugin } from './jit.ts';

export interface GraphqlParts {
  readonly schema: GraphQLSchema;
  readonly production: boolean;
  readonly log: Log;
  readonly contexts: ContextMaker;
  readonly metrics: Metrics;
}

/** GraphQL over HTTP: with application/json, an answer that is well-formed GraphQL has status 200. Every error names its request. */
const finishAnswers: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ response, contextValue }) {
        if (response.http.status === 400) response.http.status = 200;
        const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
        for (const { extensions } of errors) {
          if (extensions) extensions.requestId = contextValue.db.info.requestId;
        }
      },
    };
  },
};

export async function createGraphql({
  schema,
  production,
  log,
  contexts,
  metrics,
}: GraphqlParts): Promise<{ handler: RequestHandler; stop(): Promise<void> }> {
  const server = new ApolloServer<RequestContext>({
    schema,
    introspection: !production,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    validationOptions: { maxErrors: 5 },
    parseOptions: { maxTokens: 2000 },
    formatError: (formatted, cause) => formatError(formatted, cause, { log, requestId: '' }),
    plugins: [ApolloServerPluginLandingPageDisabled(), finishAnswers, metricsPlugin(metrics), jitPlugin(log)],
  });
  await server.start();
  const handler = expressMiddleware(server, {
    context: ({ req, res }) =>
      contexts.make(req, res, (req.body as { operationName?: unknown } | undefined)?.operationName),
  });
  return { handler: handler as unknown as RequestHandler, stop: () => server.stop() };
}
