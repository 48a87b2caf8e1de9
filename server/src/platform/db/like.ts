/** LIKE pattern that finds the text anywhere; wildcards a user types are ordinary characters. */
export const likeAnywhere = (text: string): string => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`;
