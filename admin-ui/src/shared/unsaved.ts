import { useEffect, useId, useSyncExternalStore } from 'react';

const dirty = new Set<string>();
const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

window.addEventListener('beforeunload', event => {
  if (dirty.size > 0) event.preventDefault();
});

/** Says that this screen holds something that is not saved yet; the new-version notice and the tab wait for it. */
export function useUnsaved(isDirty: boolean) {
  const id = useId();
  useEffect(() => {
    if (!isDirty) return;
    dirty.add(id);
    tell();
    return () => {
      dirty.delete(id);
      tell();
    };
  }, [id, isDirty]);
}

/** Whether any screen holds something unsaved. */
export function useAnythingUnsaved() {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => dirty.size > 0,
  );
}
