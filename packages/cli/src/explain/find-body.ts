import { OWN_BODIES, RESPONSES } from "../capture/member-names.js";
import { statusOf } from "../capture/requests/status-of.js";
import { parseResponse } from "../generated/validator.js";
import { firstOf, type Members } from "../json/members.js";
import { parseJson } from "../json/parse-json.js";
import { failuresOf, hasKnown } from "./failures-of.js";
import type { Found } from "./finding.js";

/**
 * Finds the errors of a body on its own, as the reader of logs does, which a page can thus do
 * without. What may be a record around a body, and codes that the catalog does not list, are left
 * to the reader.
 */
export function findBody(asked: string): Found | undefined {
  if (!asked.startsWith("{")) return undefined;
  const body = parseJson(asked) as Members | undefined;
  if (body === undefined || firstOf(body, [...RESPONSES, ...OWN_BODIES]) !== undefined)
    return undefined;
  const result = parseResponse(body, { httpStatus: statusOf(body) });
  if (result.kind !== "error" && result.kind !== "batch") return undefined;
  const failures = failuresOf(result);
  return hasKnown(failures) ? { way: "response", failures } : undefined;
}
