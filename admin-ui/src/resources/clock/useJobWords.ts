import { clock } from '../../i18n/clock.messages.ts';
import { useFormat, useT } from '../../i18n/index.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { DueRow, Job } from './clock.documents.ts';

const has = (texts: object, key: string) => Object.hasOwn(texts, key);
const { name: names, reason: reasons, wouldNow } = clock.nb;

/** Words for jobs and for why something is due; a code nobody has words for is shown as it is. */
export function useJobWords() {
  const t = useT();
  const format = useFormat();
  return {
    name: (job: string) => (has(names, job) ? t(`clock.name.${job}` as MessageKey) : job),
    reason: (code: string) => (has(reasons, code) ? t(`clock.reason.${code}` as MessageKey) : code),
    wouldNow: (job: string, count: { value: number; exact: boolean }) => {
      const known = has(wouldNow, job) ? job : 'other';
      return t(`clock.wouldNow.${known}` as MessageKey, {
        smart_count: count.value,
        n: format.count(count),
      });
    },
    every: ({ everySeconds: n }: Pick<Job, 'everySeconds'>) => {
      if (n >= 86_400) return t('clock.every.day');
      if (n >= 3_600) return t('clock.every.hours', { smart_count: Math.round(n / 3_600) });
      return n >= 60 ? t('clock.every.minutes', { n: Math.round(n / 60) }) : t('clock.every.seconds', { n });
    },
    working: ({ fromOn, toOn, workingDays }: DueRow) => {
      if (!fromOn) return '';
      const from = format.date(fromOn);
      if (!toOn) return t('clock.since', { from });
      const span = { from, to: format.date(toOn) };
      // Long spans are years of a card; short ones are counted in working days.
      return workingDays === null || workingDays > 200
        ? t('clock.span', span)
        : t('clock.counted', { smart_count: workingDays, ...span });
    },
  };
}
