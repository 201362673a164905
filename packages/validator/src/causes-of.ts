import { unpolluted } from "./unpolluted.js";

/** More than clients nest. */
const MAX_DEPTH = 8;

/** Returns what was thrown, its cause, the cause of that, and so on, as far as they can be read. */
export function causesOf(thrown: unknown): readonly object[] {
  const errors: object[] = [];
  let error = thrown;
  try {
    while (typeof error === "object" && error !== null && errors.length < MAX_DEPTH) {
      const { cause } = unpolluted<{ readonly cause?: unknown }>(error);
      errors.push(error);
      error = cause;
    }
  } catch {
    // The errors above it say enough.
  }
  return errors;
}
