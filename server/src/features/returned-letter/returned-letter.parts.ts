/** Wires what is done with letters that came back. */
import type { Config } from '../../config.ts';
import type { Access } from '../../platform/access/access.ts';
import type { Clock } from '../../platform/clock.ts';
import { LetterReadModel } from '../letter/letter.readmodel.ts';
import { ReturnedLetterResolver } from './returned-letter.resolver.ts';
import { ReturnedLetterService } from './returned-letter.service.ts';

export interface ReturnedLetterWiring {
  readonly access: Access;
  readonly clock: Clock;
  readonly config: Pick<Config, 'MAIL_FROM' | 'MAIL_UNDO_SECONDS'>;
}

export function returnedLetterInstances({ access, clock, config }: ReturnedLetterWiring): object[] {
  const service = new ReturnedLetterService({
    ...{ access, clock, undoSeconds: config.MAIL_UNDO_SECONDS },
    mailDomain: config.MAIL_FROM.split('@')[1] ?? 'localhost',
  });
  return [new ReturnedLetterResolver(service, new LetterReadModel({ access, clock }))];
}
