/** Builds the order page, the order list, and what staff write about an order. */
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { OrderListReadModel } from './order-list.readmodel.ts';
import { OrderNoteService } from './order-note.service.ts';
import { OrderPageReadModel } from './order-page.readmodel.ts';
import { OrderReadResolver } from './order-read.resolver.ts';
import { OrderWriteResolver } from './order-write.resolver.ts';

export interface OrderFeatureParts {
  readonly access: Access;
  readonly clock: Clock;
}

export function orderPageInstances(parts: OrderFeatureParts): object[] {
  return [
    new OrderReadResolver({ list: new OrderListReadModel(parts), page: new OrderPageReadModel(parts) }),
    new OrderWriteResolver({ notes: new OrderNoteService(parts) }),
  ];
}
