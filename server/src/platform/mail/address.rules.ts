/** Decides which addresses mail may go to: the plain grammar only, so that no header or second recipient can hide in one (security guide 4.7). */

const MOST = 254;
const MOST_LOCAL = 64;
const ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const LOCAL = new RegExp(`^${ATOM}(?:\\.${ATOM})*$`);
const DOMAIN = new RegExp(`^${LABEL}(?:\\.${LABEL})+$`);

/** One address as name@domain.tld in ASCII: no quotes, comments, groups, lists, blanks or line breaks, at most 254 characters. */
export function isMailAddress(text: string): boolean {
  if (text.length > MOST) return false;
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  return local.length <= MOST_LOCAL && LOCAL.test(local) && DOMAIN.test(text.slice(at + 1));
}
