import { membersOf } from "./members.js";

/** The members in which records keep their time. */
const TIMES = [
  "time",
  "timestamp",
  "ts",
  "@timestamp",
  "startedDateTime",
  "datetime",
  "date",
  "asctime",
  "@t",
  "Timestamp",
  "__REALTIME_TIMESTAMP",
  "_time",
];

/**
 * Returns when something was recorded, in milliseconds since 1970: what the first of some records
 * that has a time says. Undefined where none has.
 */
export function timeOf(records: readonly unknown[]): number | undefined {
  for (const record of records) {
    const time = typeof record === "string" ? timeInText(record) : timeIn(record);
    if (time !== undefined) return time;
  }
  return undefined;
}

function timeIn(record: unknown): number | undefined {
  const members = membersOf(record);
  if (members === undefined) return undefined;
  for (const name of TIMES) {
    const value = members[name];
    // The `time` of a HAR is how long a request took.
    const time = typeof value === "number" ? fromNumber(value) : timeInValue(value);
    if (time !== undefined) return time;
  }
  return undefined;
}

function timeInValue(value: unknown): number | undefined {
  return typeof value === "string" ? parseTime(value) : undefined;
}

/**
 * Returns a text as a time, in milliseconds: a date, a date with a time of the day, or seconds,
 * milliseconds and so on since 1970. A time without a zone is taken as UTC.
 */
export function parseTime(text: string): number | undefined {
  return /^\d{9,19}(?:\.\d+)?$/.test(text) ? fromNumber(Number(text)) : timeInText(text);
}

/** Seconds, milliseconds, microseconds or nanoseconds: the size says which. */
const UNITS: readonly (readonly [limit: number, milliseconds: number])[] = [
  [1e11, 1000],
  [1e14, 1],
  [1e17, 1e-3],
  [1e20, 1e-6],
];

function fromNumber(value: number): number | undefined {
  // Less is a duration, or seconds since the program started.
  if (!(value > 1e8)) return undefined;
  const unit = UNITS.find(([limit]) => value < limit);
  return unit && value * unit[1];
}

const TIME =
  /(\d{4})[-/](\d\d)[-/](\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:[.,](\d{1,9}))?\s?(Z|[+-]\d\d:?\d\d)?)?/;

/** A line without a date may begin with the seconds since 1970. */
const EPOCH = /^[[(]?(\d{10}(?:\.\d{1,9})?|\d{13})\b/;

function timeInText(text: string): number | undefined {
  const start = text.slice(0, 400);
  const match = TIME.exec(start);
  if (match === null) {
    const epoch = EPOCH.exec(start);
    return epoch === null ? undefined : fromNumber(Number(epoch[1]));
  }
  const [, year, month, day, clock = "00:00", fraction = "", zone = "Z"] = match;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  const milliseconds = fraction.padEnd(3, "0").slice(0, 3);
  const time = Date.parse(`${year}-${month}-${day}T${seconds}.${milliseconds}${offset}`);
  return Number.isNaN(time) ? undefined : time;
}
