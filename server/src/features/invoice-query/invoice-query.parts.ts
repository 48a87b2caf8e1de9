/** Builds what finance does with enquiries about invoices. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { CaseDetailReadModel } from '../case/case-detail.readmodel.ts';
import { AnswerService } from './answer.service.ts';
import { InvoiceQueryReadModel } from './invoice-query.readmodel.ts';
import { InvoiceQueryResolver } from './invoice-query.resolver.ts';
import { InvoiceQueryService } from './invoice-query.service.ts';

export interface InvoiceQueryWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'MAIL_FROM' | 'MAIL_UNDO_SECONDS' | 'RESERVATION_MINUTES' | 'production'>;
}

export function invoiceQueryInstances({ access, clock, config }: InvoiceQueryWiring): object[] {
  const parts = {
    access,
    clock,
    reservationMinutes: config.RESERVATION_MINUTES,
    numberMode: config.production ? 'production' : 'test',
    mailDomain: config.MAIL_FROM.split('@')[1] ?? 'localhost',
    undoSeconds: config.MAIL_UNDO_SECONDS,
  } as const;
  return [
    new InvoiceQueryResolver({
      queries: new InvoiceQueryReadModel({ clock }),
      service: new InvoiceQueryService(parts),
      answers: new AnswerService(parts),
      details: new CaseDetailReadModel({ access, clock }),
    }),
  ];
}
