/** Takes the measures of requests: a plugin for GraphQL, a middleware for the other routes. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { RequestHandler } from 'express';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../graphql/context.ts';
import type { Metrics } from './metrics.ts';

/** Called once the document has been checked, so that the name is one of the schema's. */
function rootField(operation: OperationDefinitionNode | undefined): string {
  const first = operation?.selectionSet.selections[0];
  return first?.kind === Kind.FIELD ? first.name.value : 'other';
}

export function metricsPlugin(metrics: Metrics): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      let operation = 'refused';
      return {
        async didResolveOperation(context) {
          operation = rootField(context.operation);
        },
        async willSendResponse({ response, contextValue }) {
          metrics.request(operation, performance.now() - contextValue.startedAt);
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          for (const { extensions } of errors) metrics.error(codeOf(extensions?.code));
        },
      };
    },
  };
}

const codeOf = (code: unknown): string => (typeof code === 'string' ? code : 'INTERNAL');

/** Routes by their pattern, so that no id or token is in the name. */
export function measureRoutes(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    response.once('finish', () => {
      const path = (request.route as { path?: unknown } | undefined)?.path;
      const known = typeof path === 'string' ? `${request.method} ${request.baseUrl}${path}` : 'refused';
      metrics.request(known, performance.now() - startedAt);
      if (response.statusCode >= 400) metrics.error(`HTTP_${response.statusCode}`);
    });
    next();
  };
}
