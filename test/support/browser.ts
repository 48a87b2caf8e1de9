/** A real Chromium: the one inside the npm package, or an installed Chrome where that package has none. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sparticuz from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page, type Request } from 'playwright-core';
import { consoleDocuments } from './console-documents.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const PATIENCE_MS = 15_000;
/** Only what a container needs; the package's own list would switch the browser's protections off. */
const ARGS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', '--font-render-hinting=none'];

export async function launchBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome' });
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: ARGS });
}

const listed = new Set(consoleDocuments().map(({ text }) => text));

/** Whether the page sends its document to the letter as the build has listed it. */
const isListed = (request: Request): boolean =>
  listed.has((request.postDataJSON() as { query?: string } | null)?.query ?? '');

export interface Look {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
}

/** A fresh profile, in Bokmål. Any request that leaves the desk, and any error in the page, is remembered. */
export async function newVisitor(
  browser: Browser,
  baseURL: string,
  { scheme = 'light', width = 1440, height = 900 }: Look = {},
) {
  const context: BrowserContext = await browser.newContext({
    baseURL,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    colorScheme: scheme,
    viewport: { width, height },
    bypassCSP: false,
  });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(baseURL) && !url.startsWith('blob:') && !url.startsWith('data:'))
      faults.push(`request to elsewhere: ${url}`);
    if (url.endsWith('/graphql') && !isListed(request))
      faults.push(`a document production would refuse: ${request.postData()?.slice(0, 80)}`);
  });
  page.on('pageerror', error => faults.push(`error in the page: ${error.message}`));
  page.on('console', message => {
    if (message.type() === 'error' && /Content Security Policy/i.test(message.text()))
      faults.push(message.text());
  });
  return { context, page, faults };
}

/** Signs in by one press on a demo account. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.getByRole('heading', { level: 1, name: 'Min dag' }).waitFor();
}

/** The same without walking through the sign-in page, for tests that are about another one. */
export async function enterAs(page: Page, name: string): Promise<void> {
  const answer = await page.request.post('/graphql', {
    headers: { 'idempotency-key': randomUUID() },
    data: {
      query: 'mutation SignIn($email: ShortText!) { signInDemo(email: $email) { id } }',
      variables: { email: `${name.toLowerCase().replace(' ', '.')}@demo.example` },
    },
  });
  const { errors } = (await answer.json()) as { errors?: unknown[] };
  if (errors) throw new Error(`${name} could not sign in: ${JSON.stringify(errors)}`);
}

/** Nothing more is on its way: data, pictures, fonts, movements. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(
    'Promise.all([document.fonts.ready, ...document.getAnimations().filter(a => a.effect?.getComputedTiming().endTime !== Infinity).map(a => a.finished.catch(() => undefined))]).then(() => null)',
  );
}

const POLL_MS = 20;

/** Waits until an expression is true in the page. Playwright's own `waitForFunction` is stopped by the page's policy. */
export async function until(page: Page, expression: string): Promise<void> {
  for (const end = Date.now() + PATIENCE_MS; ; await page.waitForTimeout(POLL_MS)) {
    if (await page.evaluate(expression)) return;
    if (Date.now() > end) throw new Error(`Never true in the page: ${expression}`);
  }
}

interface AxeResult {
  violations: { id: string; impact: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

/** Serious and critical faults that axe sees on the page as it stands. */
export async function axeFaults(page: Page): Promise<string[]> {
  await settled(page);
  // The engine is handed over by the test's own channel: the page's policy allows no foreign script.
  await page.evaluate(readFileSync(AXE, 'utf8'));
  const { violations } = (await page.evaluate('axe.run()')) as AxeResult;
  return violations
    .filter(v => v.impact === 'serious' || v.impact === 'critical')
    .map(
      v =>
        `${v.id}: ${v.nodes
          .slice(0, 3)
          .map(n => `${n.target.join(' ')} (${n.failureSummary.split('\n').at(-1)?.trim()})`)
          .join(' | ')}`,
    );
}
