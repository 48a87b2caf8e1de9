import type { TadaDocumentNode } from 'gql.tada';
import { type DocumentNode, Kind } from 'graphql';
import { DeskError, isAbort, networkError, toDeskError, type WireError } from './desk-error.ts';
import { documentText } from './document-text.ts';

interface Answer<Result> {
  data?: Result | null;
  errors?: WireError[];
}

interface RequestOptions {
  signal?: AbortSignal | undefined;
  /** Lets the request outlive the page (saving preferences when the tab closes). */
  keepalive?: boolean;
}

type Listener = () => void;
const expiryListeners = new Set<Listener>();

/** Called when the server says that nobody is signed in any more. */
export function onSignedOut(listener: Listener) {
  expiryListeners.add(listener);
  return () => {
    expiryListeners.delete(listener);
  };
}

async function post(body: string, options: RequestOptions) {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'apollo-require-preflight': 'true',
      },
      body,
      signal: options.signal ?? null,
      keepalive: options.keepalive ?? false,
    });
  } catch (error) {
    throw isAbort(error) ? error : networkError();
  }
}

async function parse<Result>(response: Response): Promise<Answer<Result>> {
  try {
    return (await response.json()) as Answer<Result>;
  } catch {
    throw new DeskError({ code: response.status === 429 ? 'TOO_MANY_REQUESTS' : 'INTERNAL' });
  }
}

/** The server's log says which operation it was. */
const nameOf = ({ definitions }: DocumentNode) =>
  definitions.find(definition => definition.kind === Kind.OPERATION_DEFINITION)?.name?.value;

/** Sends one typed document. Every failure arrives as a DeskError. */
export async function request<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables?: Variables,
  options: RequestOptions = {},
): Promise<Result> {
  const body = { query: documentText(document), operationName: nameOf(document), variables: variables ?? {} };
  const response = await post(JSON.stringify(body), options);
  const { data, errors } = await parse<Result>(response);
  const first = errors?.[0];
  if (first) {
    const error = toDeskError(first);
    if (error.code === 'UNAUTHENTICATED') for (const listener of expiryListeners) listener();
    throw error;
  }
  if (!data) throw new DeskError({ code: 'INTERNAL' });
  return data;
}
