/** The page of an enquiry about an invoice, from a sloppy text to an answer that leaves. */
import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, newVisitor, settled } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { takenQuery } from '../support/invoice-queries.ts';
import { createInvoice, nameSeller } from '../support/invoices.ts';
import { photograph, SOUND, soundnessOf } from '../support/soundness.ts';
import { emailOf } from '../support/staff.ts';

let browser: Browser;
let desk: Desk;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDesk()]);
  await nameSeller(desk);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

async function finance() {
  const visitor = await newVisitor(browser, desk.url);
  await visitor.page.request.post('/graphql', {
    headers: { 'idempotency-key': randomUUID() },
    data: {
      query: 'mutation SignIn($email: ShortText!) { signInDemo(email: $email) { id } }',
      variables: { email: emailOf('finance') },
    },
  });
  return visitor;
}

describe('what a firm asks about an invoice', () => {
  it('is read number by number beside the invoice and its EHF; the line with the reference is sent, once', async () => {
    const made = await createInvoice(desk, { customerReference: 'PO-77412', cards: 4 });
    const { rows } = await desk.sql.query(
      'select i.internal_order_number as internal, l.unit_org_number as unit from invoice i join invoice_line l on l.invoice_id = i.id where i.id = $1',
      [made.id],
    );
    const { internal, unit } = rows[0];
    const text = `Hei, vi får ikke bokført fakturaen for HMS-kort. Ordrenr ${internal}. Referansen vises ikke hos oss, det skulle vært PO-77412. Orgnr ${unit}.\nMvh Turid Eide, regnskap`;
    const { id } = await takenQuery(desk, { text, name: 'Turid Eide', email: 'turid@nordfjell.example' });
    const { page, context, faults } = await finance();
    await page.goto(`/invoice-queries/${id}`);
    await page.getByText('Én faktura passer').waitFor();
    await page.getByText(/funnet fra internt ordrenr, bekreftet av underenheten på linjen/).waitFor();
    expect(await page.locator('mark', { hasText: internal }).count()).toBe(1);
    await page.getByRole('row', { name: `Ordrenr ${internal} Internt` }).waitFor();
    await page.getByRole('row', { name: /Orgnr \d{9} Underenhet/ }).waitFor();
    await page.getByRole('row', { name: 'Faktura ikke oppgitt Mangler' }).waitFor();
    await page
      .getByRole('listitem')
      .filter({ hasText: '<cbc:BuyerReference>PO-77412<' })
      .getByText('Deres ref.')
      .waitFor();
    expect(
      await page.getByRole('radio', { name: /vises ikke hos kunden \(mest sannsynlig\)/ }).isChecked(),
    ).toBe(true);
    await page.getByText('Til turid@nordfjell.example, på bokmål').waitFor();
    for (const scheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await settled(page);
      expect((await photograph(page, `fakturasporsmaal-1440-${scheme}`)).blank).toBe(false);
      expect(await soundnessOf(page, [1440, 1024])).toEqual(SOUND);
    }
    await page.setViewportSize({ width: 1024, height: 768 });
    expect((await photograph(page, 'fakturasporsmaal-1024-light')).blank).toBe(false);
    await page.setViewportSize({ width: 1440, height: 900 });
    const send = page.getByRole('button', { name: 'Send svar' });
    await send.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Svaret er sendt, og saken er lukket').waitFor();
    await page.getByText(/Sendt .* av Mona Haugland/).waitFor();
    expect(await send.count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('that names no firm shows no invoice; the clerk asks back, and the case waits', async () => {
    const made = await createInvoice(desk);
    const { id } = await takenQuery(desk, { text: `Hvor er faktura ${made.number}?` });
    const { page, context, faults } = await finance();
    await page.goto(`/invoice-queries/${id}`);
    await page.getByText('Fakturaen er ikke funnet').waitFor();
    expect(await page.getByText('Slik kunden ser den').count()).toBe(0);
    await page.getByText(/Vi må vite hvilken virksomhet du skriver for/).waitFor();
    expect(await soundnessOf(page, [1440, 1024])).toEqual(SOUND);
    await photograph(page, 'fakturasporsmaal-ukjent-1440-light');
    await page.getByRole('button', { name: 'Send og sett på vent' }).click();
    await page.getByText('Spørsmålet er sendt, og saken venter på svar').waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
