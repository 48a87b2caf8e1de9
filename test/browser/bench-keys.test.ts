import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  caseNumber,
  nextCase,
  nextIsReady,
  pairIsShown,
  pickedReasons,
  pickReason,
  skip,
  takeNext,
} from '../support/bench-page.ts';
import { launchBrowser, newVisitor, signInAs } from '../support/browser.ts';
import { startDemo } from '../support/desk.ts';

const CASES = 25;

let browser: Browser;
let desk: Awaited<ReturnType<typeof startDemo>>;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

async function agent() {
  const visitor = await newVisitor(browser, desk.url);
  await signInAs(visitor.page, 'Ingrid Solheim');
  return visitor;
}

const reject = async (page: Page, digits: readonly number[]) => {
  for (const digit of digits) await pickReason(page, digit);
  await page.keyboard.press('a');
};

/** Approve, reject, skip, approve … so that every way out of a case is walked many times. */
async function decide(page: Page, turn: number): Promise<'APPROVED' | 'REJECTED' | 'SKIPPED'> {
  if (turn % 5 === 4) {
    await skip(page);
    return 'SKIPPED';
  }
  if (turn % 2 === 1) {
    await reject(page, turn % 3 === 0 ? [1, 4] : [5]);
    return 'REJECTED';
  }
  await page.keyboard.press('g');
  return 'APPROVED';
}

// From the moment the server has given the next case (the address changes) until both its pictures are on the screen.
const WATCH = `(() => {
  window.switches = [];
  const here = new Set();
  const create = URL.createObjectURL;
  URL.createObjectURL = blob => {
    const url = create.call(URL, blob);
    here.add(url);
    return url;
  };
  const pictures = () => [...document.querySelectorAll('figure .layer img')];
  const follow = before => {
    const began = performance.now();
    const old = new Set(pictures().map(i => i.src));
    const look = () => {
      const now = pictures();
      if (now.length < 2 || now.some(i => old.has(i.src) || !i.complete || i.naturalWidth === 0)) return requestAnimationFrame(look);
      window.switches.push({ ms: performance.now() - began, preloaded: now.every(i => before.has(i.src)) });
    };
    requestAnimationFrame(look);
  };
  const replace = history.replaceState;
  history.replaceState = function (...given) {
    const from = location.pathname;
    replace.apply(this, given);
    if (location.pathname !== from && location.pathname.startsWith('/bench/')) follow(new Set(here));
  };
})()`;

interface Switch {
  ms: number;
  preloaded: boolean;
}

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

describe('the image bench by keyboard', () => {
  it('decides 25 cases in a row without the mouse, and each next pair is there already', async () => {
    const { page, context, faults } = await agent();
    await page.evaluate(WATCH);
    let number = await takeNext(page);
    const seen = new Set([number]);
    const ways: string[] = [];
    for (let turn = 0; turn < CASES; turn += 1) {
      await nextIsReady(page);
      ways.push(await decide(page, turn));
      number = await nextCase(page, number);
      seen.add(number);
    }

    expect(seen.size).toBe(CASES + 1);
    const { rows } = await desk.sql.query<{ outcome: string; n: number }>(
      `select outcome, count(*)::int as n from image_decision d join staff_user u on u.id = d.decided_by
       where u.name = 'Ingrid Solheim' and d.decided_at > now() - interval '10 minutes' group by 1`,
    );
    const count = (way: string) => ways.filter(w => w === way).length;
    expect(Object.fromEntries(rows.map(row => [row.outcome, row.n]))).toEqual({
      APPROVED: count('APPROVED'),
      REJECTED: count('REJECTED'),
    });

    const switches = (await page.evaluate('window.switches')) as Switch[];
    expect(switches).toHaveLength(CASES);
    expect(switches.filter(one => one.preloaded)).toHaveLength(CASES);
    const times = switches.map(one => one.ms);
    console.info(
      `Next pair on the screen after ${Math.round(median(times))} ms (median of ${CASES}), ${Math.round(Math.max(...times))} ms at most`,
    );
    expect(median(times)).toBeLessThan(400);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('fires no shortcut while somebody writes a comment', async () => {
    const { page, context } = await agent();
    const number = await takeNext(page);
    await page.keyboard.press('c');
    const words = 'gahzbt 1234567890+?';
    await page.keyboard.type(words);

    const comment = page.getByRole('textbox', { name: /Kommentar til bestilleren/ });
    expect(await comment.inputValue()).toBe(words);
    expect(await pickedReasons(page).count()).toBe(0);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await caseNumber(page)).toBe(number);
    const { rows } = await desk.sql.query(
      "select d.id from image_decision d join desk_case c on c.id = d.case_id where c.number = $1 and d.decided_at > now() - interval '1 minute'",
      [number],
    );
    expect(rows).toEqual([]);

    await page.keyboard.press('Escape');
    await pickReason(page, 1);
    expect(await pickedReasons(page).count()).toBe(1);
    await context.close();
  });

  it('opens the help sheet on ?, and nothing behind it hears a key until Esc', async () => {
    const { page, context } = await agent();
    const number = await takeNext(page);
    const before = await pickedReasons(page).count();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Hurtigtaster' });
    await sheet.getByText('Godkjenn').waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('2');
    expect(await pickedReasons(page).count()).toBe(before);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    expect(await caseNumber(page)).toBe(number);
    await pairIsShown(page);
    await context.close();
  });

  it('decides nothing on a covered pair: the first press opens it', async () => {
    const { page, context } = await agent();
    const number = await takeNext(page);
    await page.keyboard.press('p');
    await page.keyboard.press('g');
    await page
      .getByText('Bildene er åpnet. Se på dem, og trykk en gang til for å avgjøre.')
      .waitFor({ state: 'attached' });
    expect(await caseNumber(page)).toBe(number);
    const standing = `select count(*)::int as n from image_decision d join desk_case c on c.id = d.case_id where c.number = $1 and d.undone_at is null and d.decided_at > now() - interval '1 minute'`;
    expect((await desk.sql.query(standing, [number])).rows).toEqual([{ n: 0 }]);
    await page.keyboard.press('g');
    await nextCase(page, number);
    expect((await desk.sql.query(standing, [number])).rows).toEqual([{ n: 1 }]);
    await context.close();
  });
});
