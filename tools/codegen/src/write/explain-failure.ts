/**
 * Adds to an error of the system which file it is about, which the message about a full disk does
 * not say, and the state that it leaves. Explains an error once, and leaves others as they are.
 */
export function explainFailure(error: unknown, what: string, state: string): unknown {
  if (!(error instanceof Error && "syscall" in error) || explained.has(error)) return error;
  explained.add(error);
  error.message = `${what}: ${error.message}; ${state}`;
  return error;
}

const explained = new WeakSet<Error>();
