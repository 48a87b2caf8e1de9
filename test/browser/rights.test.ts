import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseIdOf, caseNumber, takeNext } from '../support/bench-page.ts';
import { launchBrowser, newVisitor, signInAs } from '../support/browser.ts';
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

async function signedIn(name: string) {
  const visitor = await newVisitor(browser, desk.url);
  await signInAs(visitor.page, name);
  return visitor;
}

/** The words of the main menu, without the counts. */
async function menuOf(page: Page): Promise<string[]> {
  const links = page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link');
  await page.waitForLoadState('networkidle');
  return (await links.allTextContents()).map(text => text.replace(/[\d\s+]+$/, ''));
}

const WORK = ['Mine saker', 'På vent'];
const DUTY = 'Kortplikt i transport';
const VAT = 'Selvgodkjent mva.';
const APPLICATIONS = 'Søknader';
const FIRM_REGISTERS = 'Godkjente virksomheter';
const REGISTERS = 'Unntaksregistrene';
const CATALOGUE = 'Unntakskatalogen';
const CONFIRMATIONS = 'Årlig melding';
const LETTERS = 'Brev';
const JOURNAL = 'Journal';
const STALLED = 'Stansede bestillinger';
const OPERATION = ['Klokken', 'Maskinklienter', 'Hendelser ut'];
const MENUS: readonly [name: string, role: string, menu: string[]][] = [
  [
    'Ingrid Solheim',
    'agent',
    [
      ...['Min dag', 'Bildekontroll', 'Henvendelser', STALLED, ...WORK, 'E-post ut'],
      ...[APPLICATIONS, 'Kort', FIRM_REGISTERS, DUTY],
    ],
  ],
  [
    'Tuva Myhre',
    'caseworker',
    [
      ...['Min dag', 'Unntak', 'Godkjenning', 'Henvendelser', 'Tips om kort', 'Post inn', ...WORK, REGISTERS],
      CONFIRMATIONS,
      ...['E-post ut', LETTERS, VAT, APPLICATIONS, JOURNAL, FIRM_REGISTERS, DUTY, CATALOGUE],
    ],
  ],
  [
    'Mona Haugland',
    'finance',
    [
      'Min dag',
      'Henvendelser',
      'Fakturaspørsmål',
      STALLED,
      ...WORK,
      'Utsteding på nytt',
      'Fakturaer',
      'Regnskap',
      DUTY,
    ],
  ],
  [
    'Sindre Vik',
    'auditor',
    [
      ...[
        'Min dag',
        'Henvendelser',
        STALLED,
        REGISTERS,
        LETTERS,
        'Produksjon',
        VAT,
        APPLICATIONS,
        JOURNAL,
        'Kort',
        FIRM_REGISTERS,
        'Ukentlig gjennomgang',
      ],
      ...['Svar til innbygger', 'Regler', CATALOGUE, ...OPERATION, 'Revisjonslogg'],
    ],
  ],
  ['Astrid Jakobsen', 'admin', ['Min dag', 'Brukere', 'Regler', ...OPERATION]],
];

describe('what each role sees', () => {
  it.each(MENUS)('%s (%s) has only the menu of the role', async (name, _role, menu) => {
    const { page, context, faults } = await signedIn(name);
    expect(await menuOf(page)).toEqual(menu);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('finance opens the address of a bench: a clear page, and no image', async () => {
    const agent = await signedIn('Ingrid Solheim');
    await takeNext(agent.page);
    const address = new URL(agent.page.url()).pathname;
    const image = agent.page.waitForResponse(response => response.url().includes('/files/'));
    await agent.page.reload();
    const imageUrl = new URL((await image).url()).pathname;
    await agent.context.close();

    const { page, context, faults } = await signedIn('Mona Haugland');
    const answers: number[] = [];
    page.on('response', response => {
      if (response.url().includes('/files/')) answers.push(response.status());
    });
    await page.goto(address);
    await page.getByRole('heading', { level: 1, name: 'Ingen tilgang' }).waitFor();
    await page.getByText('Du har ikke tilgang til dette.').waitFor();
    expect(answers).toEqual([]);

    const direct = await page.request.get(imageUrl);
    expect([403, 404]).toContain(direct.status());
    expect(direct.headers()['content-type']).not.toMatch(/^image/);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('an administrator creates a user, who gets a password once; a second one approves her role, and rejects another', async () => {
    const { page, context, faults } = await signedIn('Astrid Jakobsen');
    await page.getByRole('navigation', { name: 'Hovedmeny' }).getByRole('link', { name: 'Brukere' }).click();
    await page.getByRole('heading', { level: 1, name: 'Brukere' }).waitFor();
    await page.getByRole('button', { name: 'Ny bruker' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ny bruker' });
    await dialog.getByLabel('Navn').fill('Silje Nordby');
    await dialog.getByLabel('E-post').fill('silje.nordby@demo.example');
    await dialog.getByLabel('Førstelinje', { exact: true }).check();
    await dialog.getByRole('button', { name: 'Opprett' }).click();
    await dialog.getByText('En annen administrator må godkjenne dem', { exact: false }).waitFor();
    await dialog.getByText('Engangspassord', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Lukk' }).click();
    const silje = async () =>
      (await desk.sql.query(`select roles, active from staff_user where name = 'Silje Nordby'`)).rows[0];
    const waits = page.getByRole('region', { name: 'Venter på godkjenning' });
    await waits.getByText('Førstelinje – foreslått av Astrid Jakobsen', { exact: false }).waitFor();
    expect(await waits.getByRole('button').allTextContents()).toEqual(['Trekk tilbake']);
    expect(await silje()).toEqual({ roles: [], active: false });

    const second = await signedIn('Vidar Lunde');
    const menu = second.page.getByRole('navigation', { name: 'Hovedmeny' });
    await menu.getByRole('link', { name: /^Brukere 1/ }).click();
    const approve = second.page.getByRole('button', { name: 'Godkjenn: Førstelinje, Silje Nordby' });
    await approve.focus();
    await second.page.keyboard.press('Enter');
    await expect.poll(silje).toEqual({ roles: ['AGENT'], active: true });

    await page.getByLabel('Søk på navn eller e-post').fill('silje');
    await page.getByRole('table').getByRole('link', { name: 'Silje Nordby' }).click();
    await page.getByRole('heading', { level: 1, name: 'Silje Nordby' }).waitFor();
    await page.getByLabel('Økonomi').check();
    await page.getByRole('button', { name: 'Lagre' }).click();
    await page.getByText('Venter på godkjenning: Økonomi', { exact: false }).waitFor();

    await second.page.reload();
    await second.page.getByRole('button', { name: 'Avvis: Økonomi, Silje Nordby' }).click();
    const why = second.page.getByRole('dialog', { name: 'Avvis Økonomi' });
    await why.getByLabel('Hvorfor').fill('Hun skal ikke ha økonomi');
    await why.getByRole('button', { name: 'Avvis' }).click();
    await why.waitFor({ state: 'hidden' });
    await page.reload();
    await page.getByText('Hun skal ikke ha økonomi').waitFor();
    expect(await silje()).toEqual({ roles: ['AGENT'], active: true });
    expect([...faults, ...second.faults]).toEqual([]);
    await Promise.all([context.close(), second.context.close()]);
  });

  it('the auditor reads in the log who looked at an image, and in which case', async () => {
    const agent = await signedIn('Ingrid Solheim');
    const number = await takeNext(agent.page);
    await agent.context.close();

    const { page, context, faults } = await signedIn('Sindre Vik');
    await page.getByRole('link', { name: 'Revisjonslogg' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Revisjonslogg' }).waitFor();
    const row = page.getByRole('row').filter({ hasText: 'Åpnet bilde' }).filter({ hasText: number });
    await row.first().getByRole('link').first().click();
    const dialog = page.getByRole('dialog', { name: 'Rad i loggen' });
    await dialog.getByText(/stored_file/).waitFor();
    const text = (await dialog.textContent()) ?? '';
    expect(text).toContain('Ingrid Solheim');
    expect(text).toContain(number);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the whole national ID number', () => {
  it('is shown to a senior for a reason, for 60 seconds, and the log has the row first', async () => {
    const { page, context, faults } = await newVisitor(browser, desk.url);
    await page.clock.install();
    await signInAs(page, 'Stine Krog');
    await takeNext(page);
    const number = await caseNumber(page);
    const caseId = caseIdOf(page);
    const masked = /\d{6} ?\*{5}/;
    await page.getByText(masked).first().waitFor();
    const facts = page
      .getByRole('complementary')
      .or(page.getByRole('region', { name: 'Fakta' }))
      .first();

    await facts.getByRole('button', { name: 'Vis hele nummeret' }).click();
    const dialog = page.getByRole('dialog', { name: 'Vis fødselsnummer' });
    await dialog.getByLabel('Kontroll av identitet').check();
    await dialog.getByRole('button', { name: 'Vis' }).click();
    await dialog.getByText('Skriv', { exact: false }).first().waitFor();
    expect(await facts.getByText(/^\d{6} ?\d{5}$/).count()).toBe(0);

    await dialog.getByRole('textbox').fill(`Navn i passet avviker, sak ${number}`);
    await dialog.getByRole('button', { name: 'Vis' }).click();
    await facts.getByText(/^\d{6} ?\d{5}$/).waitFor();
    await facts.getByText(/skjules om \d+ s/).waitFor();
    const { rows } = await desk.sql.query(
      `select kind, purpose, reason, outcome from audit_log where operation = 'revealNationalId' and case_id = $1`,
      [caseId],
    );
    expect(rows).toEqual([
      {
        kind: 'READ',
        purpose: 'IDENTITY_CHECK',
        reason: `Navn i passet avviker, sak ${number}`,
        outcome: 'OK',
      },
    ]);

    await page.clock.runFor(61_000);
    await page.getByText(masked).first().waitFor();
    expect(await facts.getByText(/^\d{6} ?\d{5}$/).count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('is never offered to the first line', async () => {
    const { page, context } = await signedIn('Ingrid Solheim');
    await takeNext(page);
    await page
      .getByText(/\d{6} ?\*{5}/)
      .first()
      .waitFor();
    expect(await page.getByRole('button', { name: 'Vis hele nummeret' }).count()).toBe(0);
    await context.close();
  });
});
