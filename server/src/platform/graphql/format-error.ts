/** The only place where an error becomes an answer: known codes pass, everything else is INTERNAL with a request id and no detail. */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { AuthenticationError, AuthorizationError } from 'type-graphql';
import { AppError } from '../errors.ts';
import { type Log, stackOf } from '../log.ts';

/** Codes of the GraphQL layer itself: safe, about the document and not about data. */
const LAYER_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'DOCUMENT_TOO_COMPLEX',
  'COST_LIMIT',
  'RATE_LIMITED',
]);
const LONGEST_MESSAGE = 300;

/** What a layer error says, without names of the schema nobody asked for, and without all of what was sent. */
const tidy = (message: string) =>
  message
    .replace('Context creation failed: ', '')
    .replace(/ Did you mean .*$/s, '')
    .slice(0, LONGEST_MESSAGE);

function unwrap(error: unknown): unknown {
  let inner = error;
  while (inner instanceof GraphQLError && inner.originalError) inner = inner.originalError;
  return inner;
}

/** @returns what the client may know: code, parameters, field errors, request id */
export function formatError(
  error: GraphQLFormattedError,
  cause: unknown,
  { log, requestId }: { log: Log; requestId: string },
): GraphQLFormattedError {
  const { locations, path } = error;
  const answer = (code: string, extra: object = {}) => ({
    message: code,
    locations,
    path,
    extensions: { code, requestId: error.extensions?.requestId ?? requestId, ...extra },
  });
  const inner = unwrap(cause);
  if (inner instanceof AppError)
    return answer(inner.code, { params: inner.params, fieldErrors: inner.fieldErrors });
  if (inner instanceof AuthenticationError) return answer('UNAUTHENTICATED');
  if (inner instanceof AuthorizationError) return answer('FORBIDDEN');
  const code = error.extensions?.code;
  if (typeof code === 'string' && LAYER_CODES.has(code))
    return { ...answer(code, { params: error.extensions?.params }), message: tidy(error.message) };
  if (inner instanceof GraphQLError && !inner.originalError && !path)
    return { ...answer('BAD_USER_INPUT'), message: tidy(error.message) };
  log.error('unexpected error', { requestId, stack: stackOf(inner) });
  return answer('INTERNAL');
}
