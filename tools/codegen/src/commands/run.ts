/** Runs what a command does, reports what it throws, and keeps its exit code. */
export type Run = (action: () => Promise<number>) => Promise<void>;
