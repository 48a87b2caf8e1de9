/** Wires the payments: files from the bank, and where they belong. */
import type { Express } from 'express';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ContextMaker } from '../../platform/http/request-context.ts';
import { ImportPaymentsService } from './import-payments.service.ts';
import { PaymentReadModel } from './payment.readmodel.ts';
import { PaymentResolver } from './payment.resolver.ts';
import { paymentRoutes } from './payment.routes.ts';
import { createPaymentFileReader } from './payment-file-reader.ts';
import { PlacePaymentService } from './place-payment.service.ts';

export interface PaymentWiring {
  readonly access: Access;
  readonly clock: Clock;
}

/** The process that reads starts with the first file, and ends with the server. */
export function mountPayments(http: Express, contexts: ContextMaker, parts: PaymentWiring): void {
  const imports = new ImportPaymentsService({ ...parts, reader: createPaymentFileReader() });
  http.use('/files', paymentRoutes({ contexts, imports }));
}

export const paymentInstances = (parts: PaymentWiring): object[] => [
  new PaymentResolver(new PaymentReadModel(), new PlacePaymentService(parts)),
];
