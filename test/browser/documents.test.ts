import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawDocument } from '../../seeds/demo-documents.ts';
import { type Application, createApplication, createDocument } from '../support/application.factories.ts';
import { axeFaults, launchBrowser, newVisitor } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';

const SCREENS = process.env.SCREENS;
const FACTS = {
  dated: '2026-11-09',
  person: { name: 'Marit Elvestad', nameBefore: 'Marit Lunde', born: '1979-09-22' },
  related: { name: 'Jon Elvestad', born: '1976-11-03' },
  firm: { name: 'Elvestad Maskin', orgNumber: '219770561' },
};

let browser: Browser;
let desk: Desk;
let application: Application;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDesk()]);
  application = await createApplication(desk);
  const [form, certificate] = await Promise.all([
    drawDocument('APPLICATION', FACTS),
    drawDocument('MARRIAGE_CERTIFICATE', FACTS),
  ]);
  await createDocument(desk, application, { kind: 'APPLICATION', bytes: form, pages: 2 });
  await createDocument(desk, application, { bytes: certificate });
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const picture = async (page: Page, name: string) =>
  SCREENS && void (await page.screenshot({ path: `${SCREENS}/${name}.png` }));
const paper = (page: Page, name: RegExp) => page.getByRole('listitem').getByRole('button', { name });
const hit = (page: Page, which: string) => page.getByRole('search').getByText(which).waitFor();
const drawn = (page: Page) => page.locator('[data-page="1"] canvas').waitFor();

/** As the caseworker, without walking through the sign-in page. */
async function enter(page: Page): Promise<void> {
  const [name = '', value = ''] = (await desk.as('caseworker')).cookie?.split('=') ?? [];
  await page.context().addCookies([{ name, value, url: desk.url }]);
}

async function openPapers(page: Page): Promise<void> {
  await enter(page);
  await page.goto(`/documents/${application.caseId}`);
  await page.getByRole('heading', { level: 1, name: 'Dokumenter i saken' }).waitFor();
}

describe('the papers of an application', () => {
  it('are opened beside their list, searched, turned and sized, by keyboard alone; the eye mark tells that I have seen one', async () => {
    const { page, context, faults } = await newVisitor(browser, desk.url);
    await openPapers(page);
    await picture(page, 'dokumenter-liste');
    await paper(page, /^Søknad/).press('Enter');
    await drawn(page);
    await page.getByText('1 av 2', { exact: true }).waitFor();
    await paper(page, /^Søknad.*åpnet av deg/).waitFor();
    await page.keyboard.press('f');
    await page.getByLabel('Søk etter ord i dokumentet').fill('marit ELVESTAD');
    await hit(page, '1 av 2, side 1');
    await page.keyboard.press('Enter');
    await hit(page, '2 av 2, side 2');
    await page.locator('[data-page="2"] mark[data-current]').waitFor();
    await picture(page, 'dokumenter-treff');
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press(',');
    await page.getByText('1 av 2', { exact: true }).waitFor();
    const width = () =>
      page.locator('[data-page="1"]').evaluate(element => element.getBoundingClientRect().width);
    const before = await width();
    await page.keyboard.press('s');
    await expect.poll(width).toBeLessThan(before);
    await page.keyboard.press('e');
    await page.keyboard.press('0');
    await picture(page, 'dokumenter-rotert');
    await page.keyboard.press('q');
    await expect.poll(async () => Math.abs((await width()) - before) < 2).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  for (const scheme of ['light', 'dark'] as const)
    it(`are shown without a fault in ${scheme}, wide and narrow`, async () => {
      const { page, context, faults } = await newVisitor(browser, desk.url, { scheme });
      await openPapers(page);
      await paper(page, /^Vigselsattest/).click();
      await drawn(page);
      await page.keyboard.press('f');
      await page.getByLabel('Søk etter ord i dokumentet').fill('Marit Lunde');
      await hit(page, '1 av 1, side 1');
      await picture(page, `dokumenter-${scheme}`);
      expect(await axeFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 1024, height: 768 });
      await drawn(page);
      await picture(page, `dokumenter-1024-${scheme}`);
      expect(await axeFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
      await context.close();
    });

  it('come in by a file and what it is; a PDF with a script is refused in words, and the same file twice too', async () => {
    const { page, context, faults } = await newVisitor(browser, desk.url);
    await openPapers(page);
    await page.getByRole('button', { name: 'Legg til dokument' }).click();
    const dialog = page.getByRole('dialog');
    const choose = (buffer: Buffer) =>
      dialog
        .getByLabel('Fil', { exact: true })
        .setInputFiles({ name: 'skann.pdf', mimeType: 'application/pdf', buffer });
    const hostile = Buffer.from(
      '%PDF-1.7\n1 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj\n%%EOF\n',
    );
    await choose(hostile);
    await dialog.getByLabel('Hva er det?').click();
    await page.getByRole('option', { name: 'Konvolutt' }).click();
    await picture(page, 'dokumenter-legg-til');
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Legg til' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/inneholder program/)
      .waitFor();
    const envelope = await drawDocument('ENVELOPE', FACTS);
    await choose(envelope);
    await dialog.getByRole('button', { name: 'Legg til' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await paper(page, /^Konvolutt/).waitFor();
    await page.getByRole('button', { name: 'Legg til dokument' }).click();
    await choose(envelope);
    await dialog.getByLabel('Hva er det?').click();
    await page.getByRole('option', { name: 'Konvolutt' }).click();
    await dialog.getByRole('button', { name: 'Legg til' }).click();
    await dialog
      .getByRole('alert')
      .getByText(/allerede i saken/)
      .waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('do not change under the reader: a new version is offered, and shown when she asks for it', async () => {
    const { page, context, faults } = await newVisitor(browser, desk.url);
    const own = await createApplication(desk);
    const first = await createDocument(desk, own, {
      bytes: await drawDocument('NAV_PAPER', FACTS),
      kind: 'NAV_PAPER',
    });
    await enter(page);
    await page.goto(`/documents/${own.caseId}?document=${first.id}`);
    await drawn(page);
    const better = await drawDocument('NAV_PAPER', { ...FACTS, dated: '2026-11-10' });
    await createDocument(desk, own, { bytes: better, kind: 'NAV_PAPER', of: first });
    await paper(page, /^Bekreftelse fra NAV/).click();
    await page.getByText('Du ser versjon 1. Versjon 2 er kommet.').waitFor({ timeout: 40_000 });
    await picture(page, 'dokumenter-ny-versjon');
    await page.getByRole('button', { name: 'Vis den nyeste' }).click();
    await page.getByText('Du ser versjon 1.').waitFor({ state: 'hidden' });
    await drawn(page);
    expect(faults).toEqual([]);
    await context.close();
  });
});
