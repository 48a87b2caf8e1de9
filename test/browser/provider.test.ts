import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, newVisitor } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { type IdentityProvider, startProvider } from '../support/identity-provider.ts';

let browser: Browser;
let provider: IdentityProvider;
let desk: Desk;

beforeAll(async () => {
  provider = await startProvider();
  [browser, desk] = await Promise.all([
    launchBrowser(),
    startDesk({ env: { MODE: 'test', OIDC_FILE: provider.file, PORT: provider.deskPort } }),
  ]);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
  await provider.stop();
});

async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Logg inn med Prøveporten' }).click();
  await page.getByRole('link', { name }).click();
}

describe('signing in through the provider', () => {
  it('leads to the provider and back to the page that was asked for, and out of both again', async () => {
    const { page, context } = await newVisitor(browser, desk.url);
    await page.goto('/staff');
    expect(await page.getByLabel('Passord').count()).toBe(0);
    await signIn(page, 'Astrid Jakobsen');
    await page.getByRole('heading', { level: 1, name: 'Brukere' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/staff');
    await page.getByRole('button', { name: /Astrid Jakobsen/ }).click();
    await page.getByRole('menuitem', { name: 'Logg ut' }).click();
    await page.waitForURL(`${provider.issuer}/session/end**`);
    await context.close();
  });

  it('tells whoever has no role why the door stays closed, in her language', async () => {
    const { page, context } = await newVisitor(browser, desk.url);
    await page.goto('/');
    await page.getByRole('button', { name: /Språk/ }).click();
    await page.getByRole('menuitemradio', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Sign in with Prøveporten' }).click();
    await page.getByRole('link', { name: 'Ukjent Person' }).click();
    await page.getByRole('heading', { level: 1, name: 'You were not signed in' }).waitFor();
    const text = await page.getByRole('main').textContent();
    expect(text).toContain('You have no access to HMS-kort Desk.');
    await context.close();
  });

  it('asks again before a grant, in a window of its own; what was typed stays and goes through', async () => {
    const { page, context } = await newVisitor(browser, desk.url);
    await page.goto('/staff');
    await signIn(page, 'Astrid Jakobsen');
    await page.getByRole('button', { name: 'Ny bruker' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ny bruker' });
    await dialog.getByLabel('Navn').fill('Silje Nordby');
    await dialog.getByLabel('E-post').fill('silje.nordby@utsteder.example');
    await dialog.getByLabel('Førstelinje', { exact: true }).check();
    await desk.sql.query(`update staff_session set auth_at = now() - interval '1 hour'`);
    await page.waitForTimeout(1_100);
    await dialog.getByRole('button', { name: 'Opprett' }).click();
    const question = page.getByRole('dialog', { name: 'Bekreft at det er deg' });
    const opening = context.waitForEvent('page');
    await question.getByRole('button', { name: 'Bekreft hos Prøveporten' }).click();
    const popup = await opening;
    await popup.getByRole('link', { name: 'Astrid Jakobsen' }).click();
    const created = () => desk.sql.query(`select 1 from staff_user where name = 'Silje Nordby'`);
    await expect.poll(async () => (await created()).rowCount, { timeout: 15_000 }).toBe(1);
    await question.waitFor({ state: 'hidden' });
    await context.close();
  });
});
