import { useEffect, useState } from 'react';

interface Countdown {
  /** Seconds left when the server answered; counted from arrival, so that a wrong clock on this machine does no harm. */
  secondsLeft: number;
  until?: string;
}

/** Counts a server-held wait down to 0, one step a second. Give it the object the server sent. */
export function useSecondsLeft(countdown: Countdown): number {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const start = performance.now();
    setPassed(0);
    const timer = setInterval(() => setPassed(Math.floor((performance.now() - start) / 1000)), 250);
    return () => clearInterval(timer);
  }, [countdown]);
  return Math.max(0, countdown.secondsLeft - passed);
}
