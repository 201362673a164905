import { firstOf, type Members, membersOf } from "../../json/members.js";
import type { Answer, FindOptions, Skipped } from "../answer.js";
import { BODIES } from "../member-names.js";
import { statusOf } from "../requests/status-of.js";
import { inBrowserRecord, textOf } from "./in-browser-record.js";
import { asBody, toAnswer } from "./read-body.js";
import { isKnown } from "./result.js";

/** The members that tell a response from a body on its own. */
const ENVELOPE = ["status", "statusCode", "status_code", "headers", "header"];

/** Reads the response that a record has as an object: its body, or the response as the body. */
export function readResponse(
  members: Members,
  record: Members,
  options: FindOptions,
): Answer | Skipped | undefined {
  if (record.request !== undefined) {
    const found = inBrowserRecord(members, record, options);
    if (found !== undefined) return found;
  }
  const status = statusOf(record, members);
  const body = firstOf(members, BODIES);
  const found = body === undefined ? undefined : toAnswer(textIn(body) ?? body, status, record);
  if (found !== undefined && found.result.kind !== "success") return found;
  // The body of an error may have a `data` that is empty.
  const own = asBody(members, status, [record]);
  if (own !== undefined && (isKnown(own.result) || hasMessage(own.result))) return own;
  if (body !== undefined) return found;
  return isEnvelope(members) ? own : toAnswer(members, status, record);
}

/** Orders have a status too, such as `NEW`. */
function isEnvelope(members: Members): boolean {
  return ENVELOPE.some((name) => {
    const value = firstOf(members, [name]);
    return value !== undefined && !(typeof value === "string" && /^[a-z]/i.test(value));
  });
}

function hasMessage(result: Answer["result"]): boolean {
  return result.kind === "error" && result.error.msg !== null;
}

/** Some records have the text of a body in an object: `{ "text": "...", "encoding": "base64" }`. */
function textIn(body: unknown): string | undefined {
  const text = textOf(membersOf(body) ?? {});
  return text !== undefined && /^\s*[{[]/.test(text) ? text : undefined;
}
