import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairIsShown } from '../support/bench-page.ts';
import { enterAs, launchBrowser, newVisitor, settled } from '../support/browser.ts';
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

// A key that nobody translated: `cases.columns.number`. Mail addresses and web addresses have an @ or a slash beside them.
const RAW_KEY =
  /(?<![\w@/.-])(?:audit|bench|casePage|cases|enums|errors|frame|help|myDay|nationalId|outbox|ra|search|shared|signIn|staff)\.[a-zA-Z_.]+/g;

const textOf = async (page: Page): Promise<string> => {
  await settled(page);
  return page.evaluate('document.title + " " + document.body.innerText') as Promise<string>;
};

async function choose(page: Page, language: string): Promise<void> {
  await page.getByRole('button', { name: /^(Språk|Language): / }).click();
  await page.getByRole('menuitemradio', { name: language }).click();
  await page.getByRole('menu').waitFor({ state: 'detached' });
}

const LANGUAGES = [
  { language: 'Nynorsk', code: 'nn' },
  { language: 'English', code: 'en' },
  { language: 'Bokmål', code: 'nb' },
] as const;

interface Place {
  name: string;
  who: string | null;
  open: (page: Page) => Promise<void>;
  words: Record<(typeof LANGUAGES)[number]['code'], string[]>;
}

const PLACES: readonly Place[] = [
  {
    name: 'the sign-in page',
    who: null,
    open: async page => void (await page.goto('/')),
    words: {
      nb: ['Demobrukere', 'Førstelinje'],
      nn: ['Demobrukarar', 'verksemder'],
      en: ['Demo users', 'Password', 'Sign in'],
    },
  },
  {
    name: 'Min dag',
    who: 'Ingrid Solheim',
    open: async page => {
      await page.goto('/');
      await page.getByRole('heading', { level: 1 }).waitFor();
    },
    words: {
      nb: ['Oppgaver', 'Henvendelser'],
      nn: ['Oppgåver', 'Førespurnader'],
      en: ['Tasks', 'Inquiries'],
    },
  },
  {
    name: 'the queue',
    who: 'Ingrid Solheim',
    open: async page => {
      await page.goto('/queues/image-review');
      await page.getByRole('row').nth(1).waitFor();
    },
    words: { nb: ['Bildekontroll', 'Virksomhet'], nn: ['Biletkontroll', 'Verksemd'], en: ['Image review'] },
  },
  {
    name: 'the bench',
    who: 'Ingrid Solheim',
    open: async page => {
      await page.goto('/');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('t');
      await page.waitForURL(/\/bench\/\d+$/);
      await pairIsShown(page);
    },
    words: {
      nb: ['Hopp over', 'Øynene er ikke helt synlige'],
      nn: ['Hopp over', 'Portrett'],
      en: ['Skip', 'Approve', 'Eyes not fully visible'],
    },
  },
];

describe('three languages', () => {
  it.each(PLACES)(
    '$name changes to Nynorsk, English and back, and shows no raw key',
    async ({ who, open, words }) => {
      const { page, context, faults } = await newVisitor(browser, desk.url);
      if (who) await enterAs(page, who);
      await open(page);
      const texts = new Set<string>();
      for (const { language, code } of LANGUAGES) {
        await choose(page, language);
        for (const word of words[code]) await page.getByText(word).first().waitFor();
        const text = await textOf(page);
        expect(text.match(RAW_KEY) ?? []).toEqual([]);
        expect(await page.locator('html').getAttribute('lang')).toBe(code);
        texts.add(text);
      }
      expect(texts.size).toBe(LANGUAGES.length);
      expect(faults).toEqual([]);
      await context.close();
    },
  );
});
