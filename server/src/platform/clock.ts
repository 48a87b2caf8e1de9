/** Where the time comes from, so that rules and jobs can be tried at any moment. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
