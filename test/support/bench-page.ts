/** What a person does on the image bench, by keyboard only, and what she sees there. */
import type { Locator, Page } from 'playwright-core';
import { until } from './browser.ts';

const WAIT_MS = 15_000;

const SHOWN = `(() => {
  const pictures = [...document.querySelectorAll('figure .layer img')];
  return pictures.length >= 2 && pictures.every(
    i => i.complete && i.naturalWidth > 0 && getComputedStyle(i.parentElement).visibility === 'visible');
})()`;

/** Both pictures of the pair that is up for decision are on the screen, decoded. */
export const pairIsShown = (page: Page): Promise<void> => until(page, SHOWN);

export const caseNumber = async (page: Page): Promise<string> =>
  ((await page.getByRole('heading', { level: 1 }).textContent()) ?? '').trim();

export const caseIdOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';

/** Takes the next case with `T` from wherever one is. @returns its number */
export async function takeNext(page: Page): Promise<string> {
  await page.keyboard.press('t');
  await page.waitForURL(/\/bench\/\d+$/);
  await pairIsShown(page);
  return caseNumber(page);
}

export const pickedReasons = (page: Page): Locator => page.locator('[role="checkbox"][aria-checked="true"]');

/** A key of the number row; a second time where the page asks because its own measure says otherwise. */
export async function pickReason(page: Page, digit: number): Promise<void> {
  const before = await pickedReasons(page).count();
  const press = () => page.keyboard.press(`Digit${digit}`);
  await press();
  const asked = page.getByText('Velg grunnen en gang til hvis du ser noe annet.');
  if ((await pickedReasons(page).count()) === before && (await asked.isVisible())) await press();
  await page.locator(`[role="checkbox"][aria-keyshortcuts="${digit}"][aria-checked="true"]`).waitFor();
}

/** Waits until another case than this one is on the bench with its pictures. @returns its number */
export async function nextCase(page: Page, before: string): Promise<string> {
  const other = JSON.stringify(before);
  await until(
    page,
    `(() => {
      const heading = document.querySelector('h1')?.textContent?.trim() ?? '';
      return heading.startsWith('20') && heading !== ${other};
    })()`,
  );
  await pairIsShown(page);
  return caseNumber(page);
}

export const nextIsReady = (page: Page): Promise<void> =>
  page.getByText('Neste er klar:').waitFor({ timeout: WAIT_MS });

/** Skips the case on the bench with the first reason of the list. */
export async function skip(page: Page): Promise<void> {
  await page.keyboard.press('h');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio').first().waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached', timeout: WAIT_MS });
}
