import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getSettings } from './setting.provider.ts';

const KEY = 'scheme-settings';
/** What a change of a rule changes. */
export const KEYS = [KEY, 'menu-counts'];

export function useSettingsOn(day: string | null) {
  return useQuery({
    queryKey: [KEY, day],
    queryFn: ({ signal }) => getSettings(day, signal),
    placeholderData: keepPreviousData,
  });
}
