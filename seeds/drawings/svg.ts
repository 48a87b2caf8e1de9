/** Small helpers for every drawing here: numbers, text and shapes as SVG. */

/** Two decimals are enough for a drawing and keep the files small. */
export const n = (value: number): string => String(Math.round(value * 100) / 100);

export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, sign => `&#${sign.codePointAt(0)};`);

export const path = (d: string, fill: string, more = ''): string =>
  `<path d="${d}" fill="${fill}"${more && ` ${more}`}/>`;

export const line = (d: string, stroke: string, more = ''): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-linecap="round"${more && ` ${more}`}/>`;

/** Draws something twice, the second time mirrored about the middle of a portrait. */
export const bothSides = (drawing: string): string =>
  `${drawing}<g transform="translate(300 0) scale(-1 1)">${drawing}</g>`;

/** A soft-edged shape without a blur filter (slow in large pictures): the same outline, ever narrower, laid on itself. */
export function soft(
  d: string,
  colour: string,
  { opacity, spread }: { opacity: number; spread: number },
): string {
  const steps = 9;
  const each = n(1 - (1 - opacity) ** (1 / steps));
  const rings = Array.from({ length: steps }, (_, step) => {
    const width = n(spread * 2 * (1 - step / (steps - 1)));
    return `<path d="${d}" stroke-width="${width}" opacity="${each}"/>`;
  });
  return `<g fill="${colour}" stroke="${colour}" stroke-linejoin="round">${rings.join('')}</g>`;
}
