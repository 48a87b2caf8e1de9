export interface TextPart {
  /** Where in the text the part starts. */
  at: number;
  value: string;
  isLink: boolean;
}

/** Cuts a letter into plain text and http(s) links. */
export function splitLinks(text: string): TextPart[] {
  let at = 0;
  return text.split(/(https?:\/\/[^\s<>"']+)/).map((value, index) => {
    const part = { at, value, isLink: index % 2 === 1 };
    at += value.length;
    return part;
  });
}
