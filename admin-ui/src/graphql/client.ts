import type { TadaDocumentNode } from 'gql.tada';
import { type DocumentNode, Kind, OperationTypeNode } from 'graphql';
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

function tellSignedOut({ code }: DeskError) {
  if (code === 'UNAUTHENTICATED') for (const listener of expiryListeners) listener();
}

type AskForProof = () => Promise<boolean>;
let askForProof: AskForProof | null = null;

/** Who asks the person to prove again who she is when the server wants it; the request is then repeated. */
export function onStepUp(ask: AskForProof) {
  askForProof = ask;
  return () => {
    if (askForProof === ask) askForProof = null;
  };
}

const provedAgain = async ({ code }: DeskError) =>
  code === 'STEP_UP_REQUIRED' && askForProof !== null && (await askForProof());

interface Sending extends RequestOptions {
  /** Null for what only reads. */
  key: string | null;
}

async function post(body: string, { key, signal, keepalive }: Sending) {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'apollo-require-preflight': 'true',
        ...(key ? { 'idempotency-key': key } : {}),
      },
      body,
      signal: signal ?? null,
      keepalive: keepalive ?? false,
    });
  } catch (error) {
    throw isAbort(error) ? error : networkError();
  }
}

/** The server was not there, or somebody between it and us says so. */
const NOT_THERE = [502, 503, 504];
const RETRY_MS = 800;

/** An action whose answer is lost is sent once more with the same key: the server does it once, and answers as it did. */
async function send(body: string, sending: Sending) {
  const first = await post(body, sending).catch(error => {
    if (sending.key && !isAbort(error)) return null;
    throw error;
  });
  if (first && !(sending.key && NOT_THERE.includes(first.status))) return first;
  await new Promise(resolve => setTimeout(resolve, RETRY_MS));
  return post(body, sending);
}

async function parse<Result>(response: Response): Promise<Answer<Result>> {
  try {
    return (await response.json()) as Answer<Result>;
  } catch {
    throw new DeskError({ code: response.status === 429 ? 'TOO_MANY_REQUESTS' : 'INTERNAL' });
  }
}

const operationOf = ({ definitions }: DocumentNode) =>
  definitions.find(definition => definition.kind === Kind.OPERATION_DEFINITION);

/** Sends one typed document. Every failure arrives as a DeskError. */
export async function request<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables?: Variables,
  options: RequestOptions = {},
): Promise<Result> {
  const operation = operationOf(document);
  // The server's log says which operation it was.
  const body = {
    query: documentText(document),
    operationName: operation?.name?.value,
    variables: variables ?? {},
  };
  const key = operation?.operation === OperationTypeNode.MUTATION ? crypto.randomUUID() : null;
  const response = await send(JSON.stringify(body), { ...options, key });
  const { data, errors } = await parse<Result>(response);
  const first = errors?.[0];
  if (first) {
    const error = toDeskError(first);
    if (await provedAgain(error)) return request(document, variables, options);
    tellSignedOut(error);
    throw error;
  }
  if (!data) throw new DeskError({ code: 'INTERNAL' });
  return data;
}

/** Fetches a file of the desk. What stops it arrives as a DeskError, as of a document. */
export async function download(path: string): Promise<Blob> {
  const response = await fetch(path, { credentials: 'same-origin' }).catch(() => {
    throw networkError();
  });
  if (response.ok) return response.blob();
  const first = (await parse<never>(response)).errors?.[0];
  const error = first ? toDeskError(first) : new DeskError({ code: 'INTERNAL' });
  if (await provedAgain(error)) return download(path);
  tellSignedOut(error);
  throw error;
}
