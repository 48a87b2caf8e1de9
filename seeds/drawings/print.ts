/** What all invented identity documents have in common: patterns, printed fields and the holder's portrait. */
import type { Face } from './face.ts';
import { portraitScene } from './portrait.ts';
import { escapeXml, n } from './svg.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** 1991-03-14 becomes 14 MAR 1991. */
export function printDate(date: string | null): string {
  if (!date) return '';
  return `${date.slice(8, 10)} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

export type TextStyle = { size: number; fill?: string; bold?: boolean; more?: string };

export function text(
  x: number,
  y: number,
  { value, size, fill = '#1f2a31', bold = false, more = '' }: TextStyle & { value: string },
): string {
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${n(x)}" y="${n(y)}" font-size="${size}"${weight} fill="${fill}"${more && ` ${more}`}>${escapeXml(value)}</text>`;
}

/** A small label with the printed value under it. */
export const field = (x: number, y: number, [label, value]: readonly [string, string]): string =>
  text(x, y, { value: label, size: 6.5, fill: '#5b6b75' }) +
  text(x, y + 13, { value, size: 11.5, bold: true });

/** Guilloche: the fine waves of security print. */
export function waves(colour: string, height: number): string {
  const rows = Math.floor(height / 15);
  const each = Array.from({ length: rows }, (_, row) => {
    const y = 8 + row * 15;
    const swing = 8 + (row % 4) * 5;
    return `M0 ${y}c40-${swing} 80 ${swing} 120 0s80-${swing} 120 0 80 ${swing} 120 0 80-${swing} 120 0 60-${swing} 80 0`;
  });
  return `<path d="${each.join('')}" fill="none" stroke="${colour}" stroke-width=".7" opacity=".5"/>`;
}

export function rosette(x: number, y: number, colour: string): string {
  const petals = Array.from(
    { length: 12 },
    (_, petal) =>
      `<ellipse cx="${x}" cy="${y}" rx="58" ry="24" transform="rotate(${petal * 15} ${x} ${y})"/>`,
  );
  return `<g fill="none" stroke="${colour}" stroke-width=".7" opacity=".4">${petals.join('')}</g>`;
}

/** The holder on a light wall, in everyday clothes: a document shows another day than the portrait. */
export function holderPhoto(
  face: Face,
  { x, y, width, grey = false }: { x: number; y: number; width: number; grey?: boolean },
): string {
  const otherDay: Face = {
    ...face,
    clothing: face.clothing === 't_shirt' ? 'fleece' : 't_shirt',
    clothColour: '#54606b',
  };
  const height = n((width * 4) / 3);
  const tint = grey ? `<rect width="300" height="400" fill="#8d8f92" opacity=".25"/>` : '';
  return (
    `<rect x="${x - 2}" y="${y - 2}" width="${width + 4}" height="${Number(height) + 4}" rx="3" fill="#fff" opacity=".9"/>` +
    `<svg x="${x}" y="${y}" width="${width}" height="${height}" viewBox="27 36 246 328">${portraitScene(otherDay, 'none', { id: `i${x}`, wall: '#e4e8ea' })}${tint}</svg>`
  );
}

/** The word that keeps anybody from taking a drawing for the real thing. */
export const specimen = (x: number, y: number, size: number): string =>
  text(x, y, {
    value: 'SPESIMEN',
    size,
    bold: true,
    fill: '#a33a2c',
    more: `opacity=".28" transform="rotate(-18 ${x} ${y})" letter-spacing="4"`,
  });

export const signature = (x: number, y: number, seed: number): string => {
  const a = 6 + (seed % 5) * 2;
  return `<path d="M${x} ${y}c6-${a + 8} 12-${a + 6} 10 2s-8 8 2-4 10-${a} 12 0 8-${a} 12-2 6 6 14-${a} 6 ${a} 22-2" fill="none" stroke="#22385c" stroke-width="1.400" stroke-linecap="round"/>`;
};

/** A sign of a monospaced font is about this part of the font size wide. */
const MONO_WIDTH = 0.602;

/** Machine-readable lines, as large as the width allows. */
export function mrzLines(
  lines: readonly string[],
  { x, y, width, step }: { x: number; y: number; width: number; step: number },
): string {
  const longest = Math.max(...lines.map(value => value.length));
  const size = Number(n(width / longest / MONO_WIDTH));
  const more = 'font-family="DejaVu Sans Mono, Liberation Mono, Courier New, monospace"';
  return lines.map((value, row) => text(x, y + row * step, { value, size, fill: '#14181c', more })).join('');
}
