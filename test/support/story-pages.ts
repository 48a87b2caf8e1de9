/** What is done again and again on the screens of a story about a firm's approval. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { newVisitor } from './browser.ts';
import type { CheckDesk } from './check-desk.ts';
import { emailOf, type StaffName } from './staff.ts';

export interface Story {
  readonly browser: Browser;
  readonly checks: CheckDesk;
}

/** Signed in, with the desk's day on the wall. */
export async function enterStory({ browser, checks }: Story, name: StaffName, path: string) {
  const visitor = await newVisitor(browser, checks.desk.url);
  await visitor.page.clock.setFixedTime(checks.now);
  const query = 'mutation SignIn($email: ShortText!) { signInDemo(email: $email) { id } }';
  const data = { query, variables: { email: emailOf(name) } };
  await visitor.page.request.post('/graphql', { headers: { 'idempotency-key': randomUUID() }, data });
  await visitor.page.goto(path);
  return visitor;
}

export interface Writing {
  verb: RegExp;
  fact: string;
  ground: string;
}

export async function decideOn(page: Page, { verb, fact, ground }: Writing): Promise<void> {
  await page.getByRole('radio', { name: verb }).click();
  await page.getByLabel('Fakta vi bygger på').fill(fact);
  await page.getByLabel('Begrunnelse med egne ord').fill(ground);
  await page.getByText(/Brevkontroll: (\d+) av \1 punkter/).waitFor();
  await page.getByRole('button', { name: /^(Fatt vedtak|Send til godkjenning)/ }).click();
}

/** The second signature: every part is opened first. */
export async function signStory(story: Story, caseId: string): Promise<void> {
  const { page, context, faults } = await enterStory(story, 'lead', `/cases/${caseId}`);
  const group = page.getByRole('group', { name: 'Jeg har lest' });
  for (const part of ['Registersvar', 'Begrunnelse', 'Brev']) {
    await group.getByLabel(part, { exact: true }).click();
    await expect.poll(() => group.getByLabel(part, { exact: true }).isChecked()).toBe(true);
  }
  const approve = page.getByRole('button', { name: /^Godkjenn(, og neste)?$/ });
  await expect.poll(() => approve.getAttribute('aria-disabled'), { timeout: 20_000 }).toBe('false');
  await approve.click();
  const status = 'select status from exception_application where case_id = $1';
  const statusNow = async () => (await story.checks.desk.sql.query(status, [caseId])).rows[0]?.status;
  await expect.poll(statusNow).not.toBe('FOR_APPROVAL');
  expect(faults).toEqual([]);
  await context.close();
}
