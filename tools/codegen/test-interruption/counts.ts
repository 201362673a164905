/** The number of times that `generate` is killed. */
export const KILLS = Number(process.env.INTERRUPTIONS ?? 15);

/** The number of times that several runs overlap. */
export const MEETINGS = Math.max(3, Math.ceil(KILLS / 15));

/** The longest that a test waits for a run, in milliseconds. */
export const LONGEST = 30_000;
