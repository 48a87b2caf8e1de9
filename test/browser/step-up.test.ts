import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../seeds/factories/staff.ts';
import { axeFaults, enterAs, launchBrowser, newVisitor, settled } from '../support/browser.ts';
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

/** A session is remembered for a second. */
const aMoment = (page: Page) => page.waitForTimeout(1_100);
const focused = (page: Page) => page.evaluate('document.activeElement?.textContent ?? ""');

async function openMenu(page: Page, name: string, item: string) {
  await page.getByRole('button', { name: new RegExp(name) }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: item }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: item });
  await dialog.waitFor();
  return dialog;
}

describe('proving again who one is', () => {
  it('an old session asks before the number is shown; the reason stays, Esc changes nothing, and one press shows it', async () => {
    const { page, context, faults } = await newVisitor(browser, desk.url);
    await enterAs(page, 'Stine Krog');
    const { rows } = await desk.sql.query(
      `select c.id from desk_case c join person p on p.id = c.person_id where c.organisation_id = 1 and not p.restricted order by c.id desc limit 1`,
    );
    await page.goto(`/cases/${rows[0].id}`);
    await page.getByRole('button', { name: 'Vis hele nummeret' }).click();
    const dialog = page.getByRole('dialog', { name: 'Vis fødselsnummer' });
    await dialog.getByLabel('Kontroll av identitet').check();
    await dialog.getByRole('textbox').fill('Bestiller spør hvem av to det gjelder');
    await desk.sql.query(`update staff_session set auth_at = now() - interval '1 day'`);
    await aMoment(page);
    await dialog.getByRole('button', { name: 'Vis', exact: true }).press('Enter');
    const question = page.getByRole('dialog', { name: 'Bekreft at det er deg' });
    await question.waitFor();
    expect(await page.evaluate("document.activeElement?.closest('[role=dialog]')?.textContent")).toContain(
      'Bekreft',
    );
    expect(await axeFaults(page)).toEqual([]);

    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    expect(await focused(page)).toBe('Vis');
    expect(await dialog.getByRole('textbox').inputValue()).toBe('Bestiller spør hvem av to det gjelder');

    await page.keyboard.press('Enter');
    await question.waitFor();
    await question.getByRole('button', { name: 'Bekreft' }).press('Enter');
    await page.getByText(/^\d{11}$/).waitFor();
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.getByText('1 av 20 i dag').count()).toBe(1);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('my sessions', () => {
  it('show both machines; ending the other one closes the desk there and not here', async () => {
    const [office, home] = [await newVisitor(browser, desk.url), await newVisitor(browser, desk.url)];
    for (const { page } of [office, home]) await enterAs(page, 'Stine Krog');
    await desk.sql.query(
      `update staff_session set ended_at = now() where auth_at < now() - interval '1 hour'`,
    );
    await home.page.goto('/');
    await home.page.getByRole('heading', { level: 1, name: 'Min dag' }).waitFor();
    await office.page.goto('/');
    const dialog = await openMenu(office.page, 'Stine Krog', 'Mine økter');
    const rows = dialog.getByRole('listitem');
    await rows.filter({ hasText: 'Denne økten' }).waitFor();
    const before = await rows.count();
    expect(before).toBeGreaterThan(1);
    await dialog
      .getByRole('button', { name: /^Avslutt økten/ })
      .first()
      .press('Enter');
    await expect.poll(() => rows.count()).toBe(before - 1);
    expect(await axeFaults(office.page)).toEqual([]);
    await aMoment(home.page);
    await home.page.reload();
    await home.page.getByRole('heading', { level: 1, name: 'Logg inn' }).waitFor();
    await office.page.keyboard.press('Escape');
    await office.page.reload();
    await office.page.getByRole('heading', { level: 1, name: 'Min dag' }).waitFor();
    for (const { context } of [office, home]) await context.close();
  });
});

describe('another password', () => {
  it('is chosen by keyboard alone: what is missing or weak is said at the field, and it works at the next sign-in', async () => {
    const { page, context, faults } = await newVisitor(browser, desk.url);
    const signIn = async (password: string) => {
      await page.goto('/');
      await page.getByLabel('E-post').fill('mona.haugland@demo.example');
      await page.getByLabel('Passord', { exact: true }).fill(password);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Min dag' }).waitFor();
    };
    await signIn(DEMO_PASSWORD);
    const dialog = await openMenu(page, 'Mona Haugland', 'Bytt passord');
    await page.keyboard.press('Enter');
    expect(await dialog.getByText('Skriv passordet ditt').count()).toBeGreaterThan(1);
    await page.keyboard.type(DEMO_PASSWORD);
    for (const word of ['Password1234', 'Password1234']) {
      await page.keyboard.press('Tab');
      await page.keyboard.type(word);
    }
    await page.keyboard.press('Enter');
    await dialog.getByText('Er lett å gjette. Velg et annet.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByLabel('Nytt passord', { exact: true }).fill('regn i juni og sol i mars');
    await dialog.getByLabel('Nytt passord en gang til').fill('regn i juni og sol i mars');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('Passordet er byttet').first().waitFor({ state: 'attached' });
    await settled(page);
    expect(await focused(page)).toContain('Mona Haugland');
    await context.clearCookies();
    await signIn('regn i juni og sol i mars');
    expect(faults).toEqual([]);
    await context.close();
  });
});
