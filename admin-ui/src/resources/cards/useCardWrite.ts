import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'react-admin';

/** A write about a card: says that it is done, and brings what stands now. */
export function useCardWrite<Input, Answer>(
  write: (input: Input) => Promise<Answer>,
  { said, onDone }: { said: (answer: Answer) => string; onDone: () => void },
) {
  const client = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: write,
    onSuccess: async answer => {
      notify(said(answer), { type: 'success' });
      onDone();
      for (const key of ['card', 'cards', 'person', 'firm', 'order', 'orders'])
        await client.invalidateQueries({ queryKey: [key] });
    },
  });
}
