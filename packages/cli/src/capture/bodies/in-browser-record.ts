import { Buffer } from "node:buffer";
import { parseText } from "../../generated/validator.js";
import { type Members, membersOf } from "../../json/members.js";
import type { Answer, FindOptions, Skipped } from "../answer.js";
import { statusOf } from "../requests/status-of.js";
import { unansweredInBrowser } from "../requests/unanswered.js";

/** Reads the response of an entry of a HAR: its content is text or base64. Undefined for others. */
export function inBrowserRecord(
  response: Members,
  record: Members,
  { url }: FindOptions,
): Answer | Skipped | undefined {
  const content = membersOf(response.content);
  if (content === undefined) return undefined;
  // mitmproxy leaves the content of a request without an answer empty.
  if (!("mimeType" in content || "size" in content || response.status === 0)) return undefined;
  const body = textOf(content);
  const unanswered = unansweredInBrowser(response, body);
  if (unanswered !== undefined) return { result: unanswered, status: undefined, records: [record] };
  const status = statusOf(record, response);
  const isFailed = status !== undefined && status >= 400;
  // The size of what was not saved is more than 0.
  if (body === undefined && !membersOf(content.size) && Number(content.size) > 0) return "no-body";
  if (!isFailed && (body === undefined || (url === undefined && !isJson(body, content))))
    return "other";
  return { result: parseText(body ?? "", { httpStatus: status }), status, records: [record] };
}

function isJson(body: string, { mimeType }: Members): boolean {
  return (typeof mimeType === "string" && /\bjson\b/i.test(mimeType)) || /^\s*[{[]/.test(body);
}

/** Returns the text of a body that an object holds, decoded. */
export function textOf({ text, content, encoding }: Members): string | undefined {
  const stored = text ?? content;
  if (typeof stored !== "string") return undefined;
  return encoding === "base64" ? Buffer.from(stored, "base64").toString("utf8") : stored;
}
