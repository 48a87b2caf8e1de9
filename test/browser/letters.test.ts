import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/** One more letter that leaves in ten minutes; what waits for paper the demo has. */
const QUEUED = `insert into letter (organisation_id, case_id, application_id, decision_id, kind, person_id, firm_id, language, content, channel, send_after)
  select organisation_id, case_id, application_id, decision_id, kind, person_id, firm_id, language, content, 'DIGITAL_MAILBOX', now() + interval '10 minutes'
  from letter where withheld_from is null order by id desc limit 1`;

/** A decision that was posted three days ago. */
const POSTED = `with b as (insert into letter_batch (organisation_id, made_at, made_by, letters, protected, manifest, sha256)
    select organisation_id, now(), id, 1, false, '{}', decode(repeat('00', 32), 'hex') from staff_user where organisation_id = 2 order by id limit 1 returning id)
  insert into letter (organisation_id, case_id, application_id, decision_id, kind, person_id, firm_id, language, content, channel, send_after, status, sent_at, batch_id)
  select organisation_id, case_id, application_id, decision_id, kind, person_id, firm_id, language, content, 'POST', now(), 'SENT', now() - interval '3 days', b.id
  from letter, b where withheld_from is null and kind = 'DECISION_REFUSE' and language = 'nb' order by letter.id desc limit 1`;

describe('the post out', () => {
  it('a letter that has not left is stopped for a reason; the rest is printed in a batch and recorded as posted', async () => {
    await desk.sql.query(QUEUED);
    const { page, context, faults } = await newVisitor(browser, desk.url);
    await enterAs(page, 'Tuva Myhre');
    await page.goto('/letters');
    const leaving = page.getByRole('row', { name: /Går om \d+:\d\d/ });
    await leaving.first().waitFor();
    const before = await leaving.count();
    expect(await axeFaults(page)).toEqual([]);
    await leaving
      .first()
      .getByRole('button', { name: /^Stans brevet til/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Stans brevet' });
    await dialog.getByRole('button', { name: 'Stans' }).click();
    await dialog.getByText('Må fylles ut').waitFor();
    await dialog.getByLabel('Hvorfor det stanses').fill('Sendt til feil avdeling');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => leaving.count()).toBe(before - 1);

    await page.getByRole('button', { name: 'Lag utskriftsbunke' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Lag utskriftsbunke' }).click();
    await page.getByRole('heading', { level: 1, name: /^Bunke B\d{6}$/ }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Last ned PDF' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^brev-B\d{6}\.pdf$/);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByRole('button', { name: 'Registrer lagt i posten' }).click();
    await page.getByRole('button', { name: 'Registrer lagt i posten' }).waitFor({ state: 'hidden' });
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('a letter that came back is recorded, its case says that no time runs, and it is sent again', async () => {
    await desk.sql.query(POSTED);
    const { page, context, faults } = await newVisitor(browser, desk.url);
    await enterAs(page, 'Tuva Myhre');
    await page.goto('/letters?view=sent');
    const back = page.getByRole('button', { name: /^Brevet til .* kom i retur/ });
    const number = /\d{4}\/\d{6}/.exec((await back.first().getAttribute('aria-label')) ?? '')?.[0] ?? '';
    await back.first().click();
    const returned = page.getByRole('dialog', { name: 'Brevet kom i retur' });
    expect(await axeFaults(page)).toEqual([]);
    await returned.getByRole('button', { name: 'Registrer retur' }).click();
    await returned.waitFor({ state: 'hidden' });
    await page.getByRole('tab', { name: /^I retur \(\d+\)$/ }).click();
    const row = page.getByRole('row', { name: new RegExp(number) }).first();
    await row.getByRole('link', { name: number }).click();
    await page
      .getByText(/kom i retur \d/)
      .first()
      .waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Vis i Post ut' }).first().click();
    await page
      .getByRole('button', { name: /^Send brevet til .* på nytt/ })
      .first()
      .click();
    const again = page.getByRole('dialog', { name: 'Send brevet på nytt' });
    await again.getByRole('button', { name: 'Send på nytt' }).click();
    await again.waitFor({ state: 'hidden' });
    await page
      .getByText(/sendt på nytt/)
      .first()
      .waitFor();
    expect(faults).toEqual([]);
    await context.close();
  });

  it('the journal is narrowed to a case and a type; its export asks a leader with an old session who she is', async () => {
    const { page, context, faults } = await newVisitor(browser, desk.url);
    await enterAs(page, 'Henrik Aas');
    await page.goto('/journal');
    const rows = page.getByRole('table', { name: 'Journal' }).getByRole('row');
    const number = (await rows.nth(1).getByRole('link').textContent()) ?? '';
    expect(await axeFaults(page)).toEqual([]);
    await page.getByLabel('Saksnummer').fill(number);
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => new Set(await rows.getByRole('link').allTextContents()))
      .toEqual(new Set([number]));
    await page.getByRole('button', { name: 'Eksporter til arkivet' }).click();
    await desk.sql.query(`update staff_session set auth_at = now() - interval '1 day'`);
    await page.waitForTimeout(1_100);
    await page.getByRole('dialog').getByRole('button', { name: 'Last ned' }).click();
    const question = page.getByRole('dialog', { name: 'Bekreft at det er deg' });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      question.getByRole('button', { name: 'Bekreft' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^journal-.*\.xml$/);
    expect((await readFile(await download.path())).toString()).toContain('<?xml');
    expect(faults).toEqual([]);
    await context.close();
  });
});
