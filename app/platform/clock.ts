/** Where the time comes from. Code never calls `new Date()` for "now"; it asks the clock, so a test can set it. */
export type Clock = { now(): Date };

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for tests and for looking at the town as of a day. */
export function fixedClock(at: Date | string): Clock {
  const moment = new Date(at);
  return { now: () => new Date(moment) };
}
