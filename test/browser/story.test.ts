import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faceFromSeed } from '../../seeds/drawings/face.ts';
import { renderId, renderPortrait } from '../../seeds/drawings/render.ts';
import { type ImageReason } from '../../server/src/features/image-review/image-review.enums.ts';
import { reasonWording } from '../../server/src/features/image-review/reason-catalogue.ts';
import type { Language } from '../../server/src/platform/language.ts';
import {
  caseIdOf,
  nextCase,
  pairIsShown,
  pickedReasons,
  pickReason,
  takeNext,
} from '../support/bench-page.ts';
import { launchBrowser, newVisitor, signInAs } from '../support/browser.ts';
import { startDemo } from '../support/desk.ts';

const PHONE = { width: 390, height: 844 };
const COMMENT = 'Ta bildet ved et vindu, uten lampe bak deg.';

let browser: Browser;
let desk: Awaited<ReturnType<typeof startDemo>>;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

async function one<Row>(sql: string, values: unknown[]): Promise<Row> {
  const { rows } = await desk.sql.query(sql, values);
  return rows[0] as Row;
}

async function agent() {
  const visitor = await newVisitor(browser, desk.url);
  await signInAs(visitor.page, 'Ingrid Solheim');
  return visitor;
}

async function employee(link: string, language: Language) {
  const visitor = await newVisitor(browser, desk.url, PHONE);
  await visitor.page.goto(new URL(link).pathname);
  await visitor.page.getByRole('combobox').selectOption(language);
  return visitor;
}

/** The letter about a case, opened in "E-post ut". @returns its text */
async function readLetter(page: Page, number: string): Promise<string> {
  await page.getByRole('link', { name: /E-post ut/ }).click();
  await page.getByRole('heading', { level: 1, name: 'E-post ut' }).waitFor();
  await page.getByRole('row').filter({ hasText: number }).getByRole('link').first().click();
  const letter = page.getByRole('dialog').getByRole('document');
  await letter.waitFor();
  return (await letter.textContent()) ?? '';
}

const linkIn = (letter: string): string => /https?:\/\/\S+\/opplasting\/\S+/.exec(letter)?.[0] ?? '';

async function newPair() {
  const face = faceFromSeed(7);
  const id = renderId({
    kind: 'passport',
    face,
    name: { given: 'Kim', family: 'Dahl' },
    birthDate: '1991-03-14',
    documentNumber: 'P1234567',
    expiresOn: '2033-05-01',
    fault: 'none',
  });
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });
  return { photo: file('bilde.jpg', await renderPortrait(face, 'none')), id: file('pass.jpg', await id) };
}

/** What the browser made of the picture's bytes. */
const widthOf = (page: Page, name: RegExp): Promise<number> =>
  page
    .getByRole('img', { name })
    .evaluate(image => (image as unknown as { naturalWidth: number }).naturalWidth);

interface Case {
  id: string;
  number: string;
}

/** Takes the next case and rejects it for the eyes. */
async function rejectNext(page: Page): Promise<Case> {
  const number = await takeNext(page);
  const id = caseIdOf(page);
  await pickReason(page, 1);
  await page.keyboard.press('a');
  await nextCase(page, number);
  return { id, number };
}

describe('the story of one case', () => {
  it('goes from the bench to the employee and back, and the order has its images', async () => {
    const { page, faults } = await agent();

    const number = await takeNext(page);
    const caseId = caseIdOf(page);
    expect(await widthOf(page, /^Portrett av/)).toBeGreaterThan(0);
    expect(await widthOf(page, /^Legitimasjon for/)).toBeGreaterThan(0);

    await pickReason(page, 1);
    await pickReason(page, 4);
    await page.keyboard.press('c');
    await page.keyboard.type(COMMENT);
    await page.keyboard.press('Escape');
    await page.keyboard.press('a');
    await nextCase(page, number);

    const item = await one<{ id: string; language: Language; requirement: string; attempt: number }>(
      `select o.id, o.orderer_language as language, o.image_requirement as requirement,
         (select max(attempt)::int from image_submission where case_id = c.id) as attempt
       from desk_case c join order_item o on o.id = c.order_item_id where c.id = $1`,
      [caseId],
    );
    expect(item.requirement).toBe('REJECTED');

    const letter = await readLetter(page, number);
    for (const code of ['PH_EYES', 'PH_GLASSES'] as ImageReason[]) {
      const { label, remedy } = reasonWording(code, item.language);
      expect(letter).toContain(label);
      expect(letter).toContain(remedy);
    }
    expect(letter).toContain(COMMENT);
    const link = linkIn(letter);
    expect(link).toMatch(/\/opplasting\/[\w-]{43}$/);
    await page.keyboard.press('Escape');

    const phone = await employee(link, 'nb');
    await phone.page.getByRole('heading', { level: 1, name: 'Last opp bilde og legitimasjon' }).waitFor();
    const firstHeading = phone.page.getByRole('heading', { level: 2 }).first();
    expect(await firstHeading.textContent()).toBe('Rett dette, og send begge deler på nytt');
    const faultsOfLastTime = phone.page.getByRole('region', { name: /Rett dette/ });
    expect(await faultsOfLastTime.textContent()).toContain(
      reasonWording('PH_EYES' as ImageReason, 'nb').remedy,
    );
    expect(await faultsOfLastTime.textContent()).toContain(COMMENT);

    const pair = await newPair();
    await phone.page.getByLabel('Ta bilde av deg', { exact: true }).setInputFiles(pair.photo);
    await phone.page.getByRole('img', { name: 'Forhåndsvisning av bildet av deg' }).waitFor();
    await phone.page.getByLabel('Ta bilde av legitimasjonen', { exact: true }).setInputFiles(pair.id);
    await phone.page.getByRole('img', { name: 'Forhåndsvisning av legitimasjonen' }).waitFor();
    await phone.page.getByText('Bilde og legitimasjon sendes sammen.').waitFor();
    await phone.page.getByRole('button', { name: 'Send inn' }).click();
    await phone.page.getByRole('heading', { level: 1, name: 'Bilde og legitimasjon er mottatt' }).waitFor();
    await phone.context.close();

    const again = await employee(link, 'nb');
    await again.page
      .getByRole('heading', { level: 1, name: 'Bilde og legitimasjon er allerede sendt inn' })
      .waitFor();
    expect(await again.page.locator('input[type="file"]').count()).toBe(0);
    await again.context.close();

    await page.goto(`/bench/${caseId}`);
    await page.getByText(`Forsøk ${item.attempt + 1}`, { exact: true }).waitFor();
    const before = page.getByRole('region', { name: 'Forrige forsøk' });
    await before.getByText(reasonWording('PH_EYES' as ImageReason, 'nb').label).waitFor();
    await before.getByText(COMMENT).waitFor();
    // Both are fetched after the words stand there.
    await before.locator('img').nth(1).waitFor();
    expect(await before.locator('img').count()).toBe(2);
    await page.getByRole('button', { name: 'Ta saken' }).press('Enter');
    await page.getByRole('button', { name: /Godkjenn/ }).waitFor();
    await pairIsShown(page);
    await page.keyboard.press('f');
    await page.getByText('Forrige: Portrett').waitFor();
    await page.keyboard.press('f');
    await page.keyboard.press('g');
    await nextCase(page, number);

    const met = await one('select image_requirement from order_item where id = $1', [item.id]);
    expect(met).toEqual({ image_requirement: 'MET' });
    const read = await one<{ files: number; actors: string[] }>(
      `select count(distinct a.row_id)::int as files, array_agg(distinct u.name) as actors
       from audit_log a join staff_user u on u.id = a.actor_id
       where a.kind = 'READ' and a.table_name = 'stored_file' and a.case_id = $1`,
      [caseId],
    );
    expect(read.files).toBeGreaterThanOrEqual(4);
    expect(read.actors).toEqual(['Ingrid Solheim']);
    expect([...faults, ...phone.faults, ...again.faults]).toEqual([]);
  });

  it('Z takes a rejection back: the letter is cancelled, the case is open again with its reasons', async () => {
    const { page, context, faults } = await agent();
    const rejected = await rejectNext(page);
    const mail = 'select status from outbox_mail where case_id = $1 order by id desc limit 1';
    expect(await one(mail, [rejected.id])).toEqual({ status: 'QUEUED' });

    await page.keyboard.press('z');
    await page.waitForURL(`**/bench/${rejected.id}`);
    await page.getByRole('heading', { level: 1, name: rejected.number }).waitFor();
    await pairIsShown(page);

    expect(await one(mail, [rejected.id])).toEqual({ status: 'CANCELLED' });
    const reopened = await one('select status from desk_case where id = $1', [rejected.id]);
    expect(reopened).toEqual({ status: 'OPEN' });
    await page.getByRole('button', { name: 'Avvis med 1 grunn' }).waitFor();
    expect(await pickedReasons(page).count()).toBe(1);

    await page.keyboard.press('a');
    await nextCase(page, rejected.number);
    expect(await one(mail, [rejected.id])).toEqual({ status: 'QUEUED' });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('says in three languages that the time is up when the link has expired', async () => {
    const { page, context } = await agent();
    const rejected = await rejectNext(page);
    const letter = await readLetter(page, rejected.number);
    const link = linkIn(letter);
    await desk.sql.query(
      `update upload_link set created_at = now() - interval '6 days', expires_at = now() - interval '1 hour' where case_id = $1`,
      [rejected.id],
    );
    await context.close();

    const phone = await employee(link, 'nb');
    await phone.page.getByRole('heading', { level: 1, name: 'Bildene kunne ikke lastes opp' }).waitFor();
    await phone.page.getByRole('combobox').selectOption('nn');
    await phone.page.getByRole('heading', { level: 1, name: 'Bileta kunne ikkje lastast opp' }).waitFor();
    await phone.page.getByRole('combobox').selectOption('en');
    await phone.page.getByRole('heading', { level: 1, name: 'Images could not be uploaded' }).waitFor();
    expect(await phone.page.locator('input[type="file"]').count()).toBe(0);
    expect(phone.faults).toEqual([]);
    await phone.context.close();
  });
});
