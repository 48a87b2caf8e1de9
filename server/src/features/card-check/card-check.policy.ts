/** Decides who asks about a card and what the asking costs: anyone, a machine with `card.check`, a control authority with `card.control`. */
import type { Request, Response } from 'express';
import type { Db } from '../../platform/db/db.ts';
import { callerAt } from '../../platform/http/paced.ts';
import type { RateLimit } from '../../platform/http/rate-limit.ts';
import { refuse } from '../../platform/http/refuse.ts';
import type { MachineContexts } from '../../platform/machine/machine-context.ts';
import type { Viewer } from './card-check.rules.ts';

export interface EntranceParts {
  readonly contexts: Pick<MachineContexts, 'make' | 'forCheck'>;
  readonly limit: RateLimit;
}

/** A network without a token gets through a hundred numbers a minute, of the nine hundred million there are. */
const PUBLIC_COST = 6_000;
const MACHINE_COST = 600;

export interface Entered {
  readonly db: Db;
  readonly viewer: Viewer;
}

/**
 * Whoever asks, as the role that checks cards, and what this asking costs. Null when it is refused, which then has been answered.
 */
export async function enter(
  { contexts, limit }: EntranceParts,
  [request, response]: readonly [Request, Response],
  operation: string,
): Promise<Entered | null> {
  const { db } = await contexts.make(request, response, operation);
  const viewer = viewerOf(request, db);
  if (viewer === 'nobody') return said(response, 401, 'UNAUTHENTICATED');
  if (viewer === 'forbidden') return said(response, 403, 'FORBIDDEN');
  const { machine } = db.principal;
  const seconds = machine
    ? limit.take(`card check ${machine.clientId}`, MACHINE_COST)
    : limit.take(callerAt(request.ip), PUBLIC_COST);
  if (seconds > 0) {
    response.setHeader('Retry-After', String(seconds));
    refuse(response, { status: 429, code: 'RATE_LIMITED', params: { seconds } });
    return null;
  }
  return { db: contexts.forCheck(db), viewer };
}

function viewerOf(request: Request, { principal }: Db): Viewer | 'nobody' | 'forbidden' {
  if (request.headers.authorization === undefined) return 'public';
  if (principal.kind !== 'machine') return 'nobody';
  if (principal.roles.includes('card.control')) return 'control';
  return principal.roles.includes('card.check') ? 'api' : 'forbidden';
}

export function said(response: Response, status: number, code: string): null {
  refuse(response, { status, code });
  return null;
}
