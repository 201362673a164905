import { entryDelays, statusDelays } from "./generated/delays.js";
import type { Failure } from "./generated/types.js";

/**
 * Returns the least milliseconds that waiting means, where a source says: for the entry, or for the
 * HTTP status.
 */
export function delayOf(failure: Failure): number {
  if (failure.retry !== "after-delay") return 0;
  // An unrecognized error waits because of a status that it does not carry.
  if (failure.name === "UNRECOGNIZED") return Math.max(0, ...Object.values(statusDelays));
  const [delays, key] =
    failure.name === "INVALID_RESPONSE"
      ? [statusDelays, String(failure.httpStatus)]
      : [entryDelays, failure.name];
  return Object.hasOwn(delays, key) ? (delays[key] as number) : 0;
}
