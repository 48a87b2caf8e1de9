import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createAppeal,
  createApplication,
  createDecision,
  createEntry,
} from '../support/application.factories.ts';
import { axeFaults, launchBrowser, newVisitor, settled } from '../support/browser.ts';
import { type Desk, startDesk } from '../support/desk.ts';
import { createFirm } from '../support/factories.ts';
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

async function enter(name: StaffName) {
  const visitor = await newVisitor(browser, desk.url);
  const query = 'mutation SignIn($email: ShortText!) { signInDemo(email: $email) { id } }';
  await visitor.page.request.post('/graphql', {
    headers: { 'idempotency-key': randomUUID() },
    data: { query, variables: { email: emailOf(name) } },
  });
  return visitor;
}

/** A firm of Svalbard, outside VAT for as long as nothing changes. */
async function granted(name: string, toOn: string) {
  const firm = await createFirm(desk, { name });
  const application = await createApplication(desk, { code: 'VAT_SVALBARD', firm, status: 'GRANTED' });
  const decision = await createDecision(desk, application, { decidedBy: desk.staff.caseworker });
  await createEntry(desk, application, { decision, fromOn: '2026-01-01', toOn });
  return application;
}

const statusesOf = async (ids: string[]) =>
  (
    await desk.sql.query<{ status: string }>(
      'select status from exception_application where id = any ($1::bigint[]) order by id',
      [ids],
    )
  ).rows.map(({ status }) => status);

describe('entries that no longer hold', () => {
  it('are withdrawn together with one set of grounds, and signed one by one by somebody else', async () => {
    const two = [
      await granted('Adventdalen Bygg', '2027-06-30'),
      await granted('Adventdalen Rør', '2027-06-30'),
    ];
    await granted('Adventdalen Gamle', '2026-02-01');
    const { page, context, faults } = await enter('caseworker');
    await page.goto('/exception-entries?text=adventdalen');
    for (const name of ['Bygg', 'Rør', 'Gamle'])
      await page.getByRole('checkbox', { name: new RegExp(`^Velg Adventdalen ${name}`) }).check();
    await page.getByText('3 oppføringer valgt').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Tilbakekall …' }).click();
    await page.getByText('2 oppføringer kan tilbakekalles').waitFor();
    await page.getByRole('row', { name: /Gamle.*Gjelder ikke lenger/ }).waitFor();
    await page.getByRole('button', { name: 'Send 2 til godkjenning' }).click();
    await page.getByText('Ingenting er foreslått').waitFor();
    await page.getByLabel('Siste dag unntakene gjelder').fill('31.12.2026');
    await page.getByRole('checkbox', { name: /^Vilkåret er ikke lenger oppfylt/ }).check();
    await page.getByLabel('Fakta vi bygger på').fill('Virksomheten er flyttet til fastlandet.');
    await settled(page);
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Send 2 til godkjenning' }).click();
    await page.getByText('2 forslag venter på godkjenning').waitFor();
    expect(await page.getByRole('row', { name: /Sendt til godkjenning/ }).count()).toBe(2);
    expect(await axeFaults(page)).toEqual([]);
    expect(await statusesOf(two.map(({ id }) => id))).toEqual(['FOR_APPROVAL', 'FOR_APPROVAL']);
    expect(faults).toEqual([]);
    await context.close();

    const lead = await enter('lead');
    await lead.page.goto(`/cases/${two[0]?.caseId}`);
    await lead.page.getByText(/^[12] av 2 i samme bunke/).waitFor();
    for (const button of ['Godkjenn, og neste', 'Godkjenn']) {
      const group = lead.page.getByRole('group', { name: 'Jeg har lest' });
      for (const part of ['Registersvar', 'Begrunnelse', 'Brev']) {
        await group.getByLabel(part, { exact: true }).click();
        await expect.poll(() => group.getByLabel(part, { exact: true }).isChecked()).toBe(true);
      }
      await settled(lead.page);
      expect(await axeFaults(lead.page)).toEqual([]);
      const approve = lead.page.getByRole('button', { name: new RegExp(`^${button}`) });
      await expect.poll(() => approve.getAttribute('aria-disabled')).toBe('false');
      await approve.click();
      if (button !== 'Godkjenn, og neste') continue;
      await lead.page.waitForURL(new RegExp(`/cases/${two[1]?.caseId}$`));
      await lead.page.getByRole('heading', { level: 1, name: /Adventdalen Rør/ }).waitFor();
    }
    await lead.page.getByText('Vedtak i saken').waitFor();
    await expect.poll(() => statusesOf(two.map(({ id }) => id))).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    expect(lead.faults).toEqual([]);
    await lead.context.close();

    const auditor = await enter('auditor');
    await auditor.page.goto('/exception-entries?text=adventdalen');
    await auditor.page.getByRole('row', { name: /Adventdalen Gamle/ }).waitFor();
    expect(await auditor.page.getByRole('checkbox', { name: /^Velg / }).count()).toBe(0);
    await auditor.context.close();
  });
});

/** Refused, and appealed in time. */
async function appealed(status: 'APPEALED' | 'FORWARDED') {
  const firm = await createFirm(desk, { name: 'Longyear Klage' });
  const reservedBy = status === 'APPEALED' ? { reservedBy: desk.staff.caseworker } : {};
  const application = await createApplication(desk, { code: 'VAT_SVALBARD', firm, status, ...reservedBy });
  const given = { outcome: 'REFUSE', decidedBy: desk.staff.caseworker } as const;
  const { id: decisionId } = await createDecision(desk, application, given);
  await createAppeal(desk, application, { decisionId });
  return application;
}

describe('an appeal', () => {
  it('that is taken back lets the decision stand; what the appeals body says opens the case again', async () => {
    const mine = await appealed('APPEALED');
    const gone = await appealed('FORWARDED');
    await desk.sql.query(
      `update appeal set outcome = 'UPHELD', settled_at = now(), settled_by = $2, forwarded_at = now(), forwarded_by = $2 where case_id = $1`,
      [gone.caseId, desk.staff.caseworker],
    );
    const { page, context, faults } = await enter('caseworker');
    await page.goto(`/cases/${mine.caseId}`);
    await page.getByRole('button', { name: 'Klagen er trukket' }).click();
    const dialog = page.getByRole('dialog', { name: 'Klagen er trukket' });
    expect(await axeFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Registrer at klagen er trukket' }).click();
    await page.getByText('Klagen ble trukket.').waitFor();
    expect(await statusesOf([mine.id])).toEqual(['REFUSED']);
    // Appealed once, and settled: no button for what the server would refuse.
    expect(await page.getByRole('button', { name: 'Registrer klage' }).count()).toBe(0);

    await page.goto(`/cases/${gone.caseId}`);
    await page.getByRole('button', { name: 'Registrer svar fra klageinstansen' }).click();
    await page.getByLabel('Hva klageinstansen har avgjort').click();
    await page.getByRole('option', { name: 'Saken er sendt tilbake' }).click();
    await page.getByRole('button', { name: 'Registrer svaret' }).click();
    await page.getByText(/^Klageinstansen .*saken er sendt tilbake/).waitFor();
    expect(await statusesOf([gone.id])).toEqual(['UNDER_REVIEW']);
    expect(faults).toEqual([]);
    await context.close();

    const auditor = await enter('auditor');
    await auditor.page.goto(`/cases/${(await appealed('APPEALED')).caseId}`);
    await auditor.page.getByRole('heading', { level: 1, name: /Longyear Klage/ }).waitFor();
    expect(await auditor.page.getByRole('button', { name: 'Klagen er trukket' }).count()).toBe(0);
    await auditor.context.close();
  });
});
