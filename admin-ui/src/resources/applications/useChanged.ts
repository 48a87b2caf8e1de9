import { useQueryClient } from '@tanstack/react-query';
import { useApplicationDesk } from './ApplicationContext.tsx';

/** What a write to the case changes beside it. */
export function useChanged() {
  const client = useQueryClient();
  const { detail } = useApplicationDesk();
  return () => {
    for (const key of ['application', 'decision-proposal', 'case', 'case-documents'])
      void client.invalidateQueries({ queryKey: [key, detail.id] });
  };
}
