import { useCallback } from 'react';
import { dayOf } from '../../i18n/format.ts';
import { useFormat } from '../../i18n/index.ts';
import { osloToday } from '../today.ts';

/** The time of day; for other days the date. */
export function useEyeWhen() {
  const format = useFormat();
  return useCallback(
    (instant: string) => {
      const day = dayOf(instant);
      return day === osloToday() ? format.time(instant) : format.shortDate(day);
    },
    [format],
  );
}
