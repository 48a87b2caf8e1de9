/** Serves the journal of a period as a file, to finance. */
import { Router } from 'express';
import type { RouteRule } from '../../platform/access/route-rules.ts';
import { isLocalDate } from '../../platform/calendar/calendar.ts';
import { handOut } from '../../platform/http/hand-out.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import { LEDGER_FORMATS, type LedgerFormat, type LedgerService } from './ledger.service.ts';

export const LEDGER_ROUTES: readonly RouteRule[] = [
  { method: 'GET', path: '/files/ledger/:id/:to/:format', rule: { resource: 'ledger', action: 'export' } },
];

const TYPES = { csv: 'text/csv; charset=utf-8', xml: 'application/xml; charset=utf-8' } as const;

export interface LedgerRoutesParts {
  readonly contexts: Pick<ContextMaker, 'make'>;
  readonly service: LedgerService;
}

/** Days are written as 20261101: the first one is the file's id. */
export function ledgerRoutes({ contexts, service }: LedgerRoutesParts): Router {
  return Router().get(
    '/ledger/:id/:to/:format',
    handOut({
      contexts,
      operation: 'exportLedger',
      find: async (db, id, params) => {
        const [from, to] = [dayOf(id), dayOf(String(params.to))];
        const format = LEDGER_FORMATS.find(one => one === params.format);
        if (!from || !to || !format || !service.mayExport(db)) return null;
        const bytes = await service.export(db, { from, to }, format);
        return { bytes, name: nameOf(from, to, format), mediaType: TYPES[format] };
      },
    }),
  );
}

function dayOf(digits: string): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(digits) ?? [];
  const on = `${year}-${month}-${day}`;
  return isLocalDate(on) ? on : null;
}

const nameOf = (from: string, to: string, format: LedgerFormat) => `regnskap-${from}-${to}.${format}`;
