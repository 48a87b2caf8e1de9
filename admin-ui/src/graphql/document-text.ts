import { type DocumentNode, print } from 'graphql';

/** A document as it travels. The list of documents the server answers in production is made with this very function. */
export const documentText = (document: DocumentNode): string => print(document);
