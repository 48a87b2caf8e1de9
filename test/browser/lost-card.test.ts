import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRegisterWorld, worldFile } from '../../seeds/demo-registers.ts';
import { axeFaults, enterAs, launchBrowser, newVisitor } from '../support/browser.ts';
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

const VALID = `select k.number, p.name, left(p.national_id_masked, 6) as born from card k join person p on p.id = k.person_id
  where k.organisation_id = 1 and k.status = 'VALID' and k.order_item_id is not null and not p.restricted and k.expires_on > current_date + 60
    and not exists (select 1 from order_item i where i.person_id = p.id and i.status in ('DRAFT', 'PENDING', 'IMAGE_REJECTED', 'READY', 'IN_PRODUCTION'))
  order by k.id desc limit 100`;

/** A valid card, and what its holder says on the phone: word for word as Folkeregisteret has it. */
async function lostCard() {
  const { persons = {} } = await readRegisterWorld(worldFile(desk.config.dataDir));
  const { rows } = await desk.sql.query<{ number: string; name: string; born: string }>(VALID);
  for (const { number, name, born } of rows) {
    const same = Object.entries(persons).filter(
      ([id, { name: n }]) =>
        id.startsWith(born) && [n.first, n.middle, n.last].filter(Boolean).join(' ') === name,
    );
    const [nationalId, person] = same[0] ?? [];
    const { lines: [street] = [], postcode } = person?.address ?? {};
    if (same.length === 1 && nationalId && street && postcode)
      return { number, says: { nationalId, name, street, postcode } };
  }
  throw new Error('Nobody in the demo has a valid card and an address.');
}

const heading = (page: Page, number: string) =>
  page.getByRole('heading', { level: 1, name: `Kort ${number}` }).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

/** What the caller says, typed in while she says it. */
async function hear(page: Page, says: Awaited<ReturnType<typeof lostCard>>['says']): Promise<void> {
  await press(page, 'Kontroller innringer');
  await page.getByLabel('Fødselsnummer eller D-nummer').fill(says.nationalId);
  await page.getByLabel('Fullt navn').fill(says.name);
  await page.getByLabel('Registrert gateadresse').fill(says.street);
  await page.getByLabel('Postnummer').fill(says.postcode);
  await inDialog(page, 'Kontroller');
}

describe('"I have lost my card"', () => {
  it('a verified caller has it blocked by the first line, and ordered anew by the second', async () => {
    const { number, says } = await lostCard();
    const { page, context, faults } = await newVisitor(browser, desk.url);
    await enterAs(page, 'Ingrid Solheim');
    await page.goto(`/cards/${number}`);
    await heading(page, number);
    // What the registers say now, before anything is promised.
    await press(page, 'Sjekk på nytt');
    await page.getByText(/^Registrene er spurt\./).waitFor();

    await press(page, 'Sperr');
    await page.getByRole('radio', { name: 'Innringeren i kontrollert samtale' }).check();
    await page.getByText('Ingen kontrollert samtale gjelder dette kortet.').waitFor();
    await page.keyboard.press('Escape');

    await hear(page, { ...says, street: 'En annen gate 1' });
    await page.getByText('Det stemte ikke').waitFor();
    await inDialog(page, 'Ferdig');
    expect(await page.getByText(/^Kontrollert samtale til/).count()).toBe(0);
    await hear(page, says);
    await page.getByText('Alt stemte').waitFor();
    await inDialog(page, 'Ferdig');
    await page.getByText(/^Kontrollert samtale til/).waitFor();

    await press(page, 'Sperr');
    await page.getByRole('radio', { name: 'Mistet' }).check();
    expect(await page.getByRole('radio', { name: 'Innringeren i kontrollert samtale' }).isChecked()).toBe(
      true,
    );
    await inDialog(page, 'Sperr');
    await page.getByText('Kortet er sperret').waitFor();
    await heading(page, number);
    expect(await page.getByRole('button', { name: 'Bestill på nytt' }).count()).toBe(0);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();

    const second = await newVisitor(browser, desk.url);
    await enterAs(second.page, 'Stine Krog');
    await second.page.goto(`/cards/${number}`);
    await heading(second.page, number);
    await press(second.page, 'Bestill på nytt');
    await second.page.getByRole('radio', { name: 'Mistet' }).check();
    await inDialog(second.page, 'Bestill på nytt');
    const told = second.page.getByText(/^Nytt kort er bestilt: \d{7}/).first();
    await told.waitFor();
    const order = /\d{7}/.exec((await told.textContent()) ?? '')?.[0] ?? '';
    const { rows } = await desk.sql.query(
      `select k.status, k.status_reason, i.status as line from card k, order_item i where k.number = $1 and i.order_number = $2`,
      [number, order],
    );
    expect(rows).toEqual([{ status: 'BLOCKED', status_reason: 'LOST', line: 'PENDING' }]);
    await second.page.goto(`/orders/${order}`);
    await second.page.getByRole('heading', { level: 1, name: new RegExp(`^Bestilling ${order}`) }).waitFor();
    expect(second.faults).toEqual([]);
    await second.context.close();
  });
});
