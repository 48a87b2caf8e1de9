import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterAs, launchBrowser, newVisitor, settled } from '../support/browser.ts';
import { startDemo } from '../support/desk.ts';
import { SOUND, soundnessOf } from '../support/soundness.ts';

let browser: Browser;
let desk: Awaited<ReturnType<typeof startDemo>>;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const STALLED = `select i.order_number || '-' || i.line as number from order_item i join register_check k on k.order_item_id = i.id
  where i.organisation_id = 1 and i.status = 'PENDING' and k.register = 'AA' and k.outcome = 'REJECTED' and i.cancel_on is not null
  order by i.id limit 1`;

describe('a phone call: "my order stands still"', () => {
  it('is answered, and the explanation sent, from one page and within a minute', async () => {
    const { rows } = await desk.sql.query<{ number: string }>(STALLED);
    const number = rows[0]?.number ?? '';
    const { page, context, faults } = await newVisitor(browser, desk.url);
    await enterAs(page, 'Ingrid Solheim');
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: 'Min dag' }).waitFor();
    await settled(page);
    const began = Date.now();

    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(number);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /^Bestilling \d{7}/ }).waitFor();
    const address = page.url();

    await page
      .getByText(/Venter på Aa-registeret/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Aa-registeret\s*Avvist/ }).waitFor();
    await page
      .getByRole('button', { name: /^Velg ?: / })
      .first()
      .click();
    const letter = page.getByRole('textbox', { name: 'Din forklaring' });
    expect((await letter.inputValue()).length).toBeGreaterThan(10);

    await page.keyboard.press('Control+Enter');
    const undo = page.getByRole('button', { name: /Angre/ });
    await undo.waitFor();
    expect(Date.now() - began).toBeLessThan(60_000);
    expect(page.url()).toBe(address);
    expect(await letter.inputValue()).toBe('');
    expect(await soundnessOf(page, [1440])).toEqual(SOUND);

    await undo.click();
    await undo.waitFor({ state: 'hidden' });
    await expect.poll(() => letter.inputValue()).not.toBe('');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('what the caller said is a note, and the register’s answer is a key away', async () => {
    const { rows } = await desk.sql.query<{ number: string }>(STALLED);
    const [order, line] = (rows[0]?.number ?? '').split('-');
    const { page, context } = await newVisitor(browser, desk.url);
    await enterAs(page, 'Ingrid Solheim');
    await page.goto(`/orders/${order}?line=${line}`);
    await page.getByRole('heading', { level: 1, name: /^Bestilling/ }).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Spør hvorfor kortet ikke kommer.');
    await page.getByRole('checkbox', { name: 'Ringte inn' }).check();
    await page.getByRole('button', { name: 'Legg til notat' }).click();
    await page.getByRole('tab', { name: /^Notater/ }).click();
    const notes = page.getByRole('list', { name: 'Notater' });
    await notes.getByText('Spør hvorfor kortet ikke kommer.').waitFor();
    expect(await notes.getByText('Ringte inn').count()).toBeGreaterThan(0);
    await context.close();
  });
});
