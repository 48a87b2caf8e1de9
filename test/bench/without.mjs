/** Loaded before the built server, for measuring only: WITHOUT names walls whose modules are put aside while it starts. */
import { registerHooks } from 'node:module';

const nothing = 'export const X = () => ({});';
const APART = {
  documents: {
    '/platform/graphql/document-guard.js': () => nothing.replace('X', 'documentGuard'),
    '/platform/graphql/cost-guard.js': () =>
      'export const ARRIVAL_COST = 0; export const spend = () => undefined; export const costGuard = () => ({});',
    '/platform/http/body-shape.js': () => 'export const boundedValues = (request, response, next) => next();',
  },
  readings: {
    '/platform/audit/shown.js': source =>
      `${source.replace('export async function readShown(', 'async function walledReadShown(')}
       export const readShown = (db, statements) => db.readAll(statements);`,
  },
  'one effect': {
    '/platform/graphql/replay.js': source =>
      `${source.replace('export function answerOncePerKey(', 'function walledOncePerKey(')}
       export const answerOncePerKey = schema => schema;`,
  },
};

const aside = Object.assign({}, ...(process.env.WITHOUT ?? '').split(',').map(name => APART[name] ?? {}));
const left = new Set(Object.keys(aside));

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const end = Object.keys(aside).find(suffix => url.endsWith(suffix));
    if (!end) return loaded;
    const source = String(loaded.source);
    const changed = aside[end](source);
    if (changed === source) throw new Error(`${end} has no longer what the bench puts aside`);
    left.delete(end);
    return { ...loaded, source: changed };
  },
});

// A wall that is not found would be measured as costing nothing.
setTimeout(() => {
  if (left.size === 0) return;
  console.error(`not put aside: ${[...left].join(', ')}`);
  process.exit(1);
}, 5_000).unref();
