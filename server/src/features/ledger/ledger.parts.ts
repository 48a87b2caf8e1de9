/** Wires the books: the page, closing, and the journal as a file. */
import type { Express } from 'express';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import { LedgerReadModel } from './ledger.readmodel.ts';
import { LedgerResolver } from './ledger.resolver.ts';
import { ledgerRoutes } from './ledger.routes.ts';
import { type LedgerParts, LedgerService } from './ledger.service.ts';

export const ledgerInstances = (parts: LedgerParts): object[] => [
  new LedgerResolver(new LedgerReadModel(parts), new LedgerService(parts)),
];

export function mountLedger(http: Express, contexts: ContextMaker, parts: LedgerParts): void {
  http.use('/files', ledgerRoutes({ contexts, service: new LedgerService(parts) }));
}
