/** Every mutation carries an `Idempotency-Key` and is answered once per key, whoever adds it: the schema's mutations are wrapped here. */
import type { ApolloServerPlugin } from '@apollo/server';
import {
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Principal } from '../db/principal.ts';
import { AppError } from '../errors.ts';
import type { Idempotency } from '../idempotency/idempotency.ts';
import type { RequestContext } from './context.ts';

/** Mutations whose answers are not kept, and why; `shared`: calls at the same time still get one answer. */
export const NOT_KEPT: Readonly<Record<string, { readonly shared: boolean; readonly reason: string }>> = {
  signIn: { shared: false, reason: 'each proves the person anew; a stored answer would be a way in' },
  signInDemo: { shared: false, reason: 'as signIn' },
  changePassword: { shared: false, reason: 'as signIn' },
  confirmSignIn: { shared: false, reason: 'as signIn' },
  signOut: { shared: false, reason: 'ends what there is; afterwards an answer could belong to nobody' },
  makeMachineSecret: {
    shared: true,
    reason: 'the secret is shown once and stored nowhere; whoever lost the answer makes another',
  },
  verifyCaller: {
    shared: false,
    reason: 'what a caller says is kept nowhere, and each call is checked anew',
  },
  makeWebhookSecret: { shared: true, reason: 'as makeMachineSecret' },
  revealNationalId: {
    shared: true,
    reason: 'each answer is logged and counted, and the number is stored nowhere',
  },
};

type Resolve = GraphQLFieldResolver<unknown, RequestContext>;

export interface ReplayParts {
  readonly idempotency: Idempotency;
  /** Whether the person may call the operation at all, asked again before an answer is repeated. */
  readonly mayCall: (principal: Principal, operation: string) => boolean;
}

/** The same schema; each mutation's resolver now runs at most once per key. */
export function answerOncePerKey(schema: GraphQLSchema, parts: ReplayParts): GraphQLSchema {
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
    if (field.resolve) field.resolve = once(field.name, field.resolve as Resolve, parts);
  }
  return schema;
}

function once(operation: string, resolve: Resolve, { idempotency, mayCall }: ReplayParts): Resolve {
  const exception = NOT_KEPT[operation];
  return async (...call) => {
    const [, body, { db, idempotencyKey: key }] = call;
    const work = async (): Promise<unknown> => resolve(...call);
    if (exception?.shared === false || !key) return work();
    // Those who may not are refused by the operation itself, before a key is looked at.
    if (!mayCall(db.principal, operation)) return work();
    return idempotency.answer({ db, key, operation, body, kept: !exception }, work);
  };
}

const refused = (code: string) =>
  new GraphQLError(code, { originalError: new AppError(code), extensions: { http: { status: 400 } } });

/** One key stands for one effect: so one mutation a request. */
function isOneField({ selectionSet: { selections } }: OperationDefinitionNode): boolean {
  return selections.length === 1 && selections[0]?.kind === Kind.FIELD;
}

export const requireKey: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, contextValue }) {
        if (operation?.operation !== 'mutation') return;
        if (!contextValue.idempotencyKey) throw refused('IDEMPOTENCY_KEY_REQUIRED');
        if (!isOneField(operation)) throw refused('ONE_MUTATION_PER_REQUEST');
      },
    };
  },
};
