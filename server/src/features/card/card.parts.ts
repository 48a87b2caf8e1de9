/** Builds the card page, the list of cards, and what staff do with a card. */
import type { Config } from '../../config.ts';
import type { Keys } from '../../platform/crypto/keys.ts';
import { BlockCardService } from './block-card.service.ts';
import { CardResolver } from './card.resolver.ts';
import { CardListReadModel } from './card-list.readmodel.ts';
import { CardPageReadModel, type CardReadParts } from './card-page.readmodel.ts';
import { CardRequestService } from './card-request.service.ts';
import { RecordCardService } from './record-card.service.ts';
import { ReissueCardService } from './reissue-card.service.ts';

export interface CardFeatureParts extends CardReadParts {
  readonly config: Config;
  readonly keys: Keys;
}

export function cardInstances({ config, keys, ...reads }: CardFeatureParts): object[] {
  const parts = { ...reads, keys, mailDomain: config.MAIL_FROM.split('@')[1] ?? 'localhost' };
  return [
    new CardResolver({
      list: new CardListReadModel(reads),
      page: new CardPageReadModel(reads),
      requests: new CardRequestService({ clock: reads.clock, blocks: new BlockCardService(parts) }),
      records: new RecordCardService(parts),
      reissues: new ReissueCardService(parts),
    }),
  ];
}
