import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { enterAs, launchBrowser, newVisitor, settled } from '../support/browser.ts';
import { startDemo } from '../support/desk.ts';
import { photograph, SOUND, soundnessOf } from '../support/soundness.ts';

let browser: Browser;
let desk: Awaited<ReturnType<typeof startDemo>>;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

const rows = async (sql: string, values: unknown[] = []) => (await desk.sql.query(sql, values)).rows;

async function visit(who: string) {
  const visitor = await newVisitor(browser, desk.url);
  await enterAs(visitor.page, who);
  return visitor;
}

/** In the demo already: by family for Tuva, by an earlier employer for Ingrid. */
const barredCase = async (who: string): Promise<string> =>
  (
    await rows(
      `select b.case_id as id from case_barred b join staff_user u on u.id = b.staff_user_id where u.name = $1 and b.tie_id is not null`,
      [who],
    )
  )[0]?.id;

/** In both schemes at 1440, and once at 1024. */
async function look(page: Page, name: string): Promise<void> {
  for (const [colorScheme, word] of [
    ['dark', 'mork'],
    ['light', 'lys'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    expect((await photograph(page, `${name}-1440-${word}`)).blank).toBe(false);
    expect(await soundnessOf(page, [1440, 1024])).toEqual(SOUND);
  }
  await page.setViewportSize({ width: 1024, height: 768 });
  expect((await photograph(page, `${name}-1024-lys`)).blank).toBe(false);
  await page.setViewportSize({ width: 1440, height: 900 });
}

describe('nobody decides on her own case', () => {
  it('an application about family says so, offers nothing, and names who can take it', async () => {
    const { page, context, faults } = await visit('Tuva Myhre');
    await page.goto(`/cases/${await barredCase('Tuva Myhre')}`);
    const notice = page.getByRole('status').filter({ hasText: 'Du er inhabil: saken gjelder familien din' });
    await notice.getByText(/Kan ta den: Erik Hagen, Gunhild Moen, Henrik Aas og 1 til\./).waitFor();
    expect(await page.getByRole('button', { name: 'Ta saken' }).count()).toBe(0);
    await look(page, 'inhabil');
    await notice.getByRole('link', { name: 'Mine tilknytninger' }).click();
    await page.getByRole('heading', { level: 1, name: 'Mine tilknytninger' }).waitFor();
    await page
      .getByRole('list', { name: 'Oppgitt av deg' })
      .getByText(/^\d{6}\*{5}$/)
      .waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('she declares an employer by keyboard, loses a case about it that she has, and ends the tie again', async () => {
    const { page, context, faults } = await visit('Ingrid Solheim');
    const [{ id, number, org }] = await rows(
      `select c.id::text, c.number, m.org_number as org from desk_case c join order_item i on i.id = c.order_item_id join organisation m on m.id = i.main_unit_id
       where c.kind = 'IMAGE_REVIEW' and c.status = 'OPEN' and c.reserved_by is null and not exists (select from case_barred b where b.case_id = c.id)
       order by c.due_on desc, c.id limit 1`,
    );
    await page.goto(`/cases/${id}`);
    await page.getByRole('button', { name: 'Ta saken' }).first().click();
    await page
      .getByRole('button', { name: 'Åpne bildekontroll' })
      .or(page.getByText('Du har saken'))
      .first()
      .waitFor();
    await page.getByRole('button', { name: /Ingrid Solheim/ }).click();
    await page.getByRole('menuitem', { name: 'Mine tilknytninger' }).click();
    await page.getByRole('radio', { name: /^Arbeidsgiver/ }).focus();
    await page.keyboard.press('Space');
    await page.getByLabel('Organisasjonsnummer').fill('12345');
    await page.keyboard.press('Enter');
    await page.getByText('Nummeret er ikke gyldig. Sjekk sifrene.').waitFor();
    await page.getByLabel('Organisasjonsnummer').fill(org);
    await page.keyboard.press('Enter');
    await page.getByText('Tilknytningen er oppgitt. Saker om den er ikke lenger dine.').waitFor();
    expect(await page.getByLabel('Organisasjonsnummer').inputValue()).toBe('');
    await look(page, 'tilknytninger');
    expect(await rows('select reserved_by from desk_case where id = $1', [id])).toEqual([
      { reserved_by: null },
    ]);

    await page.goto(`/cases/${id}`);
    await page.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor();
    await page.getByText('Du er inhabil: saken gjelder arbeidsgiveren din').waitFor();
    await page.goto(`/bench/${id}`);
    await page.getByText('Du er inhabil: saken gjelder arbeidsgiveren din').waitFor();

    await page.goto('/my-ties');
    await page
      .getByRole('button', { name: new RegExp(`^Avslutt tilknytningen til .*${org.slice(-3)}$`) })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Avslutt tilknytningen' }).click();
    await page.getByText('Tilknytningen er avsluttet').waitFor();
    await page.goto(`/cases/${id}`);
    await page.getByRole('button', { name: 'Ta saken' }).first().waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });
});
