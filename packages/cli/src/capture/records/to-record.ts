import { type Members, membersOf } from "../../json/members.js";
import { isTime } from "../requests/has-time.js";

/**
 * Returns an element of a list as a record: the fields of a record as names and values, or a row of
 * a table that has a time. Anything else is returned as it is.
 */
export function toRecord(element: unknown): unknown {
  if (Array.isArray(element)) return fromFields(element) ?? fromRow(element) ?? element;
  const record = membersOf(element);
  return record && Object.values(record).some(Array.isArray) ? withFields(record) : element;
}

function withFields(record: Members): Members {
  const members = Object.entries(record).map(([name, value]) => [name, fromFields(value) ?? value]);
  return Object.fromEntries(members);
}

/**
 * CloudWatch lists fields as `field` and `value`, OpenTelemetry attributes as `key` and `value`.
 */
function fromFields(list: unknown): Members | undefined {
  if (!Array.isArray(list) || list.length === 0) return undefined;
  const fields = list.map((each) => {
    const { field, key = field, value } = membersOf(each) ?? {};
    return [key, value];
  });
  const isFields = fields.every(([name, value]) => typeof name === "string" && value !== undefined);
  return isFields ? Object.fromEntries(fields) : undefined;
}

/** Loki has rows of a time and a line. */
function fromRow(row: readonly unknown[]): Members | undefined {
  const texts = row.filter((cell): cell is string => typeof cell === "string");
  // A time and nothing else.
  const time = texts.find((text) => /^\d[\d TZ:.,+-]*$/.test(text) && isTime(text));
  const line = texts.filter((text) => text !== time).join(" ");
  return time === undefined || line === "" ? undefined : { time, line };
}
