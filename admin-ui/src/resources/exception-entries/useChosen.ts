import { useState } from 'react';

/** Rows of a list that are chosen, on whichever of its pages they stand. */
export function useChosen() {
  const [ids, setIds] = useState<readonly string[]>([]);
  const set = (changed: readonly string[], chosen: boolean) =>
    setIds(current => [...current.filter(id => !changed.includes(id)), ...(chosen ? changed : [])]);
  return { ids, has: (id: string) => ids.includes(id), set, clear: () => setIds([]) };
}

export type Chosen = ReturnType<typeof useChosen>;
