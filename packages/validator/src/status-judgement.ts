import type { InvalidResponse } from "./generated/types.js";
import { statuses } from "./generated/wire.js";

/** What became of a request, and what has to happen before it is sent again. */
type Judgement = Pick<InvalidResponse, "outcome" | "retry">;

/** Nothing is known, so the most cautious is said. */
const UNKNOWN: Judgement = { outcome: "unknown", retry: "after-reconcile" };

/** Judges a request by the HTTP status of its answer alone. */
export function judgeByStatus(httpStatus: number | null): Judgement {
  return httpStatus !== null && Object.hasOwn(statuses, httpStatus)
    ? (statuses[httpStatus] as Judgement)
    : UNKNOWN;
}
