/** The number of times that `generate` is killed. */
export const KILLS = Number(process.env.INTERRUPTIONS ?? 15);

/** The number of times that commands that write hand-edited files are killed. */
export const EDIT_KILLS = 3 * KILLS;

/** The number of times that several runs overlap. */
export const MEETINGS = Math.max(3, Math.ceil(KILLS / 15));

/** The longest that a test waits for a run, in milliseconds. */
export const LONGEST = 30_000;
