/** What every page owes everybody, and its picture for the documentation. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { axeFaults, settled } from './browser.ts';

const FOLDER = new URL('../../docs/screens/', import.meta.url);
const MOST_BYTES = 250_000;
const LOOKS = 20;
const BETWEEN_LOOKS_MS = 100;

export interface Soundness {
  axe: string[];
  firstHeadings: number;
  /** What is wider than the window, at the widths asked for. */
  tooWide: string[];
}

export const SOUND: Soundness = { axe: [], firstHeadings: 1, tooWide: [] };

const OVERFLOWING = `['html', 'main', '[role="dialog"]'].filter(name => {
  const box = document.querySelector(name);
  return box !== null && box.scrollWidth > box.clientWidth + 1;
})`;

/** A page lays itself out anew after the window has changed; what is still too wide a moment later is a fault. */
async function tooWideAt(page: Page, width: number): Promise<string[]> {
  const height = page.viewportSize()?.height ?? 900;
  await page.setViewportSize({ width, height });
  const look = () => page.evaluate(OVERFLOWING) as Promise<string[]>;
  let found = await look();
  for (let tries = 0; found.length > 0 && tries < LOOKS; tries += 1) {
    await page.waitForTimeout(BETWEEN_LOOKS_MS);
    found = await look();
  }
  return found.map(name => `${name} at ${width}`);
}

/** Axe, one first heading, nothing wider than the window. The window is as before afterwards. */
export async function soundnessOf(page: Page, widths: readonly number[]): Promise<Soundness> {
  const axe = await axeFaults(page);
  const firstHeadings = (await page.evaluate('document.querySelectorAll("h1").length')) as number;
  const size = page.viewportSize();
  const tooWide: string[] = [];
  for (const width of widths) tooWide.push(...(await tooWideAt(page, width)));
  if (size) await page.setViewportSize(size);
  return { axe, firstHeadings, tooWide };
}

/** Takes the page as it stands; into `docs/screens` only when asked for, so that a test run changes nothing. */
export async function photograph(page: Page, name: string): Promise<Metadata & { blank: boolean }> {
  await settled(page);
  const taken = sharp(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  const [metadata, { entropy }] = await Promise.all([taken.metadata(), taken.stats()]);
  if (process.env.UPDATE_SCREENS === '1') await save(name, taken);
  return { ...metadata, blank: entropy < 0.5 };
}

async function save(name: string, picture: Sharp): Promise<void> {
  const bytes = await picture.png({ palette: true, quality: 90, effort: 8 }).toBuffer();
  if (bytes.length > MOST_BYTES) throw new Error(`${name} has ${bytes.length} bytes`);
  await mkdir(FOLDER, { recursive: true });
  await writeFile(new URL(`${name}.png`, FOLDER), bytes);
}
