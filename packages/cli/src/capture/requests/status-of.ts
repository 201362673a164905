import { firstOf, type Members } from "../../json/members.js";

const STATUS = ["status", "statusCode", "status_code", "httpStatus", "http_status"];

/** Returns the HTTP status that a response or, failing that, its record names. */
export function statusOf(record: Members, response: Members = {}): number | undefined {
  return toStatus(firstOf(response, STATUS)) ?? toStatus(firstOf(record, STATUS));
}

function toStatus(value: unknown): number | undefined {
  const status = typeof value === "string" && /^\d{3}$/.test(value) ? Number(value) : value;
  return typeof status === "number" && status >= 100 && status < 600 ? status : undefined;
}

// A line of blanks must not be read once for each of them.
const STATUS_TEXT =
  /(?:HTTP(?:\/[\d.]{1,4}"?|[ _-]?(?:error|code)?)|status(?:[ _-]?code)?["']?)\s{0,3}[:=-]?\s{0,3}([1-5]\d\d)\b/i;

/** A status with its words, as servers and proxies write them, or after those of curl or OkHttp. */
const STATUS_LINE =
  /(?<![\w.-])([45]\d\d)(?:(?<=returned error: ...|protocol=[\w./]{1,8}, code=...)\b|(?:[\s:("-]{1,3}|, message=.)(?:bad (?:request|gateway)|unauthorized|payment required|forbidden|(?:method )?not (?:found|allow|accept|implement)|request[ -](?:time|entity|uri|header)|conflict|too many req|internal server|service (?:temporarily )?un|gateway time|unknown error|web server |origin |server error|connection timed))/i;

/** A status after a method and an address; the number of milliseconds is not one. */
const STATUS_OF_CALL =
  /\b(?:GET|POST|PUT|PATCH|DELETE)\b[\s,;"'\]|:]{1,4}[^\s,"']{1,500}[\s,;"':|=>→-]{1,6}([1-5]\d\d)(?![\w.%]|\s?(?:ms|s|bytes|B)\b)/;

/** Returns the HTTP status that a text names, such as a line of a log. */
export function statusInText(text: string): number | undefined {
  const start = text.slice(0, 5000);
  const match = STATUS_TEXT.exec(text) ?? STATUS_OF_CALL.exec(start) ?? STATUS_LINE.exec(start);
  return match === null ? undefined : Number(match[1]);
}
