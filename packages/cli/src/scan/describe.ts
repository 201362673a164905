import type { Place } from "../capture/files/read-capture.js";
import { idsOf } from "../catalog/ids-of.js";
import { visible } from "../text/visible.js";
import type { Finding, Occurrence } from "./report.js";

/** Returns where something stands, as editors open it. */
export function describePlace({ file, line, entry }: Place): string {
  const at = `${file === "-" ? "standard input" : visible(file)}:${line}`;
  return entry === undefined ? at : `${at} (entry ${entry})`;
}

/** Returns when something occurred, with a comma; nothing where nobody knows. */
export function describeSpan({
  first,
  last,
}: {
  readonly first: string | null;
  readonly last: string | null;
}): string {
  if (first === null) return "";
  return first === last ? `${first}, ` : `${first} to ${last}, `;
}

/** Returns a failed request on one line: where, when, what, and its error. */
export function describeRequest(request: Occurrence): string {
  const { place, time, method, path, status, code, item } = request;
  const sent = [method, path && visible(path, 200)].filter(Boolean).join(" ");
  const error = idsOf(request).join(" ");
  const parts = [
    describePlace(place),
    time,
    sent,
    item === null ? error : `item ${item}: ${error}`,
    // A code says more than a status does.
    code === null && status !== null ? `HTTP ${status}` : null,
  ];
  return parts.filter((part) => part !== null && part !== "").join("  ");
}

/** Returns what a finding is about: a code, or the status of an answer that is not the API's. */
export function labelOf(finding: Finding): string {
  const { code, name, status } = finding;
  if (code === null) return status === null ? "without a status" : `HTTP ${status}`;
  return name === "UNRECOGNIZED" ? code : idsOf(finding).join(" ");
}
