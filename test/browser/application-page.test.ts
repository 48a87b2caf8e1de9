import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApplication, createDocument } from '../support/application.factories.ts';
import { axeFaults, type Look, launchBrowser, newVisitor, settled } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm, createOrderItem, createPerson } from '../support/factories.ts';
import { createCheck } from '../support/order.factories.ts';
import { emailOf, type StaffName } from '../support/staff.ts';

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDesk()]);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

async function enter(name: StaffName, look: Look = {}) {
  const visitor = await newVisitor(browser, desk.url, look);
  const query = 'mutation SignIn($email: ShortText!) { signInDemo(email: $email) { id } }';
  const headers = { 'idempotency-key': randomUUID() };
  await visitor.page.request.post('/graphql', {
    headers,
    data: { query, variables: { email: emailOf(name) } },
  });
  return visitor;
}

const heading = (page: Page, name: RegExp | string) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** Every paper there, and in the caseworker's hands. */
async function whole(code: 'UDI_CONFIRMED' | 'AA_ENK_SPOUSE') {
  const person = await createPerson(desk, { givenName: 'Marit', familyName: 'Elvestad' });
  const firm = await createFirm(desk, { name: 'Elvestad Maskin' });
  const application = await createApplication(desk, {
    ...{ code, firm, personId: person.id, evidenceEndsOn: '2027-06-30', contactEmail: null },
    reservedBy: desk.staff.caseworker,
  });
  const kind = code === 'UDI_CONFIRMED' ? 'UDI_CONFIRMATION' : 'MARRIAGE_CERTIFICATE';
  await createDocument(desk, application, { kind });
  return application;
}

const statusOf = async (id: string) =>
  (await desk.sql.query('select status from exception_application where id = $1', [id])).rows[0].status;

describe('the page of an application', () => {
  it('is decided by keyboard: outcome, ground, facts, the letter beside it, and sent for a second signature', async () => {
    const application = await whole('UDI_CONFIRMED');
    const { page, context, faults } = await enter('caseworker');
    await page.goto(`/cases/${application.caseId}`);
    await heading(page, /Marit Elvestad, Elvestad Maskin AS/);
    await page.getByText('3 av 3 krav').waitFor();
    await page.getByText('Alt er på plass. Avgjør, og send til godkjenning.').waitFor();
    await page.keyboard.press('g');
    const grant = page.getByRole('radio', { name: /Innvilge/ });
    await expect.poll(() => grant.getAttribute('aria-checked')).toBe('true');
    await page.getByLabel('UDI bekrefter retten til å arbeide', { exact: true }).check();
    await page.getByLabel('Fakta vi bygger på').fill('UDI har bekreftet tillatelsen.');
    const letter = page.getByRole('article', { name: 'Brevet' });
    await letter.getByText('UDI har bekreftet tillatelsen.').waitFor();
    await page.getByText('Brevkontroll: 9 av 9 punkter').waitFor();
    await page.getByRole('heading', { name: 'Fire øyne' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Sendt til godkjenning', { exact: true }).waitFor();
    expect(await statusOf(application.id)).toBe('FOR_APPROVAL');
    expect(faults).toEqual([]);
    await context.close();

    const lead = await enter('lead');
    await lead.page.goto(`/cases/${application.caseId}`);
    await lead.page.getByText('Tuva Myhre har foreslått: Innvilget.', { exact: false }).waitFor();
    const group = lead.page.getByRole('group', { name: 'Jeg har lest' });
    for (const part of ['Registersvar', 'Begrunnelse', 'Brev']) {
      await group.getByLabel(part, { exact: true }).click();
      await expect.poll(() => group.getByLabel(part, { exact: true }).isChecked()).toBe(true);
    }
    await settled(lead.page);
    expect(await axeFaults(lead.page)).toEqual([]);
    const approve = lead.page.getByRole('button', { name: /Godkjenn/ });
    await expect.poll(() => approve.getAttribute('aria-disabled')).toBe('false');
    await approve.click();
    await lead.page.getByText('Vedtak i saken').waitFor();
    expect(await statusOf(application.id)).toBe('GRANTED');
    expect(lead.faults).toEqual([]);
    await lead.context.close();
  });

  it('keeps what was written, on a narrow screen with its parts as tabs', async () => {
    const application = await whole('AA_ENK_SPOUSE');
    const { page, context, faults } = await enter('caseworker', { width: 1024, height: 768, scheme: 'dark' });
    await page.goto(`/cases/${application.caseId}`);
    await page.getByRole('tab', { name: 'Avgjørelse' }).click();
    await page.getByRole('radio', { name: /Avslå/ }).click();
    await page.getByLabel('Begrunnelse med egne ord').fill('De er ikke gift.');
    await page.getByText(/Utkast lagret/).waitFor();
    await page.getByRole('tab', { name: 'Brev' }).click();
    await page.getByRole('article', { name: 'Brevet' }).getByText('De er ikke gift.').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.reload();
    await page.getByRole('tab', { name: 'Avgjørelse' }).click();
    expect(await page.getByLabel('Begrunnelse med egne ord').inputValue()).toBe('De er ikke gift.');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('registering an application', () => {
  it('from an order page has person and firm filled in, is handed over, and its papers are gone', async () => {
    const item = await createOrderItem(desk);
    await createCheck(
      desk,
      { itemId: item.id, personId: item.personId, firmId: item.firm.main, at: new Date() },
      { register: 'AA', outcome: 'REJECTED', reason: 'AA_NOT_REGISTERED' },
    );
    const { page, context, faults } = await enter('agent');
    await page.goto(`/orders/${item.orderNumber}`);
    await page.getByRole('link', { name: 'Registrer søknad om unntak' }).click();
    await heading(page, 'Registrer søknad om unntak');
    await page.getByLabel('Hvordan kom den?').click();
    await page.getByRole('option', { name: 'Brev' }).click();
    await page.getByRole('radio', { name: 'Eier av AS uten lønn' }).check();
    await page.getByText(`Fra bestilling ${item.orderNumber}-1.`, { exact: false }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Registrer, og legg til dokumenter' }).click();
    await page.getByText('Legg til dokumentene, og overlever', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Legg til dokument' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Overlever til Arbeidstilsynet' }).click();
    const dialog = page.getByRole('dialog', { name: 'Overlever søknaden?' });
    await dialog.getByRole('button', { name: 'Overlever til Arbeidstilsynet' }).click();
    await page.getByText('Arbeidstilsynet behandler søknaden.').waitFor();
    expect(await page.getByRole('button', { name: 'Legg til dokument' }).count()).toBe(0);
    await page.goto('/applications');
    await page.getByRole('table').getByText('Til behandling').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('of a call is only noted, and personal papers by e-mail are told to be lost beforehand', async () => {
    const { page, context } = await enter('caseworker');
    await page.goto('/applications/new?channel=EMAIL');
    await page.getByRole('radio', { name: 'Ektefelle av ENK-eier' }).check();
    await page.getByText('Personopplysninger kan ikke tas imot i vanlig e-post').waitFor();
    await page.goto('/applications/new?channel=PHONE');
    await page.getByRole('button', { name: 'Noter som henvendelse' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Registrer' }).waitFor();
    expect(await page.getByRole('button', { name: /Registrer, og legg/ }).count()).toBe(0);
    await context.close();
  });
});
