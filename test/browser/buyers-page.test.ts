import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApprovedFirm, createApprovedFirm, put } from '../support/approved-firms.ts';
import { axeFaults, launchBrowser, newVisitor } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { syntheticOrgNumber } from '../support/people.factories.ts';

const PHONE = { width: 360, height: 780 } as const;
const SCREENS = process.env.SCREENS;
const NOW = new Date('2026-11-22T10:05:00Z');

let browser: Browser;
let desk: Desk;
let good: ApprovedFirm;
let mixed: ApprovedFirm;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDesk({ clock: { now: () => NOW } })]);
  good = await createApprovedFirm(desk, { name: 'Fjordblank Renhold AS', city: 'BERGEN' });
  mixed = await createApprovedFirm(desk, { name: 'Kyst Renhold og Bemanning AS', city: 'TROMSØ' });
  const since = '2026-01-15T08:00:00Z';
  await put(desk, [good, 'CLEANING_APPROVAL', 'APPROVED_WITH_EMPLOYEES'], since);
  await put(desk, [mixed, 'CLEANING_APPROVAL', 'NOT_APPROVED'], since);
  await put(desk, [mixed, 'STAFFING', 'APPROVED 2027-01-14'], since);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const picture = async (page: Page, name: string) =>
  SCREENS && void (await page.screenshot({ path: `${SCREENS}/${name}.png`, fullPage: true }));
const tooWide = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

describe('the page for buyers', () => {
  for (const scheme of ['light', 'dark'] as const)
    it(`answers by number, register by register, on a phone and on a desk, in ${scheme}`, async () => {
      const { page, context, faults } = await newVisitor(browser, desk.url, { ...PHONE, scheme });
      await page.goto(`/lovlig#${mixed.orgNumber}`);
      await heading(page, 'Kyst Renhold og Bemanning AS');
      await page.getByRole('heading', { level: 2, name: 'Renhold: Nei, ikke lovlig' }).waitFor();
      await page.getByRole('heading', { level: 2, name: 'Innleie av arbeidskraft: Ja, lovlig' }).waitFor();
      await page.getByText('14. januar 2027').waitFor();
      await page.getByText('Står ikke i registeret for: Bilpleie og hjulskift.').waitFor();
      await page.getByRole('heading', { name: 'Hva gjør du nå?' }).waitFor();
      await picture(page, `lovlig-telefon-${scheme}`);
      expect(await axeFaults(page)).toEqual([]);
      expect(await tooWide(page)).toBe(false);
      expect(await context.cookies()).toEqual([]);
      await page.setViewportSize({ width: 1440, height: 900 });
      await picture(page, `lovlig-bred-${scheme}`);
      expect(faults).toEqual([]);
      await context.close();
    });

  it('finds by name with the keyboard alone, has an address for the answer, and the way back', async () => {
    const { page, context, faults } = await newVisitor(browser, desk.url, PHONE);
    await page.goto('/lovlig');
    await heading(page, 'Er det lovlig å kjøpe herfra?');
    await picture(page, 'lovlig-spor');
    expect(await axeFaults(page)).toEqual([]);
    const field = page.getByLabel('Organisasjonsnummer eller navn');
    await field.fill('12345');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('ni siffer').waitFor();
    expect(await field.inputValue()).toBe('12345');
    await field.fill('renhold');
    await page.keyboard.press('Enter');
    await heading(page, 'Velg virksomheten');
    await picture(page, 'lovlig-treff');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Fjordblank Renhold AS' }).press('Enter');
    await heading(page, 'Fjordblank Renhold AS');
    await page.getByText('skal bære gyldig HMS-kort').waitFor();
    expect(page.url()).toContain(`#${good.orgNumber}`);
    expect(await page.getByText('Hva gjør du nå?').count()).toBe(0);
    await picture(page, 'lovlig-ja');
    await page.getByRole('button', { name: 'Sjekk en annen virksomhet' }).press('Enter');
    await heading(page, 'Er det lovlig å kjøpe herfra?');
    await page.goBack();
    await heading(page, 'Fjordblank Renhold AS');
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says no of a firm that is in no register, in every language, and is honest when nobody answers', async () => {
    const { page, context } = await newVisitor(browser, desk.url, PHONE);
    const number = syntheticOrgNumber();
    await page.goto(`/lovlig#${number}`);
    await page.getByRole('heading', { level: 2, name: 'Står ikke i registrene' }).waitFor();
    await picture(page, 'lovlig-ukjent');
    for (const [language, title, link] of [
      ['nn', 'Står ikkje i registera', 'Godkjende bemanningsføretak'],
      ['en', 'Not in the registers', 'Approved staffing agencies'],
    ] as const) {
      await page.getByRole('combobox').selectOption(language);
      await page.getByRole('heading', { level: 2, name: title }).waitFor();
      await page.getByRole('link', { name: link }).waitFor();
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      expect(await axeFaults(page)).toEqual([]);
    }
    await page.route('**/api/v1/approved-firms/**', route => route.abort());
    await page.reload();
    await page.getByRole('alert').getByText('Fikk ikke svar').waitFor();
    await context.close();
  });
});
