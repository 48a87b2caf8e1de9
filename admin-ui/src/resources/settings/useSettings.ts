import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { announce } from '../../shared/announce.ts';
import { getSettings } from './setting.provider.ts';

const KEY = 'scheme-settings';

export function useSettingsOn(day: string | null) {
  return useQuery({
    queryKey: [KEY, day],
    queryFn: ({ signal }) => getSettings(day, signal),
    placeholderData: keepPreviousData,
  });
}

/** A write to the rules, said aloud when it is done. */
export function useSettingWrite<T>(write: (input: T) => Promise<unknown>, said: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: () => {
      announce(said);
      void client.invalidateQueries({ queryKey: ['menu-counts'] });
      return client.invalidateQueries({ queryKey: [KEY] });
    },
  });
}
