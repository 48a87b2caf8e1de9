import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, enterAs, launchBrowser, newVisitor } from '../support/browser.ts';
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

/** What the button gives, and its checksum. */
async function downloaded(page: Page, format: 'CSV' | 'JSON') {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: `Last ned ${format}` }).click(),
  ]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), sum: createHash('sha256').update(bytes).digest('hex'), bytes };
}

describe('VAT self-approval', () => {
  it('the leader makes a batch of the firms that wait, downloads it twice, sends it and records the receipt', async () => {
    const { page, context, faults } = await newVisitor(browser, desk.url);
    await enterAs(page, 'Henrik Aas');
    await page.goto('/');
    await page
      .getByRole('navigation', { name: 'Hovedmeny' })
      .getByRole('link', { name: /Selvgodkjent/ })
      .click();
    await page.getByRole('heading', { level: 2, name: 'Venter på neste sending' }).waitFor();
    const firms = await page.getByRole('table', { name: 'Venter på neste sending' }).getByRole('row').count();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lag sending' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lag sending' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sending 8' }).waitFor();
    await page.getByText('Ikke sendt ennå').waitFor();
    const list = page.getByRole('table', { name: 'Firmaer' });
    expect(await list.getByRole('row').count()).toBe(firms);
    const [first, again] = [await downloaded(page, 'CSV'), await downloaded(page, 'CSV')];
    expect(first.name).toBe('mva-selvgodkjenning-0008.csv');
    expect(again.bytes.equals(first.bytes)).toBe(true);
    await page.getByText(first.sum).waitFor();
    await page.getByText((await downloaded(page, 'JSON')).sum).waitFor();
    await page.getByRole('button', { name: 'Marker som sendt' }).click();
    await page.getByRole('button', { name: 'Registrer kvittering' }).click();
    await page.getByRole('textbox', { name: 'Referanse fra Skatteetaten' }).fill('SKE-2026-9001');
    await page.keyboard.press('Enter');
    await page.getByText('Mottatt', { exact: true }).waitFor();
    await page.getByText('SKE-2026-9001').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Selvgodkjent mva.' }).first().click();
    await page.getByText('Alle selvgodkjente firmaer er meldt til Skatteetaten.').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('a caseworker reads along, and goes from a firm that declares again and again to its page', async () => {
    const { page, context, faults } = await newVisitor(browser, desk.url);
    await enterAs(page, 'Tuva Myhre');
    await page.goto('/vat-batches');
    await page.getByRole('link', { name: 'Sending 7' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sending 7' }).waitFor();
    await page.getByText('CSV, SHA-256:').waitFor();
    for (const verb of ['Last ned CSV', 'Marker som sendt', 'Registrer kvittering'])
      expect(await page.getByRole('button', { name: verb }).count(), verb).toBe(0);
    await page.goto('/vat-batches/follow-up');
    await page.getByRole('table', { name: 'Erklærte, og er registrert siden' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const firm = page.getByRole('table', { name: 'Erklærer gang på gang' }).getByRole('link').first();
    const name = (await firm.textContent()) ?? '';
    await firm.click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
