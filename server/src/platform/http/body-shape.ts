/** Bounds the values that come with a document: lists, nesting and number, whatever their types turn out to be. */
import type { NextFunction, Request, Response } from 'express';
import { refuse } from './refuse.ts';

const MOST = {
  /** Items of one list. */
  items: 500,
  /** Values in all. */
  values: 5_000,
  /** Lists and objects within each other; stored JSON may have 20 of its own. */
  nesting: 25,
} as const;

type Rule = keyof typeof MOST;

/** What lies within a value; nothing within text, numbers and null. */
const within = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [];

function boundBroken(value: unknown, nesting: number): Rule | null {
  const size = within(value).length;
  if (size > 0 && nesting >= MOST.nesting) return 'nesting';
  if (Array.isArray(value) && size > MOST.items) return 'items';
  return size > MOST.values ? 'values' : null;
}

/** @returns the first bound the value breaks, or null. Walks with a stack of its own, so that no nesting can exhaust the real one. */
export function valueFault(value: unknown): Rule | null {
  const waiting: [unknown, number][] = [[value, 0]];
  let values = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [current, nesting] = next;
    values += 1;
    if (values > MOST.values) return 'values';
    const broken = boundBroken(current, nesting);
    if (broken) return broken;
    for (const one of within(current)) waiting.push([one, nesting + 1]);
  }
  return null;
}

export function boundedValues(request: Request, response: Response, next: NextFunction): void {
  const rule = valueFault((request.body as { variables?: unknown } | undefined)?.variables);
  if (rule)
    refuse(response, { status: 400, code: 'DOCUMENT_TOO_COMPLEX', params: { rule, most: MOST[rule] } });
  else next();
}
