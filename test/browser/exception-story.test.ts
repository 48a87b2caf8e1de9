/** Three applications for exceptions on the screens of those who work with them, until the order goes on by itself. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { osloDate } from '../../server/src/platform/calendar/calendar.ts';
import { type Application, createApplication, createDocument } from '../support/application.factories.ts';
import { launchBrowser, newVisitor } from '../support/browser.ts';
import { CheckDesk, type Ordered } from '../support/check-desk.ts';
import { tinyPdf } from '../support/decision.factories.ts';
import { syntheticNationalId } from '../support/factories.ts';
import { emailOf, type StaffName } from '../support/staff.ts';

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

async function enter(name: StaffName, path: string) {
  const visitor = await newVisitor(browser, checks.desk.url);
  const query = 'mutation SignIn($email: ShortText!) { signInDemo(email: $email) { id } }';
  const data = { query, variables: { email: emailOf(name) } };
  await visitor.page.request.post('/graphql', { headers: { 'idempotency-key': randomUUID() }, data });
  await visitor.page.goto(path);
  return visitor;
}

const rows = async (sql: string, values: unknown[] = []) => (await checks.desk.sql.query(sql, values)).rows;
const statusOf = async (caseId: string) =>
  (await rows('select status from exception_application where case_id = $1', [caseId]))[0]?.status;

/** A scan is put into the case. */
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

const take = (page: Page) => page.getByRole('button', { name: /^Ta saken/ }).click();

/** Outcome, words of one's own, and away with it. */
async function decide(
  page: Page,
  { verb, fact, ground }: { verb: RegExp; fact: string; ground: string },
): Promise<void> {
  await page.getByRole('radio', { name: verb }).click();
  await page.getByLabel('Fakta vi bygger på').fill(fact);
  await page.getByLabel('Begrunnelse med egne ord').fill(ground);
  const letter = page.getByRole('article', { name: 'Brevet' });
  await letter.getByText(fact).waitFor();
  await letter.getByText(ground).waitFor();
  await page.getByText(/Brevkontroll: (\d+) av \1 punkter/).waitFor();
  await page.getByRole('button', { name: /^(Fatt vedtak|Send til godkjenning)/ }).click();
}

/** The second signature: every paper and every part is opened first. */
async function sign({ caseId }: Pick<Application, 'caseId'>): Promise<void> {
  const { page, context, faults } = await enter('lead', `/cases/${caseId}`);
  const group = page.getByRole('group', { name: 'Jeg har lest' });
  for (const part of ['Registersvar', 'Begrunnelse', 'Brev']) {
    // It is ticked when the server has written it down.
    await group.getByLabel(part, { exact: true }).click();
    await expect.poll(() => group.getByLabel(part, { exact: true }).isChecked()).toBe(true);
  }
  const papers = await rows(
    'select count(*)::int as n from document_version v where v.case_id = $1 and not exists (select 1 from document_seen s where s.version_id = v.id and s.staff_user_id = $2)',
    [caseId, checks.desk.staff.lead],
  );
  // The first paper is open from the start; the others are opened one by one.
  for (let n = 0; n < papers[0].n; n += 1)
    await page
      .getByRole('button', { name: /ikke åpnet av deg/ })
      .first()
      .click();
  const approve = page.getByRole('button', { name: /Godkjenn/ });
  await expect.poll(() => approve.getAttribute('aria-disabled'), { timeout: 20_000 }).toBe('false');
  await approve.click();
  await expect.poll(() => statusOf(caseId)).not.toBe('FOR_APPROVAL');
  await page.getByText('Vedtak i saken').first().waitFor();
  expect(faults).toEqual([]);
  await context.close();
}

async function runChecks(line: Ordered, register: 'AA' | 'UDI') {
  checks.minutesLater(1);
  await checks.run();
  return [(await checks.line(line)).status, (await checks.checks(line))[register]?.outcome];
}

describe('the wife of a sole proprietor', () => {
  it('applies by post; a paper is missing, is asked for and comes; her order goes on by itself', async () => {
    const line = await checks.order({ form: 'ENK' });
    checks.sandbox.person(line.nationalId).is({ employments: [] });
    expect(await runChecks(line, 'AA')).toEqual(['PENDING', 'REJECTED']);
    const [{ order_number: number }] = await rows('select order_number from order_item where id = $1', [
      line.id,
    ]);

    const agent = await enter('agent', `/orders/${number}`);
    const { page } = agent;
    await page.getByRole('link', { name: 'Registrer søknad om unntak' }).click();
    await page.getByLabel('Hvordan kom den?').click();
    await page.getByRole('option', { name: 'Brev' }).click();
    await page.getByRole('radio', { name: 'Ektefelle av ENK-eier' }).check();
    await page.getByLabel('Fødselsnummer eller D-nummer').fill(syntheticNationalId());
    await page.getByLabel('Fornavn og mellomnavn').fill('Jon');
    await page.getByLabel('Etternavn').fill('Elvestad');
    await page.getByRole('button', { name: 'Registrer, og legg til dokumenter' }).click();
    await page.getByText('Legg til dokumentene, og overlever', { exact: false }).waitFor();
    await addPaper(page, 'Søknad');
    await page.getByRole('button', { name: 'Overlever til Arbeidstilsynet' }).click();
    const dialog = page.getByRole('dialog', { name: 'Overlever søknaden?' });
    await dialog.getByRole('button', { name: 'Overlever til Arbeidstilsynet' }).click();
    await page.getByText('Arbeidstilsynet behandler søknaden.').waitFor();
    expect(agent.faults).toEqual([]);
    await agent.context.close();

    const [{ case_id: caseId }] = await rows(
      'select case_id::text from exception_application order by id desc limit 1',
    );
    const desk = await enter('caseworker', `/cases/${caseId}`);
    await take(desk.page);
    await desk.page.getByRole('button', { name: 'Be om dokument' }).click();
    await desk.page.getByRole('button', { name: 'Send brevet, og sett på vent' }).click();
    await desk.page.getByText(/Saken våkner når noe kommer/).waitFor();
    expect(await statusOf(caseId)).toBe('AWAITING_DOCUMENTS');

    await addPaper(desk.page, 'Vigselsattest');
    await expect.poll(() => statusOf(caseId)).toBe('UNDER_REVIEW');
    await take(desk.page);
    await decide(desk.page, {
      verb: /Innvilge/,
      fact: 'Vigselsattesten viser at dere er gift.',
      ground: 'Ektefeller kan ikke meldes som ansatt i foretaket.',
    });
    await desk.page.getByText('Vedtak i saken').first().waitFor();
    expect(await statusOf(caseId)).toBe('GRANTED');
    expect(desk.faults).toEqual([]);
    await desk.context.close();

    expect(await runChecks(line, 'AA')).toEqual(['READY', 'APPROVED_BY_EXCEPTION']);
    const after = await enter('agent', `/orders/${number}`);
    await after.page
      .getByText(/unntak/i)
      .first()
      .waitFor();
    await after.context.close();
  });
});

/** An application in the caseworker's hands, about the person an order waits for. */
async function inHand(line: Ordered, given: Parameters<typeof createApplication>[1]): Promise<Application> {
  return createApplication(checks.desk, {
    ...{ personId: line.personId, firm: line.firm, contactEmail: null, receivedOn: osloDate(checks.now) },
    ...{ reservedBy: checks.desk.staff.caseworker, ...given },
  });
}

describe('somebody UDI says no about', () => {
  it('has an exception with the second signature, and not before', async () => {
    const line = await checks.order({ scheme: 'GOODS_TRANSPORT', citizenship: 'SOM' });
    checks.sandbox.person(line.nationalId).is({ workAccess: 'NO' });
    expect(await runChecks(line, 'UDI')).toEqual(['PENDING', 'REJECTED']);
    const application = await inHand(line, { code: 'UDI_CONFIRMED', evidenceEndsOn: '2027-10-31' });
    await createDocument(checks.desk, application, { kind: 'UDI_CONFIRMATION' });
    const { page, context, faults } = await enter('caseworker', `/cases/${application.caseId}`);
    await decide(page, {
      verb: /Innvilge/,
      fact: 'UDI har bekreftet tillatelsen.',
      ground: 'Retten til å arbeide er bekreftet.',
    });
    await page.getByText('Sendt til godkjenning', { exact: true }).waitFor();
    expect(await runChecks(line, 'UDI')).toEqual(['PENDING', 'REJECTED']);
    expect(faults).toEqual([]);
    await context.close();
    await sign(application);
    expect(await statusOf(application.caseId)).toBe('GRANTED');
    expect(await runChecks(line, 'UDI')).toEqual(['READY', 'APPROVED_BY_EXCEPTION']);
  });
});

describe('an unpaid owner who is refused', () => {
  it('appeals, and is heard', async () => {
    const line = await checks.order();
    checks.sandbox.person(line.nationalId).is({ employments: [] });
    await runChecks(line, 'AA');
    const application = await inHand(line, { code: 'AA_AS_OWNER_UNPAID' });
    const { page, context, faults } = await enter('caseworker', `/cases/${application.caseId}`);
    await decide(page, {
      verb: /Avslå/,
      fact: 'Papirene viser lønn fra selskapet.',
      ground: 'Den som får lønn, meldes i a-meldingen.',
    });
    await page.getByText('Sendt til godkjenning', { exact: true }).waitFor();
    await sign(application);
    expect(await statusOf(application.caseId)).toBe('REFUSED');

    await page.reload();
    await page.getByRole('button', { name: 'Registrer klage' }).click();
    await page.getByRole('button', { name: 'Registrer klagen' }).click();
    await expect.poll(() => statusOf(application.caseId)).toBe('APPEALED');
    await take(page);
    await decide(page, {
      verb: /Omgjøre/,
      fact: 'Lønnen gjaldt et annet selskap.',
      ground: 'Klagen viser at vilkåret er oppfylt.',
    });
    await page.getByText('Sendt til godkjenning', { exact: true }).waitFor();
    expect(faults).toEqual([]);
    await context.close();
    await sign(application);
    expect(await statusOf(application.caseId)).toBe('GRANTED');
    const [appeal] = await rows('select outcome, late from appeal where case_id = $1', [application.caseId]);
    expect(appeal).toEqual({ outcome: 'REVERSED', late: false });
    expect(await runChecks(line, 'AA')).toEqual(['READY', 'APPROVED_BY_EXCEPTION']);
  });
});
