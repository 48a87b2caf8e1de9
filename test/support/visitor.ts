/** A browser without a screen: keeps cookies by host and port, and follows redirects one by one, so that each can be looked at or bent. */
import type { PersonName } from './identity-provider.ts';

export class Visitor {
  readonly #jars = new Map<string, Map<string, string>>();

  constructor(readonly desk: string) {}

  /** Cookies of a place, as it would get them. */
  cookies(url: string): string {
    return [...this.#jar(url)].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  setCookies(url: string, cookies: string): void {
    for (const pair of cookies.split('; ')) {
      const at = pair.indexOf('=');
      this.#jar(url).set(pair.slice(0, at), pair.slice(at + 1));
    }
  }

  /** As if it had never been there. */
  forget(url: string): void {
    this.#jar(url).clear();
  }

  /** One request; redirects are not followed. */
  async fetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const at = new URL(url, this.desk).href;
    const headers = new Headers(init.headers);
    headers.set('cookie', this.cookies(at));
    const response = await fetch(at, { ...init, headers, redirect: 'manual' });
    for (const set of response.headers.getSetCookie()) this.#keep(at, set);
    return response;
  }

  /** Where the answer sends the browser. @throws Error when nowhere */
  async next(url: string | URL): Promise<string> {
    const response = await this.fetch(url);
    const location = response.headers.get('location');
    if (!location) throw new Error(`no redirect from ${url}: ${response.status} ${await response.text()}`);
    return new URL(location, new URL(url, this.desk)).href;
  }

  /** Begins at the desk and signs in at the provider as the person. @returns the address the provider sends back to */
  async answerFor(person: PersonName | 'nobody', path = '/auth/sign-in'): Promise<string> {
    let url = await this.next(path);
    while (!url.startsWith(`${this.desk}/`)) {
      const isForm = new URL(url).pathname.startsWith('/interaction/');
      url = await this.next(isForm ? `${url}?as=${person}` : url);
    }
    return url;
  }

  /** The whole way. @returns where the desk sends the browser in the end, from its first slash */
  async signIn(person: PersonName | 'nobody', path?: string): Promise<string> {
    return this.outcome(await this.answerFor(person, path));
  }

  async outcome(callback: string): Promise<string> {
    return (await this.next(callback)).slice(this.desk.length);
  }

  /** Asks the desk as the person who is signed in. */
  // biome-ignore lint/suspicious/noExplicitAny: answers of free documents in tests
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    const response = await this.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as {
      data: unknown;
      errors?: { extensions: { code: string } }[];
    };
    return errors ? errors[0]?.extensions.code : data;
  }

  #jar(url: string): Map<string, string> {
    const { host } = new URL(url, this.desk);
    const jar = this.#jars.get(host) ?? new Map<string, string>();
    this.#jars.set(host, jar);
    return jar;
  }

  #keep(url: string, set: string): void {
    const [pair = '', ...attributes] = set.split('; ');
    const at = pair.indexOf('=');
    const gone = attributes.some(a => /^expires=Thu, 01 Jan 1970/i.test(a) || /^max-age=0$/i.test(a));
    if (gone) this.#jar(url).delete(pair.slice(0, at));
    else this.#jar(url).set(pair.slice(0, at), pair.slice(at + 1));
  }
}
