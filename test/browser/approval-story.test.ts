/** A cleaning firm from its application to its approval and its loss, on the screens of the authority and of support. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardsReadyJobs } from '../../server/src/features/firm-approval/cards-ready.jobs.ts';
import { axeFaults, launchBrowser, newVisitor } from '../support/browser.ts';
import { CheckDesk, type Ordered } from '../support/check-desk.ts';
import { tinyPdf } from '../support/decision.factories.ts';
import type { Firm } from '../support/factories.ts';
import { emailOf, type StaffName } from '../support/staff.ts';
import { decideOn } from '../support/story-pages.ts';

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

const rows = async (sql: string, values: unknown[] = []) => (await checks.desk.sql.query(sql, values)).rows;
const statusOf = async (caseId: string) =>
  (await rows('select status from exception_application where case_id = $1', [caseId]))[0]?.status;
const standing = async ({ main }: Firm) =>
  (await rows('select status from firm_approval where firm_id = $1 and to_at is null', [main]))[0]?.status;

async function enter(name: StaffName, path: string) {
  const visitor = await newVisitor(browser, checks.desk.url);
  const query = 'mutation SignIn($email: ShortText!) { signInDemo(email: $email) { id } }';
  const data = { query, variables: { email: emailOf(name) } };
  await visitor.page.request.post('/graphql', { headers: { 'idempotency-key': randomUUID() }, data });
  await visitor.page.goto(path);
  return visitor;
}

/** A firm the registers do not have yet, whose duties are in order. */
async function newFirm(): Promise<Firm> {
  const firm = await checks.firm();
  await checks.approve(firm, 'CLEANING_APPROVAL', null);
  await checks.approve(firm, 'CAR_CARE_APPROVAL', null);
  await rows(
    `update organisation set status = 'ACTIVE', in_company_register = true, in_vat_register = true, employees = 4, municipality = '0301' where id = $1`,
    [firm.main],
  );
  return firm;
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

const take = (page: Page) => page.getByRole('button', { name: /^Ta saken/ }).click();

async function addPaper(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Legg til dokument' }).first().click();
  const dialog = page.getByRole('dialog');
  const file = { name: 'skann.pdf', mimeType: 'application/pdf', buffer: tinyPdf(`${kind} ${randomUUID()}`) };
  await dialog.getByLabel('Fil', { exact: true }).setInputFiles(file);
  await dialog.getByLabel('Hva er det?').click();
  await page.getByRole('option', { name: kind, exact: true }).click();
  await dialog.getByRole('button', { name: 'Legg til', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** Everything a caseworker has to say of the conditions, by keyboard. */
async function sayAll(page: Page): Promise<void> {
  const conditions = page.getByRole('region', { name: 'Vilkår' });
  const open = conditions.getByRole('button', { name: /^Vurder: / }).filter({ hasText: /^Vurder$/ });
  await open.first().waitFor();
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().focus();
    await page.keyboard.press('Enter');
    await conditions.getByRole('form').waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+Enter');
    await conditions.getByRole('form').waitFor({ state: 'hidden' });
    await expect.poll(() => open.count()).toBe(left - 1);
  }
}

/** The second signature: every paper and every part is opened first. */
async function sign(caseId: string): Promise<void> {
  const { page, context, faults } = await enter('lead', `/cases/${caseId}`);
  const group = page.getByRole('group', { name: 'Jeg har lest' });
  for (const part of ['Registersvar', 'Begrunnelse', 'Brev']) {
    await group.getByLabel(part, { exact: true }).click();
    await expect.poll(() => group.getByLabel(part, { exact: true }).isChecked()).toBe(true);
  }
  const approve = page.getByRole('button', { name: /^Godkjenn/ });
  await expect.poll(() => approve.getAttribute('aria-disabled'), { timeout: 20_000 }).toBe('false');
  await approve.click();
  await expect.poll(() => statusOf(caseId)).not.toBe('FOR_APPROVAL');
  expect(faults).toEqual([]);
  await context.close();
}

/** The card has come: what production and dispatch do between. */
async function becomesValid(line: Ordered): Promise<void> {
  for (const status of ['READY', 'IN_PRODUCTION', 'SHIPPED'])
    await rows('update order_item set status = $2 where id = $1', [line.id, status]);
  await rows(
    `insert into card (organisation_id, number, person_id, unit_id, main_unit_id, scheme, order_item_id, status, status_at, valid_from, expires_on)
     values (1, $1, $2, $3, $4, 'CLEANING', $5, 'VALID', $6::timestamptz, $6::timestamptz::date, $6::timestamptz::date + 700)`,
    [`79${line.id.padStart(8, '0')}`, line.personId, line.firm.unit, line.firm.main, line.id, checks.now],
  );
}

async function supportSees(path: string, ...words: string[]): Promise<void> {
  const { page, context, faults } = await enter('agent', path);
  for (const text of words) await page.getByText(text, { exact: false }).first().waitFor();
  expect(await page.getByText('Yrkesskadeforsikring').count()).toBe(0);
  expect(faults).toEqual([]);
  await context.close();
}

describe('a cleaning firm', () => {
  it('applies, is asked for papers, orders cards, is approved, and loses its approval', async () => {
    const firm = await newFirm();
    const line = await checks.order({ scheme: 'CLEANING', firm });
    const [{ order_number: number }] = await rows('select order_number from order_item where id = $1', [
      line.id,
    ]);

    const desk = await enter('caseworker', '/applications');
    const { page } = desk;
    await page.getByRole('link', { name: 'Ny søknad om godkjenning' }).click();
    await choose(page, 'Hva slags godkjenning? *', 'Godkjenning, renhold');
    await choose(page, 'Hvordan kom den? *', 'Brev');
    await page.getByLabel('Organisasjonsnummer').fill(firm.mainOrgNumber);
    await page.getByLabel('Ansatte').fill('4');
    await page.getByLabel('Hvor mange skal ha kort').fill('1');
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Registrer, og legg til dokumenter' }).click();
    await page.waitForURL(/\/cases\/\d+/);
    const caseId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    expect(await standing(firm)).toBe('APPLICATION_IN_PROGRESS');
    await checks.run();
    await supportSees(
      `/orders/${number}`,
      'Bestillinger venter på at Arbeidstilsynet behandler søknaden',
      'Det er ingen frist for bestillingene imens.',
    );

    await take(page);
    await page.getByRole('button', { name: 'Åpne kortbestilling' }).click();
    const hindered = page.getByRole('dialog', { name: 'Kortbestilling kan ikke åpnes ennå' });
    await hindered.getByText('Yrkesskadeforsikring').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await hindered.getByRole('button', { name: 'Be om dokument' }).click();
    await page.getByRole('button', { name: 'Send brevet, og sett på vent' }).click();
    await expect.poll(() => statusOf(caseId)).toBe('AWAITING_DOCUMENTS');
    await addPaper(page, 'Yrkesskadeforsikring');
    await expect.poll(() => statusOf(caseId)).toBe('UNDER_REVIEW');
    await take(page);

    await sayAll(page);
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.locator('main').textContent()).not.toMatch(/unntak/i);
    await page.getByText('Alle vilkår er oppfylt. Åpne kortbestilling.').waitFor();
    await page.getByRole('button', { name: 'Åpne kortbestilling' }).click();
    const opens = page.getByRole('dialog', { name: 'Åpne kortbestilling?' });
    await opens.getByRole('button', { name: 'Åpne kortbestilling' }).click();
    await page.getByText('0 av 1 har kort.').first().waitFor();
    await expect.poll(() => standing(firm)).toBe('CARD_ORDER_IN_PROGRESS');
    expect(await statusOf(caseId)).toBe('CARD_ORDERING');
    await supportSees(
      `/firms/${firm.mainOrgNumber}`,
      'Virksomheten kan bestille kort nå',
      '0 av 1 kjente har gyldig kort.',
    );

    checks.minutesLater(5);
    await checks.run();
    await becomesValid(line);
    expect(await cardsReadyJobs({ now: () => checks.now })[0]?.run(checks.system(), () => false)).toBe(1);
    await page.reload();
    await take(page);
    await page.getByText('1 av 1 har kort.').first().waitFor();
    await decideOn(page, {
      verb: /Godkjenne/,
      fact: 'Alle vilkår er oppfylt, og alle har kort.',
      ground: 'Virksomheten fyller vilkårene for godkjenning.',
    });
    await page.getByText('Vedtak i saken').first().waitFor();
    expect(await standing(firm)).toBe('APPROVED_WITH_EMPLOYEES');

    // As Enhetsregisteret has named it since.
    const [{ name }] = await rows('select name from organisation where id = $1', [firm.main]);
    await page.goto('/firm-registers/cleaning');
    await page.getByRole('link', { name }).first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Vis etter fylke' }).click();
    await page.getByRole('button', { name: /^Oslo, Godkjent med ansatte/ }).click();
    await page.getByRole('link', { name }).first().click();
    const cleaning = page.getByRole('region', { name: 'Renholdsregisteret' });
    const history = cleaning.getByRole('list', { name: 'Status over tid' });
    await expect.poll(() => history.getByRole('listitem').count()).toBe(4);
    expect(await axeFaults(page)).toEqual([]);

    const sql = `update desk_case set status = 'OPEN', closed_at = null, reserved_by = $2, reserved_until = $3::timestamptz + interval '20 minutes' where id = $1`;
    await rows(sql, [caseId, checks.desk.staff.caseworker, checks.now]);
    await page.goto(`/cases/${caseId}`);
    await decideOn(page, {
      verb: /Trekke tilbake/,
      fact: 'Tilsyn viste at ingen har yrkesskadeforsikring.',
      ground: 'Vilkårene er ikke lenger oppfylt.',
    });
    await page.getByText('Sendt til godkjenning', { exact: true }).waitFor();
    expect(await standing(firm)).toBe('APPROVED_WITH_EMPLOYEES');
    expect(desk.faults).toEqual([]);
    await desk.context.close();
    await sign(caseId);
    expect(await standing(firm)).toBe('NOT_APPROVED');
    checks.minutesLater(5);
    await rows('update order_item set check_at = $2 where id = $1', [line.id, checks.now]);
    await checks.run();
    expect(await rows('select status from card where order_item_id = $1', [line.id])).toEqual([
      { status: 'INVALID' },
    ]);
    await supportSees(`/firms/${firm.mainOrgNumber}`, 'Virksomheten er ikke godkjent', 'eller søke på nytt');
  });
});
