/** Text for a spreadsheet, as those in Norway open it at once: semicolons, a byte-order mark, CRLF; no cell can become a formula. */
const FORMULA = /^[=+\-@\t\r]/;

export function csvText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map(cells => cells.map(csvCell).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
