import { membersOf } from "../../json/members.js";
import { TIMES } from "../member-names.js";

/**
 * Returns when something was recorded, in milliseconds since 1970: what the first of some records
 * that has a time says. A text that does not say its zone comes last. Undefined where none has one.
 */
export function timeOf(records: readonly unknown[]): number | undefined {
  let local: number | undefined;
  for (const record of records) {
    if (typeof record === "string") {
      const said = findTime(record);
      if (said?.hasZone) return said.time;
      local ??= said?.time;
    } else {
      const time = timeIn(record);
      if (time !== undefined) return time;
    }
  }
  return local;
}

function timeIn(record: unknown): number | undefined {
  const members = membersOf(record);
  if (members === undefined) return undefined;
  for (const name of TIMES) {
    const time = timeInValue(members[name]);
    if (time !== undefined) return time;
  }
  return undefined;
}

function timeInValue(value: unknown): number | undefined {
  // Elasticsearch lists the values of a field.
  const only = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (typeof only === "string") return parseTime(only);
  // The `time` of a HAR is how long a request took.
  if (typeof only === "number") return fromNumber(only);
  // Log4j has two numbers, Loguru one.
  const { timestamp, epochSecond = timestamp, nanoOfSecond = 0 } = membersOf(only) ?? {};
  return typeof epochSecond === "number"
    ? epochSecond * 1000 + Math.floor(Number(nanoOfSecond) / 1e6)
    : undefined;
}

/**
 * Returns a text as a time, in milliseconds: a date, a date with a time of the day, or seconds,
 * milliseconds and so on since 1970. A time without a zone is taken as UTC.
 */
export function parseTime(text: string): number | undefined {
  return /^\d{9,19}(?:\.\d+)?$/.test(text) ? fromNumber(Number(text)) : findTime(text)?.time;
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

/** The beginning of a line of syslog, `Nov 26 09:12:01`; of others a year follows. */
const SYSLOG =
  /^(?:<\d{1,3}>|\[)?(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d\d:\d\d:\d\d)(?:[ ](\d{4})\b)?/;

const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const CLOCK = "(\\d{1,2}:\\d\\d:\\d\\d)(?:[.,](\\d{1,9}))?";

/** A day, the name of its month and a year: Apache and nginx, log4j, PHP, and dates of HTTP. */
const DAY_FIRST = new RegExp(
  `\\b(\\d{1,2})[ /-](${MONTHS})[ /-](\\d{4})[ :]${CLOCK}(?:\\s(Z|[+-]\\d\\d:?\\d\\d|GMT|UTC)\\b)?`,
);
/** The same with the month first: Java's own logger, and Kibana. */
const MONTH_FIRST = new RegExp(
  `\\b(${MONTHS}) (\\d{1,2}), (\\d{4})(?:,| @| at)? ${CLOCK}(?:\\s([AP]M)\\b)?`,
);

/** The numbers of a time at the beginning of a line, perhaps after its level. */
const FIRST = /^\D{0,12}\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d[\d:.,]*(?: ?(?:Z|[+-]\d\d:?\d\d))?/;

/** Returns the time that a line of a log begins with, as it is written; undefined for none. */
export function timeAtStart(line: string): string | undefined {
  const time = (FIRST.exec(line) ?? SYSLOG.exec(line))?.[0];
  if (time !== undefined) return time;
  const start = line.slice(0, 60);
  if (!start.includes(":")) return undefined;
  return (DAY_FIRST.exec(start) ?? MONTH_FIRST.exec(start))?.[0];
}

interface FoundTime {
  readonly time: number;
  /** Whether the text says its zone; without, the time is taken as UTC. */
  readonly hasZone: boolean;
}

function findTime(text: string): FoundTime | undefined {
  const start = text.slice(0, 400);
  const match = TIME.exec(start);
  // A line that begins with a time may name a day, too.
  const named = match?.[4] === undefined ? findNamed(start) : undefined;
  if (named !== undefined) return named;
  const syslog = match?.[4] === undefined ? SYSLOG.exec(start) : null;
  if (syslog !== null) return toFound(fromSyslog(syslog), false);
  if (match !== null) return toFound(fromDate(match), match[6] !== undefined);
  const epoch = EPOCH.exec(start);
  return epoch === null ? undefined : toFound(fromNumber(Number(epoch[1])), true);
}

/** Returns a time with the name of its month and its year. */
function findNamed(text: string): FoundTime | undefined {
  const [found, day, month, year, clock, fraction, zone] = DAY_FIRST.exec(text) ?? [];
  if (found !== undefined)
    return toFound(
      fromNames([day, month, year, clock, zone ?? "UTC"], fraction),
      zone !== undefined,
    );
  const [said, first, date, last, hours, part, half = ""] = MONTH_FIRST.exec(text) ?? [];
  if (said === undefined) return undefined;
  return toFound(fromNames([date, first, last, hours, half, "UTC"], part), false);
}

function fromNames(parts: readonly (string | undefined)[], fraction = ""): number {
  return Date.parse(parts.join(" ")) + Number(fraction.padEnd(3, "0").slice(0, 3));
}

function toFound(time: number | undefined, hasZone: boolean): FoundTime | undefined {
  return time === undefined || Number.isNaN(time) ? undefined : { time, hasZone };
}

function fromDate(match: RegExpExecArray): number {
  const [, year, month, day, clock = "00:00", fraction = "", zone = "Z"] = match;
  const offset = zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
  const seconds = clock.length === 5 ? `${clock}:00` : clock;
  const milliseconds = fraction.padEnd(3, "0").slice(0, 3);
  return Date.parse(`${year}-${month}-${day}T${seconds}.${milliseconds}${offset}`);
}

const DAY_MS = 86_400_000;

/** Without a year it is the latest such moment. A zone that is not said may be a day ahead. */
function fromSyslog([, month, day = "", clock, said]: RegExpExecArray): number | undefined {
  const latest = Date.now() + DAY_MS;
  const year = new Date(latest).getUTCFullYear();
  // A leap day is eight years ago at most.
  const years = said === undefined ? Array.from({ length: 9 }, (_, ago) => year - ago) : [said];
  return years
    .map((each) => Date.parse(`${day} ${month} ${each} ${clock} UTC`))
    .find(
      (time) =>
        new Date(time).getUTCDate() === Number(day) && (said !== undefined || time <= latest),
    );
}
