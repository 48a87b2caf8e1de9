import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterAs, launchBrowser, newVisitor, settled } from '../support/browser.ts';
import { startDemo } from '../support/desk.ts';
import { dearestMinute } from '../support/spending.ts';

const IN_THREE_DAYS_MS = 3 * 86_400_000;

let browser: Browser;
let desk: Awaited<ReturnType<typeof startDemo>>;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

/** `clock`: the test can let time pass. */
async function agentAt(address: string, { clock = false } = {}) {
  const visitor = await newVisitor(browser, desk.url);
  if (clock) await visitor.page.clock.install();
  await enterAs(visitor.page, 'Ingrid Solheim');
  await visitor.page.goto(address);
  await visitor.page.getByRole('heading', { level: 1 }).waitFor();
  return visitor;
}

async function one<Row>(sql: string, values: unknown[] = []): Promise<Row> {
  const { rows } = await desk.sql.query(sql, values);
  return rows[0] as Row;
}

const rows = (page: Page) => page.locator('tr[data-row]');
const focusedText = (page: Page) =>
  page.evaluate('document.activeElement?.textContent ?? ""') as Promise<string>;

describe('the queue', () => {
  it('keeps its filters in the address, so that they survive a reload', async () => {
    const { page, context, faults } = await agentAt('/queues/image-review');
    await rows(page).first().waitFor();
    await page
      .getByRole('checkbox', { name: /^Ledige?/ })
      .first()
      .click();
    await page.waitForURL(/owner=FREE/);
    const address = page.url();
    await page.reload();
    await rows(page).first().waitFor();
    expect(page.url()).toBe(address);
    expect(
      await page
        .getByRole('checkbox', { name: /^Ledige?/ })
        .first()
        .isChecked(),
    ).toBe(true);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says how long to wait when too much was asked too fast, and goes on afterwards', async () => {
    const { page, context, faults } = await agentAt('/');
    const refusal = { message: '', extensions: { code: 'RATE_LIMITED', params: { seconds: 7 } } };
    await page.route('**/graphql', route =>
      /"operationName":"Cases"/.test(route.request().postData() ?? '')
        ? route.fulfill({ status: 429, headers: { 'retry-after': '7' }, json: { errors: [refusal] } })
        : route.fallback(),
    );
    await page.goto('/queues/image-review');
    const panel = page.getByRole('alert').filter({ hasText: 'Vent 7 s og prøv igjen. Ingenting er endret.' });
    await panel.waitFor();
    await page.unroute('**/graphql');
    await panel.getByRole('button', { name: 'Prøv igjen' }).click();
    await rows(page).first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('J and K walk the rows, whose first cell is a real link, and Enter opens one', async () => {
    const { page, context, faults } = await agentAt('/queues/image-review');
    await rows(page).nth(2).waitFor();
    const link = (n: number) => rows(page).nth(n).locator('td').first().getByRole('link');
    expect(await link(0).getAttribute('href')).toMatch(/^\/(cases|bench)\/\d+$/);

    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
    expect(await focusedText(page)).toBe(await link(1).textContent());
    const href = (await link(1).getAttribute('href')) ?? '';
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${href}`);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('opens how a deadline was counted by keyboard, and Esc gives the focus back', async () => {
    const { page, context, faults } = await agentAt('/queues/image-review');
    const deadline = rows(page)
      .first()
      .getByRole('button', { name: /Slik er fristen regnet/ });
    await deadline.focus();
    await page.keyboard.press('Enter');
    const working = page.getByRole('dialog', { name: 'Slik er fristen regnet' });
    await working.getByText('Virkedager talt').waitFor();
    await page.keyboard.press('Escape');
    await working.waitFor({ state: 'detached' });
    expect(await focusedText(page)).toContain('Slik er fristen regnet');
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('search', () => {
  it('finds a case by its number, its order, the firm’s number and the person’s name', async () => {
    const { page, context, faults } = await agentAt('/');
    const wanted = await one<{ id: string; number: string; order: string; firm: string; name: string }>(
      `select c.id, c.number, o.order_number as order, g.org_number as firm, p.name
       from desk_case c join order_item o on o.id = c.order_item_id join organisation g on g.id = o.unit_id join person p on p.id = o.person_id
       where c.status = 'OPEN' order by c.id limit 1`,
    );
    const firm = await one<{ name: string }>('select name from organisation where org_number = $1', [
      wanted.firm,
    ]);
    const searches: [words: string, found: string][] = [
      [wanted.number, wanted.number],
      [wanted.order, wanted.order],
      [wanted.firm, firm.name],
      [wanted.name, wanted.name],
    ];
    for (const [words, found] of searches) {
      await page.keyboard.press('Control+k');
      const dialog = page.getByRole('dialog', { name: 'Søk' });
      await dialog.getByRole('combobox').fill(words);
      await dialog.getByRole('option').filter({ hasText: found }).first().waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    await page.keyboard.press('Control+k');
    await page.keyboard.type(wanted.number);
    await page.getByRole('option').filter({ hasText: wanted.number }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: new RegExp(wanted.number) }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('the case page', () => {
  const FREE_INQUIRY = `select id, number, version from desk_case where queue = 'INQUIRY' and organisation_id = 1 and status = 'OPEN'
    and reserved_until is null order by id`;

  it('keeps what was written when somebody else has changed the case', async () => {
    const free = await one<{ id: string }>(`${FREE_INQUIRY} limit 1`);
    const { page, context, faults } = await agentAt(`/cases/${free.id}`);
    await page.getByRole('button', { name: 'Ta saken' }).click();
    await page.getByRole('button', { name: 'Ta saken' }).waitFor({ state: 'detached' });
    await settled(page);
    await page
      .getByRole('button', { name: /Sett på vent/ })
      .first()
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').first().check();
    const words = 'Venter på svar fra bestilleren.';
    const [year, month, day] = new Date(Date.now() + IN_THREE_DAYS_MS).toISOString().slice(0, 10).split('-');
    await dialog.getByLabel(/På vent til/).fill(`${day}.${month}.${year}`);
    await dialog.getByRole('textbox').last().fill(words);
    await desk.sql.query('update desk_case set version = version + 1 where id = $1', [free.id]);
    await dialog.locator('button[type="submit"]').click();
    await dialog.getByText('Noen har endret saken siden du åpnet dette vinduet').waitFor();
    expect(await dialog.getByRole('textbox').last().inputValue()).toBe(words);
    expect(await one('select status from desk_case where id = $1', [free.id])).toEqual({ status: 'OPEN' });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says at once when a colleague has the case now, and the draft is kept', async () => {
    const free = await one<{ id: string }>(`${FREE_INQUIRY} offset 1 limit 1`);
    const { page, context, faults } = await agentAt(`/cases/${free.id}`, { clock: true });
    await page.getByRole('button', { name: 'Ta saken' }).click();
    await page.getByRole('button', { name: 'Ta saken' }).waitFor({ state: 'detached' });
    const words = 'Ringte bestilleren, ingen svar.';
    await page.getByRole('textbox', { name: 'Notat' }).fill(words);
    await page.getByText(/Utkast lagret/).waitFor();
    await desk.sql.query(
      `update desk_case set reserved_by = (select id from staff_user where name = 'Jonas Berg'), reserved_until = now() + interval '30 minutes',
         version = version + 1 where id = $1`,
      [free.id],
    );
    await page.clock.runFor(31_000);
    const alert = page.getByRole('alert').filter({ hasText: 'Jonas Berg har saken nå' });
    await alert.waitFor();
    expect(await page.getByRole('textbox', { name: 'Notat' }).inputValue()).toBe(words);
    await page.reload();
    await page.getByRole('textbox', { name: 'Notat' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Notat' }).inputValue()).toBe(words);
    expect(faults).toEqual([]);
    await context.close();
  });
});

it('all of this, done without a pause, spends less than a tenth of what one session may in a minute', () => {
  const spent = dearestMinute(desk.logLines);
  console.log(`dearest minute: ${spent} of ${desk.config.REQUEST_BUDGET}`);
  expect(spent).toBeGreaterThan(1_000);
  expect(spent).toBeLessThan(desk.config.REQUEST_BUDGET / 10);
});
