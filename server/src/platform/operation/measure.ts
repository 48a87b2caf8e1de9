/** Takes the measures of requests: a plugin for GraphQL, a middleware for the other routes. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { Request, RequestHandler, Response } from 'express';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../graphql/context.ts';
import type { Metrics } from './metrics.ts';

/** Called once the document has been checked, so that the name is one of the schema's. */
function rootField(operation: OperationDefinitionNode | undefined): string {
  const first = operation?.selectionSet.selections[0];
  return first?.kind === Kind.FIELD ? first.name.value : 'other';
}

/** Where its router hangs. Express has forgotten it when an error is answered further out. */
const mountOf = ({ baseUrl }: Request, { locals }: Response): string => locals.mount ?? baseUrl;

export function metricsPlugin(metrics: Metrics): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart({ request }) {
      const parent = request.http?.headers.get('traceparent');
      let operation = 'refused';
      return {
        async didResolveOperation(context) {
          operation = rootField(context.operation);
        },
        async willSendResponse({ response, contextValue }) {
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          const codes = errors.map(({ extensions }) => codeOf(extensions?.code));
          const ms = performance.now() - contextValue.startedAt;
          metrics.request({ operation, ms, failed: codes.includes(OURS), parent });
          for (const code of codes) metrics.error(code);
        },
      };
    },
  };
}

/** A fault of ours, whatever the request was. */
const OURS = 'INTERNAL';
const codeOf = (code: unknown): string => (typeof code === 'string' ? code : OURS);

/** Routes by their pattern, so that no id or token is in the name. */
export function measureRoutes(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once('finish', () => {
      const path = (request.route as { path?: unknown } | undefined)?.path;
      const known =
        typeof path === 'string' ? `${request.method} ${mountOf(request, response)}${path}` : 'refused';
      metrics.request({
        operation: known,
        ms: performance.now() - startedAt,
        failed: response.statusCode >= 500,
        parent: request.get('traceparent'),
      });
      if (response.statusCode >= 400) metrics.error(`HTTP_${response.statusCode}`);
    });
    next();
  };
}
