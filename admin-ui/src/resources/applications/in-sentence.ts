/** A name inside a sentence; RF-1199 and NAV stay as they are. */
export const inSentence = (text: string) =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
