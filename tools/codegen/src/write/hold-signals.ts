/** The signals by which people and machines end a process. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The number of actions that hold the signals. */
let holders = 0;
let received: NodeJS.Signals | undefined;

/** Does what must not stop halfway. A signal that comes meanwhile ends the process afterwards. */
export function holdSignals<Result>(action: () => Result): Result {
  if (holders === 0) for (const signal of SIGNALS) process.on(signal, remember);
  holders++;
  try {
    return action();
  } finally {
    // Node delivers a signal when its event loop has come round.
    setImmediate(() => setImmediate(release));
  }
}

function remember(signal: NodeJS.Signals): void {
  received ??= signal;
}

function release(): void {
  holders--;
  if (holders > 0) return;
  for (const signal of SIGNALS) process.off(signal, remember);
  if (received !== undefined) process.kill(process.pid, received);
  received = undefined;
}
