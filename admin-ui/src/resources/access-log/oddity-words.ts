import { useFormat, useT } from '../../i18n/index.ts';
import type { Queue } from '../../shared/queues.ts';
import type { Oddity } from './access-log.documents.ts';

/** From here on the rules say "look at this first"; below it the reader had work in the case. */
export const GRAVE = 40;

const isQueue = (queue: string | null): queue is Queue =>
  queue === 'IMAGE_REVIEW' || queue === 'INQUIRY' || queue === 'PROTECTED';

/** What a finding says, as a whole sentence. */
export function useOddityWords() {
  const t = useT();
  const format = useFormat();
  return ({ kind, actor, count, usual, personName, day, queue }: Oddity): string =>
    t(`accessLog.says.${kind}`, {
      who: actor.name,
      // Whom the reader may not see is not named to her either.
      person: personName ?? t('accessLog.protectedPerson'),
      count: format.number(count),
      usual: format.number(Math.round(usual ?? 0)),
      day: day ? format.weekdayDate(day) : '',
      queue: isQueue(queue) ? t(`enums.queue.${queue}`) : (queue ?? ''),
    });
}
