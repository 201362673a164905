import type { ErrorDescription } from "./describe-error.js";
import type { Action } from "./load-runtime.js";

/** The summary of an error in a list, as its JSON has it. */
export interface ErrorSummary
  extends Pick<ErrorDescription, "name" | "code" | "category" | "outcome" | "retry"> {
  /** The action for a request that writes. */
  readonly next: Action;
  readonly title: string;
  readonly message: string;
}

/** Returns what a list says of an error. */
export function summarizeError(error: ErrorDescription): ErrorSummary {
  const { name, code, category, outcome, retry, next, texts } = error;
  const { title, message } = texts;
  return { name, code, category, outcome, retry, next: next.write, title, message };
}
