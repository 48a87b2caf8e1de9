import { useFormat, useT } from '../../i18n/index.ts';
import type { EntryRow } from './entry.documents.ts';

/** The days of an entry in words. */
export function useEntryWords() {
  const t = useT();
  const format = useFormat();
  return {
    until: ({ toOn, endedOn, whileRole }: EntryRow) => {
      if (endedOn) return t('entries.endedOn', { day: format.date(endedOn) });
      if (toOn) return format.date(toOn);
      return whileRole ? t('entries.whileRole') : '–';
    },
    left: ({ daysLeft }: EntryRow) => {
      if (daysLeft === null || daysLeft > 60) return '';
      return daysLeft === 0 ? t('entries.lastDay') : t('entries.daysLeft', { smart_count: daysLeft });
    },
    who: ({ personName, firm }: EntryRow) => personName ?? firm.name,
  };
}
