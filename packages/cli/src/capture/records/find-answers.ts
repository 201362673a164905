import { type Members, membersOf } from "../../json/members.js";
import type { Answer, FindOptions, Skipped } from "../answer.js";
import { SENT } from "../member-names.js";
import { hasTime, timesOf } from "../requests/has-time.js";
import { findAnswer, inText, isConvincing } from "./find-answer.js";
import { hasLine, isInLine } from "./log-line.js";
import { toRecord } from "./to-record.js";

/** What was found in a record. */
type Found = Answer | Skipped;

/** What a record stands in. */
interface Around {
  readonly options: FindOptions;
  readonly depth: number;
  /** Its times, the innermost first. A request that it names is not that of the records in it. */
  readonly times: readonly Members[];
  /** Whether it looks like an answer: of what an answer lists, only a log counts. */
  readonly inAnswer: boolean;
}

/** More levels than a page of a log has; a document of an attacker has any number. */
const MAX_DEPTH = 12;

/**
 * Finds the answer in a record that was parsed from JSON, or the answers in the records that it
 * lists: a page of a log, as tools that keep logs print it, is as many records as it has lines.
 */
export function findAnswers(value: unknown, options: FindOptions = {}): readonly Found[] {
  const around = { options, depth: 0, times: [], inAnswer: false };
  return inElement(Array.isArray(value) ? toRecord(value) : value, around);
}

function inElement(element: unknown, around: Around): readonly Found[] {
  if (typeof element === "string") return [inLine(element, around)];
  if (Array.isArray(element)) {
    const listed = inList(element, around);
    return listed.length > 0 ? listed : ["no-body"];
  }
  const members = membersOf(element);
  return members === undefined ? ["no-body"] : inRecord(members, around);
}

function inLine(line: string, { options, times }: Around): Found {
  const found = inText(line, line, options);
  return found === undefined ? "not-json" : withTimes(found, times);
}

function withTimes(found: Answer, times: readonly Members[]): Answer {
  return { ...found, records: [...found.records, ...times] };
}

function inRecord(record: Members, around: Around): readonly Found[] {
  const found = findOne(record, around);
  // A page of a log may look like a success of the API.
  const isSuccess = typeof found !== "string" && found.result.kind === "success";
  if (isSuccess ? found.result.body !== record : found !== "no-body") return [found];
  // A line of a log lists no others.
  if (hasLine(record) && hasTime(record)) return [found];
  const listed = inMembers(record, { ...around, inAnswer: around.inAnswer || isSuccess });
  return listed.some((each) => !isSuccess || isFailedLine(each)) ? listed : [found];
}

function isFailedLine(found: Found): boolean {
  return typeof found !== "string" && found.result.kind !== "success" && isInLine(found);
}

function findOne(record: Members, { options, depth, times }: Around): Found {
  if (depth === 0) return findAnswer(record, options);
  const found = findAnswer(record, { ...options, isLog: true });
  if (typeof found === "string") return found;
  const isNamed = options.answerAt !== undefined;
  // Other things that a record lists have codes too.
  const isOfLog = isNamed || isTimed(record) || isConvincing(found) || isInLine(found);
  return isOfLog ? withTimes(found, times) : "no-body";
}

function inMembers(record: Members, around: Around): readonly Found[] {
  if (around.depth >= MAX_DEPTH) return [];
  const times = [timesOf(record), ...around.times];
  const inside = { ...around, depth: around.depth + 1, times };
  return Object.entries(record).flatMap(([name, value]) => {
    const members = SENT.includes(name) ? undefined : membersOf(value);
    if (members === undefined) return [];
    return Array.isArray(value) ? inList(value, inside) : inMembers(members, inside);
  });
}

/** Reads a list of records. One without a line of a log or an answer is of other things. */
function inList(list: readonly unknown[], around: Around): readonly Found[] {
  if (around.depth >= MAX_DEPTH) return [];
  const inside = { ...around, depth: around.depth + 1 };
  const elements = list.map(toRecord);
  const isLog = elements.some(isLogRecord);
  if (around.inAnswer && !isLog) return [];
  const found = elements.flatMap((element) => inElement(element, inside));
  return isLog || found.some((each) => typeof each !== "string") ? found : [];
}

function isLogRecord(element: unknown): boolean {
  return partsOf(element).some(hasLine) && isTimed(element);
}

function isTimed(element: unknown): boolean {
  return partsOf(element).some(hasTime);
}

/** Returns a record and the objects in it: some tools put all that a log says into one member. */
function partsOf(element: unknown): readonly Members[] {
  const record = membersOf(element);
  if (record === undefined) return [];
  return [record, ...Object.values(record)]
    .map(membersOf)
    .filter((part): part is Members => part !== undefined);
}
