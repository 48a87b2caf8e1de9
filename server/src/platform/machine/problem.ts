/** Refusals of the machine API as problem+json (RFC 9457), in the language of the request. */
import type { Request, Response } from 'express';
import { AppError } from '../errors.ts';
import { Language } from '../language.ts';
import { isProblem, PROBLEMS, type ProblemCode } from './problem-texts.ts';

const STATUS: Readonly<Partial<Record<ProblemCode, number>>> = {
  UNAUTHENTICATED: 401,
  SCOPE_MISSING: 403,
  ORDERER_NOT_ALLOWED: 403,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  ACTION_NOT_AVAILABLE: 409,
  NO_IMAGES_WANTED: 409,
  PART_MISSING: 409,
  CONFIRMATION_NOT_ASKED: 409,
  CONFIRMATION_CLOSED: 409,
  CONFIRMATION_GIVEN: 409,
  STALE: 409,
  BODY_TOO_LARGE: 413,
  VALIDATION_FAILED: 422,
  FILE_REFUSED: 422,
  IDEMPOTENCY_MISMATCH: 422,
  RATE_LIMITED: 429,
  INTERNAL: 500,
};
const BAD_REQUEST = 400;

/** Norwegian without a form is Bokmål. */
export function languageOf(request: Request): Language {
  const asked = request.acceptsLanguages('nb', 'nn', 'en', 'no');
  return asked && asked !== 'no' ? (asked as Language) : Language.nb;
}

/** One thing in a message that is wrong. */
export interface ProblemDetail {
  /** Where, as `items[3].nationalId`. */
  readonly field: string;
  readonly code: string;
  /** In words, where the code needs them. */
  readonly text?: string;
}

/** A refusal with more to say than a code; mapped like any AppError elsewhere. */
export class Problem extends AppError {
  constructor(
    code: ProblemCode,
    readonly errors: readonly ProblemDetail[],
    readonly status?: number,
  ) {
    super(code);
  }
}

function detailsOf(error: AppError): readonly ProblemDetail[] | undefined {
  if (error instanceof Problem) return error.errors;
  return error.fieldErrors && Object.entries(error.fieldErrors).map(([field, code]) => ({ field, code }));
}

interface Refusal {
  readonly code: ProblemCode;
  readonly status: number;
  readonly params?: AppError['params'];
  readonly errors?: readonly ProblemDetail[];
}

/** Anything that is no refusal is our own mistake, and says nothing about itself. */
function refusalOf(error: unknown): Refusal {
  if (!(error instanceof AppError && isProblem(error.code))) {
    const code = codeOfHttp(error);
    return { code, status: STATUS[code] ?? BAD_REQUEST };
  }
  const { code, params } = error;
  const own = error instanceof Problem ? error.status : undefined;
  const shown = Object.keys(params).length > 0 ? { params } : {};
  return { code, status: own ?? STATUS[code] ?? BAD_REQUEST, ...shown, errors: detailsOf(error) };
}

export function answerProblem(request: Request, response: Response, error: unknown): void {
  const { code, ...refusal } = refusalOf(error);
  const language = languageOf(request);
  if (refusal.status === 401) response.setHeader('WWW-Authenticate', 'Bearer error="invalid_token"');
  if (code === 'RATE_LIMITED') response.setHeader('Retry-After', String(refusal.params?.seconds ?? 1));
  const body = { type: `urn:hms-kort:problem:${code}`, ...PROBLEMS[code][language], code, ...refusal };
  response
    .status(refusal.status)
    .type('application/problem+json')
    .setHeader('Content-Language', language)
    .send(JSON.stringify(body));
}

/** What reading the body ends with, as Express says it. */
function codeOfHttp(error: unknown): ProblemCode {
  const status = (error as { status?: number } | null)?.status ?? 500;
  if (status === 413) return 'BODY_TOO_LARGE';
  return status < 500 ? 'BAD_REQUEST' : 'INTERNAL';
}
