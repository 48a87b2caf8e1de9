import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pairIsShown, pickReason } from '../support/bench-page.ts';
import { enterAs, launchBrowser, newVisitor, settled } from '../support/browser.ts';
import { productionAt } from '../support/card-production.ts';
import { startDemo } from '../support/desk.ts';
import { runJob } from '../support/orders.ts';
import { photograph, SOUND, soundnessOf } from '../support/soundness.ts';

let browser: Browser;
let desk: Awaited<ReturnType<typeof startDemo>>;

beforeAll(async () => {
  [browser, desk] = await Promise.all([launchBrowser(), startDemo()]);
});
afterAll(async () => {
  await browser.close();
  await desk.stop();
});

interface Screen {
  name: string;
  /** Nobody: the page is open to all. */
  who?: string;
  open: (page: Page) => Promise<void>;
  /** Taken at 1024 × 768 too. */
  narrow?: boolean;
}

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

const goTo = (address: string, title: string | RegExp) => async (page: Page) => {
  await page.goto(address);
  await heading(page, title);
};

async function idOf(sql: string): Promise<string> {
  const { rows } = await desk.sql.query<{ id: string }>(sql);
  return rows[0]?.id ?? '';
}

const SECOND_ATTEMPT = `select c.id from desk_case c join image_submission s on s.case_id = c.id
  where c.status = 'OPEN' and c.reserved_until is null and s.attempt = 2 and s.status = 'AWAITING_REVIEW' order by c.id limit 1`;
const REJECTED_ONCE = `select c.id from desk_case c join image_submission s on s.case_id = c.id
  where c.status = 'AWAITING_UPLOAD' and s.status = 'REJECTED' order by c.id desc limit 1`;

const STALLED = `select i.order_number || '?line=' || i.line as id from order_item i join register_check k on k.order_item_id = i.id
  where i.organisation_id = 1 and i.status = 'PENDING' and k.register = 'AA' and k.outcome = 'REJECTED' and i.cancel_on is not null
  order by i.id desc limit 1`;

/** A second attempt with one reason picked, as in the reference. */
async function openBench(page: Page): Promise<void> {
  await page.goto(`/bench/${await idOf(SECOND_ATTEMPT)}`);
  const take = page.getByRole('button', { name: 'Ta saken' });
  await take.or(page.getByRole('button', { name: /Hopp over/ })).waitFor();
  if (await take.isVisible()) await take.click();
  await page.getByRole('button', { name: /Hopp over/ }).waitFor();
  await pairIsShown(page);
  if ((await page.locator('[role="checkbox"][aria-checked="true"]').count()) === 0) await pickReason(page, 1);
}

async function openQueue(page: Page): Promise<void> {
  await goTo('/queues/image-review', 'Bildekontroll')(page);
  await page.getByRole('row').nth(1).waitFor();
}

async function openLetter(page: Page): Promise<void> {
  await goTo('/outbox?view=all', 'E-post ut')(page);
  await page.getByRole('row').nth(1).getByRole('link').first().click();
  await page.getByRole('dialog').getByRole('document').waitFor();
}

async function openFailure(page: Page): Promise<void> {
  await page.goto('/');
  await heading(page, 'Min dag');
  await settled(page);
  await page.route('**/graphql', route => route.abort());
  await page
    .getByRole('link', { name: /Henvendelser/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Prøv igjen' }).waitFor({ timeout: 20_000 });
}

/** With a few runs, as after a day. */
const openClock = (address: string, title: string) => async (page: Page) => {
  await desk.sql.query(
    `insert into job_run (job, server, started_at, begun_at, ended_at, runs, touched, error)
     select j, 'desk-1:4', now() - n * interval '7 minutes', now() - n * interval '5 minutes', now() - n * interval '5 minutes', 1 + n % 3, (n % 2) * 14,
       case when j = 'mail-audit-head' and n = 1 then 'Error ECONNREFUSED' end
     from unnest(array['auto-cancel', 'expire-cards', 'send-mail', 'retention', 'mail-audit-head']) j, generate_series(9, 1, -1) n
     where not exists (select 1 from job_run)`,
  );
  await goTo(address, title)(page);
  await page.getByRole('row').nth(2).waitFor();
};

/** The demo's ready cards handed over, as the clock would have. */
async function openProduction(page: Page): Promise<void> {
  await runJob(desk, productionAt(desk, new Date()), 'production-hand-over');
  await goTo('/production', 'Produksjon')(page);
}

const SCREENS: readonly Screen[] = [
  { name: 'innlogging', open: goTo('/', 'Logg inn') },
  { name: 'min-dag', who: 'Ingrid Solheim', open: goTo('/', 'Min dag') },
  { name: 'koe', who: 'Ingrid Solheim', open: openQueue },
  { name: 'mine-saker', who: 'Ingrid Solheim', open: goTo('/my-cases', 'Mine saker') },
  { name: 'paa-vent', who: 'Ingrid Solheim', open: goTo('/on-hold', 'På vent') },
  { name: 'bildebenk', who: 'Ingrid Solheim', open: openBench },
  {
    name: 'sak',
    who: 'Ingrid Solheim',
    narrow: true,
    open: async page => goTo(`/cases/${await idOf(REJECTED_ONCE)}`, /^20\d\d\/\d+/)(page),
  },
  {
    name: 'stansede-bestillinger',
    who: 'Ingrid Solheim',
    narrow: true,
    open: async page => {
      await goTo('/orders', 'Stansede bestillinger')(page);
      await page.getByRole('row').nth(1).waitFor();
    },
  },
  {
    name: 'bestilling',
    who: 'Ingrid Solheim',
    narrow: true,
    open: async page => {
      await goTo(`/orders/${await idOf(STALLED)}`, /^Bestilling \d{7}/)(page);
      await page
        .getByText(/Bestillingen avbestilles automatisk/)
        .first()
        .waitFor();
    },
  },
  { name: 'utgaaende-post', who: 'Ingrid Solheim', open: goTo('/outbox?view=all', 'E-post ut') },
  { name: 'brev', who: 'Ingrid Solheim', open: openLetter },
  { name: 'revisjonslogg', who: 'Sindre Vik', open: goTo('/audit', 'Revisjonslogg') },
  {
    name: 'ukentlig-gjennomgang',
    who: 'Stine Krog',
    narrow: true,
    open: async page => {
      await goTo('/access-review', 'Ukentlig gjennomgang')(page);
      await page
        .getByRole('button', { name: /Vis radene/ })
        .first()
        .click();
    },
  },
  {
    name: 'svar-til-innbygger',
    who: 'Sindre Vik',
    narrow: true,
    open: goTo('/access-answer', 'Svar til innbygger'),
  },
  { name: 'brukere', who: 'Astrid Jakobsen', open: goTo('/staff', 'Brukere') },
  {
    name: 'bruker',
    who: 'Astrid Jakobsen',
    open: async page =>
      goTo(`/staff/${await idOf("select id from staff_user where name = 'Jonas Berg'")}`, 'Jonas Berg')(page),
  },
  {
    name: 'kortplikt',
    who: 'Ingrid Solheim',
    narrow: true,
    open: async page => {
      await goTo('/transport-duty', 'Trenger arbeideren kort?')(page);
      await page.getByRole('heading', { name: 'Ja, arbeideren trenger kort' }).waitFor();
    },
  },
  { name: 'regler', who: 'Astrid Jakobsen', narrow: true, open: goTo('/rules', 'Regler') },
  {
    name: 'regel',
    who: 'Astrid Jakobsen',
    narrow: true,
    open: goTo('/rules/CARD_PRICE_ORE', 'Pris per kort, uten mva.'),
  },
  {
    name: 'regel-forslag',
    who: 'Astrid Jakobsen',
    open: async page => {
      await goTo('/rules/UPLOAD_LINK_HOURS', 'Opplastingslenken varer')(page);
      await page.getByRole('button', { name: 'Foreslå endring' }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'unntakskatalog',
    who: 'Henrik Aas',
    narrow: true,
    open: goTo('/catalogue', 'Unntakskatalogen'),
  },
  {
    name: 'unntak-forslag',
    who: 'Henrik Aas',
    narrow: true,
    open: async page => {
      await goTo('/catalogue/VAT_UNDER_50K_NEW', 'Ny, under grensen')(page);
      await page.getByRole('button', { name: 'Foreslå endring' }).click();
      await page.getByRole('dialog', { name: /Foreslå endring/ }).waitFor();
    },
  },
  {
    name: 'unntak-som-vanlig',
    who: 'Gunhild Moen',
    narrow: true,
    open: async page => {
      await goTo('/catalogue/USUAL_PUBLIC', 'Stat, fylke og kommune')(page);
      await page.getByRole('button', { name: /Prøvekjør/ }).click();
      await page.getByText(/åpne linjer flytter/).waitFor();
    },
  },
  {
    name: 'unntak-tekst',
    who: 'Henrik Aas',
    narrow: true,
    open: goTo('/catalogue/texts/GROUND/ONLY_THIS_FIRM', 'Gjelder bare denne virksomheten'),
  },
  {
    name: 'unntak-hjemmel-forslag',
    who: 'Henrik Aas',
    narrow: true,
    open: async page => {
      await goTo('/catalogue/texts', 'Begrunnelser og hjemler')(page);
      await page.getByRole('link', { name: 'fvl. §§ 23–25' }).click();
      await page.getByRole('button', { name: 'Foreslå endring' }).click();
      await page.getByRole('dialog', { name: /Foreslå endring/ }).waitFor();
    },
  },
  { name: 'klokken', who: 'Astrid Jakobsen', narrow: true, open: openClock('/clock', 'Klokken') },
  {
    name: 'klokken-jobb',
    who: 'Astrid Jakobsen',
    narrow: true,
    open: openClock('/clock/auto-cancel?on=2027-01-15', 'Avbestille det som har ventet for lenge'),
  },
  { name: 'produksjon', who: 'Stine Krog', narrow: true, open: openProduction },
  {
    name: 'tilstand-tom',
    who: 'Ingrid Solheim',
    open: async page => {
      await goTo('/queues/image-review?text=finnesikke', 'Bildekontroll')(page);
      await page.getByText('Ingen saker passer filteret').waitFor();
    },
  },
  { name: 'tilstand-feil', who: 'Ingrid Solheim', open: openFailure },
  { name: 'tilstand-ingen-tilgang', who: 'Mona Haugland', open: goTo('/staff', 'Ingen tilgang') },
  {
    name: 'tilstand-hopp-over',
    who: 'Ingrid Solheim',
    open: async page => {
      await openBench(page);
      await page.keyboard.press('h');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'tilstand-hurtigtaster',
    who: 'Ingrid Solheim',
    open: async page => {
      await goTo('/', 'Min dag')(page);
      await settled(page);
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Hurtigtaster' }).waitFor();
    },
  },
];

const SCHEMES = [
  { colorScheme: 'light', word: 'lys' },
  { colorScheme: 'dark', word: 'mork' },
] as const;

/** Light, then dark: the page follows the system. */
async function bothSchemes(page: Page, name: string, widths: readonly number[]): Promise<void> {
  const { width, height } = page.viewportSize() ?? {};
  for (const { colorScheme, word } of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    // The page takes up the scheme a frame later, and then fades.
    await page.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await settled(page);
    const picture = await photograph(page, `${name}-${width}-${word}`);
    expect(picture).toMatchObject({ width, height, blank: false });
    const soundness = await soundnessOf(page, colorScheme === 'light' ? widths : []);
    expect({ colorScheme, ...soundness }).toEqual({ colorScheme, ...SOUND });
  }
}

describe('every screen, in light and dark', () => {
  it.each(SCREENS)('$name is sound at 1440 and 1024', async ({ name, who, open, narrow }) => {
    const { page, context, faults } = await newVisitor(browser, desk.url);
    if (who) await enterAs(page, who);
    await open(page);
    await bothSchemes(page, name, [1440, 1024]);
    if (narrow) {
      await page.setViewportSize({ width: 1024, height: 768 });
      await page.emulateMedia({ colorScheme: 'light' });
      await open(page);
      expect((await photograph(page, `${name}-1024-lys`)).blank).toBe(false);
    }
    expect(faults).toEqual([]);
    await context.close();
  });

  it('the upload page is sound at 390 and 360', async () => {
    const token = 'bilder'.padEnd(43, '-');
    const { rowCount } = await desk.sql.query(
      `update upload_link set token_hash = $2, used_at = null, revoked_at = null, created_at = now(), expires_at = now() + interval '5 days'
       where id = (select max(id) from upload_link where case_id = $1)`,
      [await idOf(REJECTED_ONCE), createHash('sha256').update(token).digest()],
    );
    expect(rowCount).toBe(1);
    const { page, context, faults } = await newVisitor(browser, desk.url, { width: 390, height: 844 });
    await page.goto(`/opplasting/${token}`);
    await page.getByRole('combobox').selectOption('nb');
    await heading(page, 'Last opp bilde og legitimasjon');
    await bothSchemes(page, 'opplasting', [390, 360]);
    expect(faults).toEqual([]);
    await context.close();
  });
});
