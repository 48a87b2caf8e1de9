import { useCallback } from 'react';
import { dayOf } from '../i18n/format.ts';
import { useFormat, useT } from '../i18n/index.ts';
import { addDays, osloToday } from './today.ts';

const DAY_STARTS = '06';

/** "i dag 08.31", "i natt 02.10", "i går 14.20", then the date: how people say when something happened. */
export function useWhen() {
  const t = useT();
  const format = useFormat();
  return useCallback(
    (instant: string) => {
      const day = dayOf(instant);
      const time = format.time(instant);
      if (day === osloToday())
        return `${t(time.slice(0, 2) < DAY_STARTS ? 'shared.tonight' : 'shared.today')} ${time}`;
      if (day === addDays(osloToday(), -1)) return `${t('shared.yesterday')} ${time}`;
      return `${format.shortDate(day)} ${time}`;
    },
    [t, format],
  );
}
