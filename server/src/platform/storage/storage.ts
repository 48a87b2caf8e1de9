/** Where file bytes lie, for whoever stores or reads them: names in, bytes out. Knows nothing of what is in them. */
export interface Storage {
  /** Whole or not at all, and on the disk when the promise resolves. */
  put(key: string, bytes: Buffer): Promise<void>;
  /** Null when there is no such file. */
  get(key: string): Promise<Buffer | null>;
  /** Silent when there is no such file. */
  delete(key: string): Promise<void>;
  /** Keys written before then; what a crash left half written is removed on the way. */
  list(before: Date): AsyncIterable<string>;
}

/** Generated names only, so that no name can lead out of the folder. */
const KEY = /^[0-9a-f]{32}\.[a-z]{1,12}$/;

export const isKey = (name: string): boolean => KEY.test(name);

/** @throws Error when the key is not a generated name */
export function requireKey(key: string): void {
  if (!isKey(key)) throw new Error('Not a storage key.');
}
