export interface WireError {
  message: string;
  extensions?: {
    code?: string;
    params?: Record<string, unknown>;
    fieldErrors?: Record<string, string> | { field: string; message: string }[];
    requestId?: string;
  };
}

interface DeskErrorParts {
  code: string;
  message?: string;
  params?: Record<string, unknown>;
  fieldErrors?: Record<string, string>;
  requestId?: string | undefined;
}

/** What went wrong, once for the whole console: a code the texts are chosen by, and its parameters. */
export class DeskError extends Error {
  readonly code: string;
  readonly params: Record<string, unknown>;
  readonly fieldErrors: Record<string, string>;
  readonly requestId: string | undefined;

  constructor(parts: DeskErrorParts) {
    super(parts.message ?? parts.code);
    this.name = 'DeskError';
    this.code = parts.code;
    this.params = parts.params ?? {};
    this.fieldErrors = parts.fieldErrors ?? {};
    this.requestId = parts.requestId;
  }
}

export const networkError = () => new DeskError({ code: 'NETWORK' });

export const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';

function fieldErrorsOf(raw: NonNullable<WireError['extensions']>['fieldErrors']): Record<string, string> {
  if (!raw) return {};
  return Array.isArray(raw) ? Object.fromEntries(raw.map(({ field, message }) => [field, message])) : raw;
}

export function toDeskError({ message, extensions = {} }: WireError): DeskError {
  return new DeskError({
    code: extensions.code ?? 'INTERNAL',
    message,
    params: extensions.params ?? {},
    fieldErrors: fieldErrorsOf(extensions.fieldErrors),
    requestId: extensions.requestId,
  });
}

/** Any thrown value as a DeskError, so that screens need one way to show failures. */
export function asDeskError(error: unknown): DeskError {
  if (error instanceof DeskError) return error;
  return new DeskError({ code: 'INTERNAL', message: error instanceof Error ? error.message : String(error) });
}
