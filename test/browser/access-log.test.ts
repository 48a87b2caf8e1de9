import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterAs, launchBrowser, newVisitor, settled } from '../support/browser.ts';
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

async function visit(name: string, path: string) {
  const visitor = await newVisitor(browser, desk.url);
  await enterAs(visitor.page, name);
  await visitor.page.goto(path);
  await settled(visitor.page);
  return visitor;
}

describe('the weekly review', () => {
  it('shows the leader each finding with its sentence and rows, keeps her answers, and is signed when all have one', async () => {
    const { page, context, faults } = await visit('Stine Krog', '/access-review');
    await page.getByText(/Ett funn gjelder deg selv/).waitFor();
    const findings = page.getByRole('main').getByRole('listitem');
    for (const word of [
      'Skjermet person',
      'Eget etternavn',
      'Uten sak',
      'Utenfor arbeidstid',
      'Søk uten treff',
      'Avvist',
    ])
      expect(await findings.filter({ hasText: word }).count(), word).toBeGreaterThan(0);
    await findings
      .filter({ hasText: 'Eget etternavn' })
      .getByText(/Fatima Ali åpnet opplysninger om .* Ali/)
      .waitFor();

    await page
      .getByRole('button', { name: /Vis radene/ })
      .first()
      .click();
    await page.getByRole('table', { name: 'Rader bak funnet' }).getByText('Åpnet sak').first().waitFor();
    await page.getByText(/funn mangler svar/).waitFor();

    const count = await findings.count();
    for (let n = 0; n < count; n += 1) {
      await findings
        .nth(n)
        .getByRole('button', { name: /^Forklar/ })
        .click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('Hva har du funnet ut?').fill('Snakket med henne på mandag');
      await page.keyboard.press('Tab');
      await dialog.getByRole('button', { name: 'Lagre svaret' }).click();
      await dialog.waitFor({ state: 'detached' });
    }
    await page
      .getByText(/Forklart av Stine Krog/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: 'Signer uken' }).click();
    await page.getByText(/Signert av Stine Krog/).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('shows the auditor what is about the leader herself', async () => {
    const { page, context } = await visit('Sindre Vik', '/access-review?organisation=1');
    await page.getByText(/Stine Krog åpnet opplysninger om/).waitFor();
    expect(await page.getByRole('button', { name: 'Signer uken' }).count()).toBe(0);
    await context.close();
  });
});

describe('the answer to a person', () => {
  it('is made from a case number and where the request is filed, read on the screen and taken as a file', async () => {
    const { rows } = await desk.sql.query(
      `select c.number from audit_log a join desk_case c on c.id = a.case_id where a.kind = 'READ' order by a.id desc limit 1`,
    );
    const { page, context, faults } = await visit('Sindre Vik', '/access-answer');
    const startedAt = Date.now();
    await page.getByLabel('Saksnummer').fill(rows[0].number);
    await page.getByLabel('Hvor kravet er journalført').fill('2026/INN-17');
    await page.getByRole('button', { name: 'Lag svaret' }).press('Enter');
    await page.getByRole('heading', { level: 2, name: /^Svar til / }).waitFor();
    expect(Date.now() - startedAt).toBeLessThan(10_000);
    expect(await page.getByRole('main').getByRole('listitem').count()).toBeGreaterThan(1);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /Last ned/ }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^[a-z-]+-\d+\.csv$/);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFF"')).toBe(true);
    expect(text).toContain(rows[0].number);
    expect(faults).toEqual([]);
    await context.close();
  });
});

it('whoever opens a case is told that the reading is logged', async () => {
  const { page, context } = await visit('Ingrid Solheim', '/queues/image-review');
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  const told = page.getByText('Denne lesingen blir logget og vises til personen hvis hun eller han spør.');
  await told.first().waitFor();
  expect(await told.first().isVisible()).toBe(true);
  await context.close();
});
