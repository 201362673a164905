import type { InvalidResponse } from "./generated/types.js";
import { statuses } from "./generated/wire.js";

/** Returns what an HTTP status says of a request; undefined where it says nothing. */
export function adviceOf(
  httpStatus: number,
): Pick<InvalidResponse, "outcome" | "retry"> | undefined {
  return Object.hasOwn(statuses, httpStatus) ? statuses[httpStatus] : undefined;
}
