/** Builds the order page, the order list, and what staff write about an order. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { CancelItemService } from './cancel-item.service.ts';
import { ExplanationReadModel } from './explanation.readmodel.ts';
import { ExplanationService } from './explanation.service.ts';
import { OrderListReadModel } from './order-list.readmodel.ts';
import { OrderNoteService } from './order-note.service.ts';
import { OrderPageReadModel } from './order-page.readmodel.ts';
import { OrderReadResolver } from './order-read.resolver.ts';
import { OrderWriteResolver } from './order-write.resolver.ts';

export interface OrderFeatureParts {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'ISSUER_NAME' | 'MAIL_FROM' | 'MAIL_UNDO_SECONDS'>;
}

export function orderPageInstances({ access, clock, config }: OrderFeatureParts): object[] {
  const parts = { access, clock };
  const mailDomain = config.MAIL_FROM.split('@')[1] ?? 'localhost';
  const sending = { ...parts, mailDomain, undoSeconds: config.MAIL_UNDO_SECONDS };
  return [
    new OrderReadResolver({ list: new OrderListReadModel(parts), page: new OrderPageReadModel(parts) }),
    new OrderWriteResolver({
      notes: new OrderNoteService(parts),
      explanations: new ExplanationService(sending),
      previews: new ExplanationReadModel({ access, issuerName: config.ISSUER_NAME }),
      cancelling: new CancelItemService(sending),
    }),
  ];
}
