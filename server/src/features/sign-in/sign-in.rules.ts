/** Small decisions around signing in through a provider: where to go afterwards, who somebody is called. */

const LONGEST_PATH = 500;
/** Begins with one slash; nothing a browser would read as another host, and no control characters or spaces. */
const LOCAL = /^\/(?![/\\])[^\s\\\p{Cc}]*$/u;

/** @returns the address when it leads to a page of the console, else the front page */
export function localPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > LONGEST_PATH || !LOCAL.test(value)) return '/';
  const { origin, pathname } = new URL(value, 'https://desk.invalid');
  const ours = origin === 'https://desk.invalid' && !/^\/(auth|graphql|files|uploads)(\/|$)/.test(pathname);
  return ours ? value : '/';
}

const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);

/** The whole name, or its parts put together; null when the provider does not tell. */
export function nameOf(claims: Readonly<Record<string, unknown>>): string | null {
  const parts = [text(claims.given_name), text(claims.family_name)].filter(part => part !== null);
  return text(claims.name) ?? (parts.length > 0 ? parts.join(' ') : null);
}

/** Seconds since 1970, as tokens have them. */
export function instantOf(seconds: unknown): Date | null {
  return typeof seconds === 'number' && Number.isFinite(seconds) ? new Date(seconds * 1000) : null;
}

const LANGUAGES = new Set(['nb', 'nn', 'en']);

export const languageOf = (value: unknown): string =>
  typeof value === 'string' && LANGUAGES.has(value) ? value : 'nb';
