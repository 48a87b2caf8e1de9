import { useMutation, useQueryClient } from '@tanstack/react-query';
import { announce } from './announce.ts';

interface After<Result> {
  /** What is said aloud when it is done. */
  said: string | ((result: Result) => string);
  /** First words of the query keys that are asked for anew. */
  keys: readonly string[];
  onDone?: ((result: Result) => void) | undefined;
}

/** One write: said aloud when it is done, and what it changed asked for anew. */
export function useWrite<Input, Result>(
  write: (input: Input) => Promise<Result>,
  { said, keys, onDone }: After<Result>,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: write,
    onSuccess: result => {
      announce(typeof said === 'string' ? said : said(result));
      onDone?.(result);
      return Promise.all(keys.map(key => client.invalidateQueries({ queryKey: [key] })));
    },
  });
}
