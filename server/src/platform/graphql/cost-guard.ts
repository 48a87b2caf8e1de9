/** Refuses what costs too much, and callers who ask too much too fast. */
import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { GraphQLError, Kind, type OperationDefinitionNode } from 'graphql';
import type { Db } from '../db/db.ts';
import { callerAt } from '../http/paced.ts';
import type { RateLimit } from '../http/rate-limit.ts';
import type { RequestContext } from './context.ts';
import { costPlan, MOST_COST, type Variables } from './cost.ts';

/** Every request costs this much on arrival, however it ends. */
export const ARRIVAL_COST = 100;

const callerOf = ({ principal, info }: Db) =>
  principal.sessionId === null ? callerAt(info.address) : `session ${principal.sessionId}`;

/** @throws GraphQLError RATE_LIMITED with `Retry-After` when the caller has nothing left */
export function spend(limit: RateLimit, { db, spent }: RequestContext, cost: number): void {
  const seconds = limit.take(callerOf(db), cost);
  spent.cost += cost;
  if (seconds === 0) return;
  const headers = new HeaderMap([['retry-after', String(seconds)]]);
  const { requestId } = db.info;
  throw new GraphQLError(`Too much was asked in a short time. Wait ${seconds} s.`, {
    extensions: { code: 'RATE_LIMITED', params: { seconds }, requestId, http: { status: 429, headers } },
  });
}

function refuseOver(cost: number): void {
  if (cost <= MOST_COST) return;
  throw new GraphQLError(`The document costs ${cost}; at most ${MOST_COST}. Ask for fewer rows.`, {
    extensions: { code: 'COST_LIMIT', params: { cost, most: MOST_COST }, http: { status: 400 } },
  });
}

export function costGuard(limit: RateLimit): ApolloServerPlugin<RequestContext> {
  const plans = new WeakMap<OperationDefinitionNode, (variables: Variables) => number>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          if (!operation) return;
          const fragments = document.definitions.filter(d => d.kind === Kind.FRAGMENT_DEFINITION);
          const plan = plans.get(operation) ?? costPlan(schema, operation, fragments);
          plans.set(operation, plan);
          const cost = plan(request.variables ?? {});
          refuseOver(cost);
          spend(limit, contextValue, cost);
        },
      };
    },
  };
}
