/** Whether a password is one that everybody tries: 49,000 from leaked collections, in memory from the first time somebody chooses one. */

const LIST = 'passwords-common';
/** More digits and signs than this around a common word, and it is not the word that is guessed. */
const LONGEST_TRIMMINGS = 8;

let known: Promise<ReadonlySet<string>> | null = null;

async function load(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  return new Set(dictionary[LIST].map(String));
}

/** As it stands, with digits and signs around it, or the same over and over. */
export async function isCommonPassword(password: string): Promise<boolean> {
  known ??= load();
  const list = await known;
  const plain = password.toLowerCase();
  const word = plain.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const once = /^(.+?)\1+$/u.exec(plain)?.[1] ?? plain;
  const decorated = plain.length - word.length <= LONGEST_TRIMMINGS && list.has(word);
  return list.has(plain) || list.has(once) || decorated;
}
