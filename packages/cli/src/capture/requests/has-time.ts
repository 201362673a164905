import { firstOf, type Members, membersOf } from "../../json/members.js";
import { TIMES } from "../member-names.js";

/** Matches a date, the name of a month before a time of the day, or a number since 1970. */
const TIME = /\d{4}[-/]\d\d[-/]\d\d|[A-Z][a-z]{2}\b.{1,20}\d:\d\d|^[[(]?\d{9,19}\b/;

/** Whether a text names a time: `parseTime` says which. */
export function isTime(text: string): boolean {
  return TIME.test(text);
}

/** Whether a record has a time: `timeOf` says which. */
export function hasTime(record: Members): boolean {
  return TIMES.some((name) => isTimeValue(firstOf(record, [name])));
}

function isTimeValue(value: unknown): boolean {
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof only === "string") return isTime(only);
  const { timestamp, epochSecond = timestamp } = membersOf(only) ?? {};
  const seconds = epochSecond ?? only;
  // The `time` of a HAR is how long a request took.
  return typeof seconds === "number" && seconds > 1e8;
}

/** Returns what a record says of its time, without the rest of it. */
export function timesOf(record: Members): Members {
  return Object.fromEntries(Object.entries(record).filter(([name]) => TIMES.includes(name)));
}
