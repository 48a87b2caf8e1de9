/** What goes wrong on the way to a register and back, in one word each. */
import type { UnavailableCause } from './answer.ts';

/** May be over in a moment. */
const PASSING = new Set<UnavailableCause>(['TIMEOUT', 'REFUSED_CONNECTION', 'CUT_CONNECTION', 'HTTP_5XX']);
/** The register as a whole is unwell, not this one question. */
const UNWELL = new Set<UnavailableCause>([...PASSING, 'RATE_LIMITED', 'GARBAGE']);

export class RegisterFault extends Error {
  override readonly name = 'RegisterFault';

  constructor(
    readonly why: UnavailableCause,
    readonly status: number | null,
    /** Whether the same question may be asked again at once. */
    readonly again = PASSING.has(why),
  ) {
    super(why);
  }

  get registerIsToBlame(): boolean {
    return UNWELL.has(this.why);
  }
}

export const garbage = (status: number) => new RegisterFault('GARBAGE', status);

const CAUSES: readonly (readonly [RegExp, UnavailableCause])[] = [
  [/^UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT$|^ETIMEDOUT$/, 'TIMEOUT'],
  [/^UND_ERR_RES_EXCEEDED_MAX_SIZE$/, 'TOO_LARGE'],
  [/^HPE_|^UND_ERR_HEADERS_OVERFLOW$|^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$/, 'GARBAGE'],
  [/^ECONNRESET$|^EPIPE$|^UND_ERR_(SOCKET|ABORTED|CLOSED|DESTROYED)$/, 'CUT_CONNECTION'],
];

/** By the code of Node's or undici's error; nobody there, an unknown name and a wrong certificate are the same to us. */
export function causeOf(error: unknown): UnavailableCause {
  const { code = '' } = error as { code?: string };
  return CAUSES.find(([known]) => known.test(code))?.[1] ?? 'REFUSED_CONNECTION';
}
