import { createContext, Script } from "node:vm";

const script = new Script("work()");
/** One for all runs: making one takes milliseconds. */
const context: { work?: (() => void) | undefined } = createContext({});

/**
 * Returns what a function returns, or undefined if it does not end within some milliseconds: then
 * it is ended, even within a regular expression.
 */
export function runWithin<Result>(
  milliseconds: number,
  work: () => Result,
): { readonly result: Result } | undefined {
  let done: { readonly result: Result } | undefined;
  context.work = () => {
    done = { result: work() };
  };
  try {
    script.runInContext(context, { timeout: milliseconds });
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
  } finally {
    context.work = undefined;
  }
  return done;
}
