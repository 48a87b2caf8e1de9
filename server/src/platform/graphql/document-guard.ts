/** Refuses a document by its shape before it is validated, and remembers the refusal, so that a repeat costs nothing. */
import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import type { RequestContext } from './context.ts';
import { type DocumentFault, documentFault } from './document-rule.ts';

const tooComplex = ({ rule, most }: DocumentFault) =>
  new GraphQLError(`The document breaks the rule on ${rule}: at most ${most}. Ask for less, or in parts.`, {
    extensions: { code: 'DOCUMENT_TOO_COMPLEX', params: { rule, most }, http: { status: 400 } },
  });

/** A throw before validation would be a 500. So the document is replaced by an empty one, which Apollo's cache keeps in its place, and whose turn to run is the refusal. */
export function documentGuard(): ApolloServerPlugin<RequestContext> {
  const refusals = new WeakMap<DocumentNode, GraphQLError>();
  return {
    async requestDidStart() {
      return {
        async validationDidStart(context) {
          const fault = documentFault(context.document);
          if (!fault) return;
          const standIn = parse('{ __typename }');
          refusals.set(standIn, tooComplex(fault));
          (context as { document: DocumentNode }).document = standIn;
        },
        async didResolveOperation({ document }) {
          const refusal = refusals.get(document);
          if (refusal) throw refusal;
        },
      };
    },
  };
}
