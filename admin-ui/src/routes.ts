import { accessLogRoutes } from './resources/access-log/index.ts';
import { applicationRoutes } from './resources/applications/index.ts';
import { auditRoutes } from './resources/audit/index.ts';
import { bookRoutes } from './resources/books/index.ts';
import { campaignRoutes } from './resources/campaigns/index.ts';
import { cardRoutes } from './resources/cards/index.ts';
import { caseRoutes } from './resources/cases/index.ts';
import { catalogueRoutes } from './resources/catalogue/index.ts';
import { clockRoutes } from './resources/clock/index.ts';
import { documentRoutes } from './resources/documents/index.ts';
import { exceptionEntryRoutes } from './resources/exception-entries/index.ts';
import { firmRegisterRoutes } from './resources/firm-registers/index.ts';
import { firmRoutes } from './resources/firms/index.ts';
import { imageReviewRoutes } from './resources/image-review/index.ts';
import { inboundMailRoutes } from './resources/inbound-mail/index.ts';
import { invoiceQueryRoutes } from './resources/invoice-queries/index.ts';
import { invoiceRoutes } from './resources/invoices/index.ts';
import { journalRoutes } from './resources/journal/index.ts';
import { letterRoutes } from './resources/letters/index.ts';
import { machineRoutes } from './resources/machines/index.ts';
import { orderRoutes } from './resources/orders/index.ts';
import { outboxRoutes } from './resources/outbox/index.ts';
import { personRoutes } from './resources/persons/index.ts';
import { productionRoutes } from './resources/production/index.ts';
import { reissueRoutes } from './resources/reissues/index.ts';
import { settingRoutes } from './resources/settings/index.ts';
import { staffRoutes } from './resources/staff/index.ts';
import { tieRoutes } from './resources/ties/index.ts';
import { transportDutyRoutes } from './resources/transport-duty/index.ts';
import { vatBatchRoutes } from './resources/vat-batches/index.ts';
import { webhookRoutes } from './resources/webhooks/index.ts';
import type { DeskRoute } from './shared/routes.ts';

/** Every page behind sign-in, by resource; Min dag is the dashboard of App.tsx. */
export const routes: DeskRoute[] = [
  ...caseRoutes,
  ...imageReviewRoutes,
  ...orderRoutes,
  ...applicationRoutes,
  ...outboxRoutes,
  ...letterRoutes,
  ...journalRoutes,
  ...invoiceQueryRoutes,
  ...invoiceRoutes,
  ...bookRoutes,
  ...inboundMailRoutes,
  ...staffRoutes,
  ...auditRoutes,
  ...accessLogRoutes,
  ...settingRoutes,
  ...catalogueRoutes,
  ...clockRoutes,
  ...machineRoutes,
  ...webhookRoutes,
  ...productionRoutes,
  ...reissueRoutes,
  ...vatBatchRoutes,
  ...campaignRoutes,
  ...exceptionEntryRoutes,
  ...tieRoutes,
  ...transportDutyRoutes,
  ...cardRoutes,
  ...documentRoutes,
  ...firmRegisterRoutes,
  ...firmRoutes,
  ...personRoutes,
];
