/** The signals by which people and machines end a process. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Does what must not stop halfway. A signal that comes meanwhile ends the process afterwards. */
export function holdSignals<Result>(action: () => Result): Result {
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals) => {
    release();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, end);
  try {
    return action();
  } finally {
    // Node delivers a signal when its event loop has come round.
    setImmediate(() => setImmediate(release));
  }
}
