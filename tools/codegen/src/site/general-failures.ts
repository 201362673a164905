import type { Failure } from "./load-runtime.js";

/** The failures that no entry is about, as the validator makes them: gateways link to them too. */
export function generalFailures(): readonly Failure[] {
  const unknown = { outcome: "unknown", retry: "after-reconcile" };
  return [
    { name: "UNRECOGNIZED", ...unknown, ...{ code: "…", msg: null, candidates: [] } },
    { name: "INVALID_RESPONSE", ...unknown, ...{ httpStatus: null, issues: [] } },
    { name: "NO_RESPONSE", ...unknown },
  ];
}
