import type { Language } from './upload.types.ts';

/** A message exists in all three languages or does not compile. */
export function defineMessages<Key extends string>(
  messages: Record<Key, Record<Language, string>>,
): Record<Key, Record<Language, string>> {
  return messages;
}
