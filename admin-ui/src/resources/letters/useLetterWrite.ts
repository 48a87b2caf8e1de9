import { useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from '../../shared/announce.ts';

interface After<Result> {
  /** What is said when it is done. */
  said: (result: Result) => string;
  onDone?: (result: Result) => void;
}

/** One write about the post: its lists, the mail about a letter and the case behind it are asked for anew. */
export function useLetterWrite<Input, Result>(
  write: (input: Input) => Promise<Result>,
  { said, onDone }: After<Result>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: result => {
      announce(said(result));
      for (const key of ['letters', 'journal', 'outbox', 'case', 'menu-counts'])
        void client.invalidateQueries({ queryKey: [key] });
      onDone?.(result);
    },
  });
}
