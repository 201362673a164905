import { delays } from "./generated/delays.js";
import type { Failure } from "./generated/types.js";

/**
 * Returns the least milliseconds that waiting means, where a source says: for the entry, or for the
 * HTTP status; the longest where the status is not known, as in a failure from problem details.
 */
export function delayOf({ name, retry, httpStatus }: Delayed): number {
  const key = String(name === "INVALID_RESPONSE" ? (httpStatus ?? "UNRECOGNIZED") : name);
  return retry === "after-delay" && Object.hasOwn(delays, key) ? (delays[key] as number) : 0;
}

/** The members of a failure that say how long to wait. */
type Delayed = Pick<Failure, "name" | "retry"> & { readonly httpStatus?: number | null };
