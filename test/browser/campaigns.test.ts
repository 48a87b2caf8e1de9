import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, launchBrowser, newVisitor } from '../support/browser.ts';
import { createConfirmation } from '../support/confirmation-calls.ts';
import { inDays } from '../support/days.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { emailOf } from '../support/staff.ts';

const SCREENS = process.env.SCREENS;

let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDesk()]);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

describe('the yearly confirmation', () => {
  it('a caseworker reminds a firm that has not answered, and records its confirmation when it comes', async () => {
    await createConfirmation(desk, { dueOn: inDays(20) });
    const { page, context, faults } = await newVisitor(browser, desk.url);
    const query = 'mutation SignIn($email: ShortText!) { signInDemo(email: $email) { id } }';
    const data = { query, variables: { email: emailOf('caseworker') } };
    await page.request.post('/graphql', { headers: { 'idempotency-key': randomUUID() }, data });
    await page.goto('/');
    const menu = page.getByRole('navigation', { name: 'Hovedmeny' });
    await menu.getByRole('link', { name: 'Årlig melding' }).click();
    await page.getByText('0 av 1 har bekreftet').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Renhold 2101' }).click();
    await page.getByRole('heading', { level: 1, name: 'Renhold 2101' }).waitFor();
    await page.getByRole('checkbox', { name: /^Velg (?!alle)/ }).check();
    await page.getByRole('button', { name: 'Send påminnelse' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Send påminnelse' }).click();
    await dialog.getByText('1 sendt, 0 ikke').waitFor();
    SCREENS && void (await page.screenshot({ path: `${SCREENS}/campaign-dialog.png` }));
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByText('Påminnet', { exact: true }).waitFor();
    await page.getByRole('button', { name: /^Registrer melding/ }).click();
    await page.getByRole('textbox', { name: 'Ansatte' }).fill('7');
    await page.getByRole('checkbox', { name: 'Vilkårene er fortsatt oppfylt' }).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Registrer melding' }).click();
    await page.getByText('1 av 1 har bekreftet').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    SCREENS && void (await page.screenshot({ path: `${SCREENS}/campaign.png` }));
    expect(faults).toEqual([]);
    await context.close();
  });
});
