/**
 * A production house that works with a folder: a batch is a folder `P000123` with cards.ndjson and manifest.json, there whole or not at all;
 * their answers are files `answers/<name>.json`, moved to `taken/` with the results when the desk has dealt with them.
 */
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { REFUSAL_REASONS } from '../features/production/production.enums.ts';
import type { HouseAnswer, ProductionHouse } from './production-house.ts';

const ANSWER = /^[\w.-]{1,80}\.json$/;
const MOST_AT_ONCE = 50;
const MOST_BYTES = 1_000_000;

const shape = z.object({
  batch: z.string().regex(/^P\d{6,}$/),
  lines: z
    .array(
      z.object({
        line: z.number().int().min(1),
        outcome: z.enum(['ACKNOWLEDGED', 'REFUSED', 'SHIPPED']),
        reason: z.enum(REFUSAL_REASONS as [(typeof REFUSAL_REASONS)[number]]).nullish(),
        note: z.string().max(500).nullish(),
        shippedOn: z.iso.date().nullish(),
      }),
    )
    .max(1_000),
});

export function createFolderHouse(folder: string): ProductionHouse {
  const [answers, taken] = [join(folder, 'answers'), join(folder, 'taken')];
  return {
    async deliver({ number, cards, manifest }) {
      const place = join(folder, number);
      if (await isThere(place)) return;
      const draft = join(folder, `.${number}.tmp`);
      await rm(draft, { recursive: true, force: true });
      await mkdir(draft, { recursive: true, mode: 0o700 });
      await writeDown(join(draft, 'cards.ndjson'), cards);
      await writeDown(join(draft, 'manifest.json'), manifest);
      // Two servers may do this at once: the second finds the place taken, and the batch is there.
      await rename(draft, place).catch(async error => {
        await rm(draft, { recursive: true, force: true });
        if (!(await isThere(place))) throw error;
      });
    },

    async answers() {
      await mkdir(answers, { recursive: true, mode: 0o700 });
      const names = (await readdir(answers)).filter(name => ANSWER.test(name)).sort();
      return Promise.all(names.slice(0, MOST_AT_ONCE).map(name => readAnswer(join(answers, name))));
    },

    async taken(id, results) {
      await mkdir(taken, { recursive: true, mode: 0o700 });
      await writeDown(join(taken, `${id}.result`), Buffer.from(JSON.stringify({ results })));
      await rename(join(answers, id), join(taken, id)).catch(unlessGone);
    },
  };
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

function unlessGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

async function writeDown(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function readAnswer(path: string): Promise<HouseAnswer> {
  const unreadable = { id: basename(path), batch: '', answers: null };
  if ((await stat(path)).size > MOST_BYTES) return unreadable;
  try {
    const { batch, lines } = shape.parse(JSON.parse(await readFile(path, 'utf8')));
    return { id: basename(path), batch, answers: lines };
  } catch {
    return unreadable;
  }
}
