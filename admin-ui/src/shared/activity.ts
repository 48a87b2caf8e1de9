import { useEffect, useSyncExternalStore } from 'react';
import { checkStillSignedIn, useSettings } from '../session.ts';

const QUIET_AFTER_MS = 5 * 60_000;
const LOOK_EVERY_MS = 30_000;

let lastActive = Date.now();
let there = true;
const listeners = new Set<() => void>();
const quietFor = () => Date.now() - lastActive;

function say(somebody: boolean) {
  if (there === somebody) return;
  there = somebody;
  for (const listener of listeners) listener();
}

function noteActivity() {
  lastActive = Date.now();
  say(true);
}

for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel'])
  window.addEventListener(event, noteActivity, { passive: true, capture: true });
setInterval(() => say(quietFor() < QUIET_AFTER_MS), LOOK_EVERY_MS);

/**
 * How often to ask again, or false while nobody is there: to the server a poll is use of the session, so a desk left alone
 * would otherwise never be signed out. `refetchInterval: usePolling(30_000)`.
 */
export function usePolling(milliseconds: number): number | false {
  const somebody = useSyncExternalStore(
    listener => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    () => there,
  );
  return somebody ? milliseconds : false;
}

/** After the idle time, asks once whether the session has ended, so that no case stays on the screen of an empty desk. */
export function useIdleWatch() {
  const { sessionIdleMinutes } = useSettings();
  useEffect(() => {
    let asked = false;
    const timer = setInterval(() => {
      const idle = quietFor() > (sessionIdleMinutes + 1) * 60_000;
      if (idle && !asked) void checkStillSignedIn().catch(() => undefined);
      asked = idle;
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [sessionIdleMinutes]);
}
