/** A caseworker registers the application of a proprietor and her spouse, by keyboard, and sees whose card is missing. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, launchBrowser, newVisitor } from '../support/browser.ts';
import { CheckDesk } from '../support/check-desk.ts';
import { syntheticNationalId } from '../support/factories.ts';
import { emailOf } from '../support/staff.ts';

let browser: Browser;
let checks: CheckDesk;
beforeAll(async () => {
  [browser, checks] = await Promise.all([launchBrowser(), CheckDesk.start()]);
  // The days on the screen are the browser's.
  checks.becomes(new Date().toISOString());
});
afterAll(async () => {
  await browser.close();
  await checks.stop();
});

async function enter(path: string) {
  const visitor = await newVisitor(browser, checks.desk.url);
  const query = 'mutation SignIn($email: ShortText!) { signInDemo(email: $email) { id } }';
  const data = { query, variables: { email: emailOf('caseworker') } };
  await visitor.page.request.post('/graphql', { headers: { 'idempotency-key': randomUUID() }, data });
  await visitor.page.goto(path);
  return visitor;
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** From the relation, where the focus is, to the last name. */
async function writeRow(page: Page, steps: number, words: readonly string[]): Promise<void> {
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor();
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('listbox').waitFor({ state: 'hidden' });
  // Past the button that removes the row.
  await page.keyboard.press('Tab');
  for (const word of words) {
    await page.keyboard.press('Tab');
    await page.keyboard.type(word);
  }
}

const focused = (page: Page) =>
  page.evaluate(
    `document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent`,
  ) as Promise<string>;

describe('a firm without employees', () => {
  it('names the proprietor and her spouse row by row; the page says who has no card yet', async () => {
    const firm = await checks.firm('ENK');
    await checks.approve(firm, 'CLEANING_APPROVAL', null);
    const owner = syntheticNationalId();
    const { page, faults } = await enter('/applications/new-approval');
    await choose(page, 'Hva slags godkjenning? *', 'Godkjenning, renhold');
    await choose(page, 'Hvordan kom den? *', 'Brev');
    await page.getByLabel('Organisasjonsnummer').fill(firm.mainOrgNumber);
    await page.getByLabel('Ansatte').fill('0');

    const add = page.getByRole('button', { name: 'Legg til en person' });
    await add.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Person 1' }).waitFor();
    await writeRow(page, 0, [owner, 'Oda', 'Sand']);
    expect(await page.getByLabel('Hvor mange skal ha kort').count()).toBe(0);
    for (const n of [2, 3]) {
      await add.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('group', { name: `Person ${n}` }).waitFor();
    }
    await page.getByRole('button', { name: 'Fjern person 3' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Person 3' }).waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('Legg til en person');

    const second = page.getByRole('group', { name: 'Person 2' });
    await second.getByLabel('Hva er hun eller han i virksomheten?').focus();
    await writeRow(page, 1, [owner, 'Solveig', 'Sand']);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await second.getByText('Denne personen er nevnt to ganger').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await second.getByLabel('Fødselsnummer eller D-nummer').fill(syntheticNationalId());
    await page.keyboard.press('Enter');

    await page.waitForURL(/\/cases\/\d+/);
    const list = page.getByRole('list', { name: 'Arbeider i virksomheten' });
    await list.waitFor();
    expect(await list.getByRole('listitem').allTextContents()).toEqual([
      `Oda SandInnehaver, ${owner.slice(0, 6)}*****Ikke kort ennå`,
      expect.stringMatching(/^Solveig SandEktefelle, \d{6}\*{5}Ikke kort ennå$/),
    ]);
    await page.getByText('0 av 2 har kort.').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});
