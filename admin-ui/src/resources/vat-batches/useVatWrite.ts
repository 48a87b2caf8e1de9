import { useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from '../../shared/announce.ts';

interface After<Result> {
  /** What is said when it is done. */
  said: (result: Result) => string;
  onDone?: (result: Result) => void;
}

/** One write about batches: what the pages and the menu show is asked for anew. */
export function useVatWrite<Input, Result>(
  write: (input: Input) => Promise<Result>,
  { said, onDone }: After<Result>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: result => {
      announce(said(result));
      void client.invalidateQueries({ queryKey: ['menu-counts'] });
      void client.invalidateQueries({ queryKey: ['vat-batches'] });
      onDone?.(result);
    },
  });
}
