import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterAs, launchBrowser, newVisitor } from '../support/browser.ts';
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

describe('does this worker need a card?', () => {
  it('a support agent gets the answer and the paragraph by keyboard alone, in 20 seconds', async () => {
    const { page, context, faults } = await newVisitor(browser, desk.url);
    await enterAs(page, 'Ingrid Solheim');
    await page.goto('/transport-duty');
    const answer = (words: string) => page.getByRole('heading', { level: 2, name: words }).waitFor();
    await answer('Ja, arbeideren trenger kort');
    const began = Date.now();
    // A posted worker with others' goods in a van of 3,200 kg.
    await page.getByRole('radio', { name: 'Kjører eller hjelper til i bilen' }).focus();
    await page.keyboard.press('Tab');
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('radio', { name: 'Utsendt' }).isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('3200');
    await answer('Nei, arbeideren trenger ikke kort');
    await page.getByText('Fordi: Utsendt arbeidstaker i bil over 2\u00a0500 kg').waitFor();
    expect(Date.now() - began).toBeLessThan(20_000);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('asks the three questions about own goods only when the goods are own', async () => {
    const { page, context } = await newVisitor(browser, desk.url);
    await enterAs(page, 'Tuva Myhre');
    await page.goto('/transport-duty');
    const boxes = page
      .getByRole('group', { name: 'Alt dette må stemme for egne varer' })
      .getByRole('checkbox');
    await page.getByRole('radio', { name: 'Egne' }).check();
    expect(await boxes.count()).toBe(3);
    for (const box of await boxes.all()) await box.check();
    await page.getByText('Fordi: Egne varer, når alle tre vilkårene er oppfylt').waitFor();
    await boxes.first().uncheck();
    await page.getByRole('heading', { level: 2, name: 'Ja, arbeideren trenger kort' }).waitFor();
    await context.close();
  });
});
