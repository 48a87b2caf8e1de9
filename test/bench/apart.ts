/** A copy of the built server with some walls put aside, for measuring only: the desk itself has no switch for that. */
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const server = fileURLToPath(new URL('../../server', import.meta.url));

type Change = (source: string) => string;

const documentGuard = 'export const documentGuard = () => ({});';
const costGuard =
  'export const ARRIVAL_COST = 0; export const spend = () => undefined; export const costGuard = () => ({});';
const boundedValues = 'export const boundedValues = (request, response, next) => next();';

/** Per wall the modules that make it up, and what stands in their place. */
const ASIDE = {
  documents: {
    'platform/graphql/document-guard.js': () => documentGuard,
    'platform/graphql/cost-guard.js': () => costGuard,
    'platform/http/body-shape.js': () => boundedValues,
  },
  readings: {
    'platform/audit/shown.js': source =>
      `${source.replace('export async function readShown(', 'async function walledReadShown(')}
       export const readShown = (db, statements) => db.readAll(statements);`,
  },
  oneEffect: {
    'platform/graphql/replay.js': source =>
      `${source.replace('export function answerOncePerKey(', 'function walledOncePerKey(')}
       export const answerOncePerKey = schema => schema;`,
  },
} as const satisfies Record<string, Record<string, Change>>;

export type Aside = keyof typeof ASIDE;

async function change(file: string, how: Change): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = how(before);
  // A wall that is no longer where it was would be measured as costing nothing.
  if (after.length === before.length) throw new Error(`${file} has nothing to put aside`);
  await writeFile(file, after);
}

/** @returns the copy's main file, and how to take the copy away */
export async function copyWithout(walls: readonly Aside[]) {
  const folder = await mkdtemp(join(tmpdir(), 'hms-kort-desk-apart-'));
  const copy = join(folder, 'server');
  await cp(join(server, 'dist'), join(copy, 'dist'), { recursive: true });
  await cp(join(server, 'package.json'), join(copy, 'package.json'));
  await symlink(join(server, 'node_modules'), join(copy, 'node_modules'));
  for (const wall of walls) {
    for (const [file, how] of Object.entries(ASIDE[wall]))
      await change(join(copy, 'dist/server/src', file), how);
  }
  return {
    main: join(copy, 'dist/server/src/main.js'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
