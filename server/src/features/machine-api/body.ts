/** Reads a message by its schema: each fault with where it is, as a code that does not change with the library. */
import type { Request } from 'express';
import type { z } from 'zod';
import { Problem, type ProblemDetail } from '../../platform/machine/problem.ts';

const CODE_OF: Readonly<Record<string, string>> = {
  invalid_type: 'TYPE',
  too_big: 'TOO_LONG',
  too_small: 'TOO_SHORT',
  invalid_format: 'FORMAT',
  invalid_value: 'VALUE_UNKNOWN',
  unrecognized_keys: 'FIELD_UNKNOWN',
};

/** @throws Problem VALIDATION_FAILED */
export function bodyOf<S extends z.ZodType>({ body }: Request, schema: S): z.output<S> {
  const result = schema.safeParse(body ?? {});
  if (result.success) return result.data;
  throw new Problem('VALIDATION_FAILED', result.error.issues.slice(0, 100).map(detailOf));
}

function detailOf(issue: z.core.$ZodIssue): ProblemDetail {
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = [...issue.path, ...extra].reduce<string>(
    (path, part) =>
      typeof part === 'number' ? `${path}[${part}]` : `${path}${path ? '.' : ''}${String(part)}`,
    '',
  );
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return { field, code: missing ? 'REQUIRED' : (CODE_OF[issue.code] ?? 'INVALID') };
}
