/** Builds what caseworkers do with tips about cards. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { CaseDetailReadModel } from '../case/case-detail.readmodel.ts';
import { CardTipReadModel } from './card-tip.readmodel.ts';
import { CardTipResolver } from './card-tip.resolver.ts';
import { TipCaseService } from './tip-case.service.ts';

export interface CardTipWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'MAIL_FROM' | 'MAIL_UNDO_SECONDS' | 'RESERVATION_MINUTES' | 'production'>;
}

export function cardTipInstances({ access, clock, config }: CardTipWiring): object[] {
  const tips = new TipCaseService({
    access,
    clock,
    reservationMinutes: config.RESERVATION_MINUTES,
    numberMode: config.production ? 'production' : 'test',
    mailDomain: config.MAIL_FROM.split('@')[1] ?? 'localhost',
    undoSeconds: config.MAIL_UNDO_SECONDS,
  });
  return [
    new CardTipResolver({
      cards: new CardTipReadModel(),
      details: new CaseDetailReadModel({ access, clock }),
      tips,
    }),
  ];
}
