import { type Members, membersOf } from "../../json/members.js";
import type { Answer } from "../answer.js";
import { LINES } from "../member-names.js";

/** Whether a record has a line of a log. */
export function hasLine(record: Members): boolean {
  return LINES.some((name) => typeof record[name] === "string");
}

/** Whether an answer was found in a line of a log that a record has. */
export function isInLine({ records }: Answer): boolean {
  return records.some((line, index) => {
    const record = typeof line === "string" ? membersOf(records[index + 1]) : undefined;
    return record !== undefined && LINES.some((name) => record[name] === line);
  });
}
