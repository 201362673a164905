import { unpolluted } from "./unpolluted.js";

/** More than clients nest. */
const MAX_DEPTH = 8;

/** Returns what was thrown, its cause, the cause of that, and so on. */
export function causesOf(thrown: unknown): readonly object[] {
  const errors: object[] = [];
  let error = thrown;
  while (typeof error === "object" && error !== null && errors.length < MAX_DEPTH) {
    errors.push(error);
    error = unpolluted<{ readonly cause?: unknown }>(error).cause;
  }
  return errors;
}
