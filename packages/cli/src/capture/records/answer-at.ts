import { type Members, membersOf, valueAt } from "../../json/members.js";
import type { Answer } from "../answer.js";
import { toAnswer } from "../bodies/read-body.js";
import { statusOf } from "../requests/status-of.js";

/** Returns the answer whose body stands at a path, such as `response.body`; `.` is the record. */
export function answerAt(record: Members, path: string): Answer | undefined {
  const value = valueAt(record, path);
  const response = membersOf(valueAt(record, path.replace(/\.?[^.]*$/, "") || "."));
  return toAnswer(value, statusOf(record, response), record);
}
