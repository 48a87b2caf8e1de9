import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takeNext } from '../support/bench-page.ts';
import { launchBrowser, newVisitor, settled, signInAs } from '../support/browser.ts';
import { startDemo } from '../support/desk.ts';

let browser: Browser;
let desk: Awaited<ReturnType<typeof startDemo>>;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const PICTURES = '[...document.images].map(image => image.src).filter(src => src.startsWith("blob:"))';
/** Whether the browser can still show a picture by its address. */
const shows = (address: string) =>
  `new Promise(done => { const i = new Image(); i.onload = () => done(true); i.onerror = () => done(false); i.src = ${JSON.stringify(address)}; })`;
const KEPT = `(async () => ({
  local: Object.keys(localStorage),
  preferences: Object.keys(JSON.parse(localStorage.getItem('desk.preferences') ?? '{}')),
  session: Object.keys(sessionStorage),
  databases: (await indexedDB.databases()).map(d => d.name),
  caches: await caches.keys().catch(() => []),
}))()`;

it('whoever signs out leaves nothing behind for the next at the machine', async () => {
  const { page, context, faults } = await newVisitor(browser, desk.url);
  await signInAs(page, 'Ingrid Solheim');
  await takeNext(page);
  await settled(page);
  const heading = (await page.getByRole('heading', { level: 1 }).textContent()) ?? 'no heading';
  const pictures = (await page.evaluate(PICTURES)) as string[];
  expect(pictures.length).toBeGreaterThan(0);
  expect(await page.evaluate(shows(pictures[0] as string))).toBe(true);

  await page.getByRole('button', { name: /Ingrid Solheim/ }).click();
  await page.getByRole('menuitem', { name: 'Logg ut' }).click();
  await page.getByRole('button', { name: /Ingrid Solheim/ }).waitFor();

  expect((await page.content()).includes(heading)).toBe(false);
  for (const picture of pictures) expect(await page.evaluate(shows(picture))).toBe(false);
  expect(await page.evaluate(KEPT)).toEqual({
    local: ['desk.preferences'],
    preferences: expect.not.arrayContaining(['drafts', 'cases', 'me']),
    session: [],
    databases: [],
    caches: [],
  });
  await page.goBack().catch(() => undefined);
  await settled(page);
  expect((await page.content()).includes(heading)).toBe(false);
  expect(faults).toEqual([]);
  await context.close();
});
