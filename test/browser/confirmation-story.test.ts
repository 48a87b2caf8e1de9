/** A cleaning firm that does not confirm in January: reminded, given notice, withdrawn in a batch, and heard on appeal, on the screens of the authority and of support. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCampaignJobs } from '../../server/src/features/confirmation/open-campaigns.jobs.ts';
import { toldFirmsJobs } from '../../server/src/features/confirmation/told-firms.jobs.ts';
import { createApplication, createDecision } from '../support/application.factories.ts';
import { axeFaults, launchBrowser } from '../support/browser.ts';
import { CheckDesk, type Ordered } from '../support/check-desk.ts';
import type { Firm } from '../support/factories.ts';
import type { StaffName } from '../support/staff.ts';
import { decideOn, enterStory, signStory } from '../support/story-pages.ts';

let browser: Browser;
let checks: CheckDesk;
beforeAll(async () => {
  [browser, checks] = await Promise.all([launchBrowser(), CheckDesk.start()]);
});
afterAll(async () => {
  await browser.close();
  await checks.stop();
});

const rows = async (sql: string, values: unknown[] = []) => (await checks.desk.sql.query(sql, values)).rows;
const enter = (name: StaffName, path: string) => enterStory({ browser, checks }, name, path);

async function byTheClock(name: string): Promise<void> {
  const clock = { now: () => checks.now };
  const jobs = [...openCampaignJobs(clock), ...toldFirmsJobs({ clock, mailDomain: 'desk.example' })];
  await jobs.find(job => job.name === name)?.run(checks.system(), () => false);
}

/** Approved by a decision of ours; or, told nothing of it, taken over from the old register. */
async function cleaners(
  name: string,
  { ours }: { ours: boolean },
): Promise<{ firm: Firm; caseId: string | null }> {
  const firm = await checks.firm();
  await rows(`update organisation set name = $2, status = 'ACTIVE' where id = $1`, [firm.main, name]);
  checks.sandbox.firm(firm.mainOrgNumber).is({ name });
  await checks.approve(firm, 'CAR_CARE_APPROVAL', null);
  if (!ours) return { firm, caseId: null };
  const application = await createApplication(checks.desk, {
    code: 'CLEANING_FIRM',
    status: 'GRANTED',
    firm,
  });
  await createDecision(checks.desk, application, { decidedBy: checks.desk.staff.caseworker });
  await checks.approve(firm, 'CLEANING_APPROVAL', null);
  const told = { status: 'APPROVED_WITH_EMPLOYEES', cause: 'DECISION', applicationId: application.id };
  await rows(`select put_firm_approval($1, 'CLEANING_APPROVAL', $2, $3)`, [
    firm.main,
    JSON.stringify(told),
    checks.now,
  ]);
  return { firm, caseId: application.caseId };
}

/** The next turn of the register checks, and what support then sees of the card and the firm. */
async function supportSees(line: Ordered, card: string, ofFirm: string): Promise<void> {
  checks.minutesLater(5);
  await checks.run();
  const [{ number }] = await rows('select number from card where id = $1', [line.cardId]);
  const { page, context, faults } = await enter('agent', `/cards/${number}`);
  await page.getByText(card, { exact: true }).first().waitFor();
  await page.goto(`/firms/${line.firm.mainOrgNumber}`);
  await page.getByText(ofFirm).first().waitFor();
  expect(faults).toEqual([]);
  await context.close();
}

describe('an approved cleaning firm that does not confirm in January', () => {
  it('is reminded, given notice and withdrawn; its cards are invalid until its appeal is heard', async () => {
    const { firm, caseId } = await cleaners('Blankt Gulv', { ours: true });
    await cleaners('Blankt Gammelt', { ours: false });
    const line = await checks.order({ scheme: 'CLEANING', firm, card: true });
    await checks.run();
    if (!caseId) throw new Error('no case');
    checks.becomes('2026-12-01T09:00:00Z');
    await byTheClock('open-confirmations');
    checks.becomes('2027-01-18T09:00:00Z');
    await byTheClock('remind-confirmations');

    checks.becomes('2027-02-02T09:00:00Z');
    const first = await enter('caseworker', '/campaigns');
    await first.page.getByRole('link', { name: 'Renhold 2027' }).click();
    await expect.poll(() => first.page.getByText('Påminnet', { exact: true }).count()).toBe(2);
    for (const name of ['Gulv', 'Gammelt'])
      await first.page.getByRole('checkbox', { name: `Velg Blankt ${name}` }).check();
    await first.page.getByRole('button', { name: 'Send forhåndsvarsel' }).click();
    const notice = first.page.getByRole('dialog', { name: 'Send forhåndsvarsel' });
    await notice.getByRole('button', { name: 'Send forhåndsvarsel' }).click();
    await notice.getByText('2 sendt, 0 ikke').waitFor();
    expect(first.faults).toEqual([]);
    await first.context.close();

    checks.becomes('2027-02-17T09:00:00Z');
    const { page, context, faults } = await enter('caseworker', '/campaigns');
    await page.getByRole('link', { name: 'Renhold 2027' }).click();
    for (const name of ['Gulv', 'Gammelt'])
      await page.getByRole('checkbox', { name: `Velg Blankt ${name}` }).check();
    await page.getByRole('button', { name: 'Foreslå tilbaketrekking' }).click();
    const batch = page.getByRole('dialog', { name: 'Foreslå tilbaketrekking' });
    await batch
      .getByText('2 foreslås, 0 kan ikke. 0 bestillingslinjer stanser og 1 kort blir ugyldige')
      .waitFor();
    await batch.getByRole('group', { name: 'Begrunnelse' }).getByRole('checkbox').first().check();
    expect(await axeFaults(page)).toEqual([]);
    await batch.getByRole('button', { name: 'Foreslå tilbaketrekking' }).click();
    await batch.getByText('2 sendt, 0 ikke').waitFor();
    expect(faults).toEqual([]);
    await context.close();
    await signStory({ browser, checks }, caseId);
    await supportSees(line, 'Ugyldig', 'Virksomheten er ikke godkjent');

    const appeal = await enter('caseworker', `/cases/${caseId}`);
    await appeal.page.getByRole('button', { name: 'Registrer klage' }).click();
    await appeal.page.getByRole('button', { name: 'Registrer klagen' }).click();
    await appeal.page.getByRole('button', { name: /^Ta saken/ }).click();
    await decideOn(appeal.page, {
      verb: /Omgjøre/,
      fact: 'Årlig melding ble sendt 30. januar, til feil adresse.',
      ground: 'Virksomheten fyller vilkårene.',
    });
    await appeal.page.getByText('Sendt til godkjenning', { exact: true }).waitFor();
    expect(appeal.faults).toEqual([]);
    await appeal.context.close();
    await signStory({ browser, checks }, caseId);
    await supportSees(line, 'Gyldig', 'Godkjent med ansatte');
  });
});
