import { randomUUID } from 'node:crypto';

/** A GraphQL client over real HTTP that keeps its session cookie, as a browser would. */
export interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions: {
    code: string;
    requestId?: string;
    params?: Record<string, unknown>;
    fieldErrors?: Record<string, string>;
  };
}

export interface Answer<T> {
  status: number;
  data: T | null;
  errors?: GraphqlError[];
}

export class Client {
  #cookie: string | null;

  constructor(
    readonly url: string,
    cookie: string | null = null,
  ) {
    this.#cookie = cookie;
  }

  get cookie(): string | null {
    return this.#cookie;
  }

  /** Any HTTP request with the session cookie; an action of its own, unless it says otherwise. */
  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookie) headers.set('cookie', this.#cookie);
    if (!headers.has('idempotency-key')) headers.set('idempotency-key', randomUUID());
    const response = await fetch(new URL(path, this.url), { ...init, headers });
    for (const set of response.headers.getSetCookie()) this.#cookie = set.split(';')[0] ?? null;
    return response;
  }

  /** Sends a document; errors come back as they are. Each call is an action of its own, unless it is given a key. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of free documents in tests
  async send<T = any>(
    query: string,
    variables: Record<string, unknown> = {},
    key: string = randomUUID(),
  ): Promise<Answer<T>> {
    const operationName = /(?:query|mutation)\s+(\w+)/.exec(query)?.[1];
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ query, variables, operationName }),
    });
    return { status: response.status, ...((await response.json()) as Omit<Answer<T>, 'status'>) };
  }

  /** Sends a document that must succeed. @throws Error with the codes */
  // biome-ignore lint/suspicious/noExplicitAny: answers of free documents in tests
  async ask<T = any>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.send<T>(query, variables);
    if (errors || !data)
      throw new Error(
        `${errors?.map(e => `${e.extensions?.code} ${e.message} at ${e.path?.join('.')}`).join(', ')}`,
      );
    return data;
  }

  /** Sends a document that must be refused; the code of its first error. */
  async refused(query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const { errors } = await this.send(query, variables);
    return errors?.[0]?.extensions.code ?? 'NOT REFUSED';
  }
}
