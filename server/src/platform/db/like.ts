/** LIKE pattern that finds the text anywhere; wildcards a user types are ordinary characters. */
export const likeAnywhere = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
/** LIKE pattern that finds what begins with the text. */
export const likeStart = (text: string): string => likeAnywhere(text).slice(1);
