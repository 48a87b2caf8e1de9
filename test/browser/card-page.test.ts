import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults, launchBrowser, newVisitor } from '../support/browser.ts';
import { type Card, createCard } from '../support/card.factories.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createPerson } from '../support/people.factories.ts';

const PHONE = { width: 390, height: 844 } as const;
const SCREENS = process.env.SCREENS;

let browser: Browser;
let desk: Desk;
let card: Card;
let blocked: Card;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDesk()]);
  const { id: personId } = await createPerson(desk, { givenName: 'Ola', familyName: 'Kortbærer' });
  card = await createCard(desk, { personId, photo: true });
  blocked = await createCard(desk, { status: 'BLOCKED', reason: 'STOLEN' });
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const scanned = (qr: string) => qr.slice(qr.indexOf('/kort'));
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const picture = async (page: Page, name: string) =>
  SCREENS && void (await page.screenshot({ path: `${SCREENS}/${name}.png`, fullPage: true }));
const tooWide = (page: Page) =>
  page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

describe('the public page for cards', () => {
  for (const scheme of ['light', 'dark'] as const)
    it(`shows a scanned card with its picture and a signature the phone has verified itself, in ${scheme}`, async () => {
      const { page, context, faults } = await newVisitor(browser, desk.url, { ...PHONE, scheme });
      await page.goto(scanned(card.qr));
      await heading(page, 'Gyldig kort');
      await page.getByText('Ola Kortbærer').waitFor();
      await page.getByText('kontrollert på denne telefonen').waitFor();
      expect(await page.getByAltText('Bilde av kortinnehaveren').isVisible()).toBe(true);
      expect(await page.getByText('1985').count()).toBe(0);
      await picture(page, `kort-gyldig-${scheme}`);
      expect(await axeFaults(page)).toEqual([]);
      expect(await tooWide(page)).toBe(false);
      expect(await context.cookies()).toEqual([]);
      await page.setViewportSize({ width: 1440, height: 900 });
      await picture(page, `kort-gyldig-bred-${scheme}`);
      expect(faults).toEqual([]);
      await context.close();
    });

  it('checks a number by keyboard alone, tells a slip of the finger, and takes a report', async () => {
    const { page, context, faults } = await newVisitor(browser, desk.url, PHONE);
    await page.goto('/kort');
    await heading(page, 'Sjekk et HMS-kort');
    await picture(page, 'kort-spor');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Kortnummer').fill('123');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('ti siffer').waitFor();
    await page.getByLabel('Kortnummer').fill('1234567879');
    await page.keyboard.press('Enter');
    await heading(page, 'Ukjent kort');
    await page.getByText('skrevet feil').waitFor();
    await page.getByRole('button', { name: 'Meld fra om et kort' }).press('Enter');
    await heading(page, 'Meld fra om et kort');
    expect(await page.getByLabel('Kortnummer').inputValue()).toBe('1234567879');
    await page.getByLabel('Hva er galt?').selectOption('LOOKS_FORGED');
    await picture(page, 'kort-meld');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send melding' }).press('Enter');
    await heading(page, 'Takk, meldingen er mottatt');
    const { rows } = await desk.sql.query(
      'select t.category from card_tip t join desk_case c on c.id = t.case_id where c.card_number = $1',
      ['1234567879'],
    );
    expect(rows).toEqual([{ category: 'LOOKS_FORGED' }]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('tells a blocked card online, and without an answer of the desk only that it is genuine', async () => {
    const { page, context } = await newVisitor(browser, desk.url, PHONE);
    await page.goto(scanned(blocked.qr));
    await heading(page, 'Sperret kort');
    await picture(page, 'kort-sperret');
    expect(await axeFaults(page)).toEqual([]);
    await page.route('**/api/v1/card-check', route => route.abort());
    await page.reload();
    await heading(page, 'Ekte kort, status ukjent');
    await context.close();
  });

  it('does not fall for a forged code, in any language', async () => {
    const { page, context } = await newVisitor(browser, desk.url, PHONE);
    const [head, body] = scanned(card.qr).split('.');
    await page.goto(`${head}.${body}.${'A'.repeat(86)}`);
    await heading(page, 'Ikke et ekte kort');
    for (const [language, title] of [
      ['nn', 'Ikkje eit ekte kort'],
      ['en', 'Not a genuine card'],
    ] as const) {
      await page.getByRole('combobox').selectOption(language);
      await heading(page, title);
      expect(await page.evaluate('document.documentElement.lang')).toBe(language);
      expect(await axeFaults(page)).toEqual([]);
    }
    await context.close();
  });
});
