import { Buffer } from "node:buffer";
import { parseJson } from "../../json/parse-json.js";
import type { Answer, FindOptions, Skipped } from "../answer.js";
import { asBody } from "../bodies/read-body.js";
import { isKnown } from "../bodies/result.js";
import { findAnswer, inText } from "../records/find-answer.js";
import { findAnswers } from "../records/find-answers.js";
import { urlOf } from "../requests/request-of.js";
import { timeAtStart } from "../requests/time-of.js";
import { decodeChunks } from "./decode-chunks.js";
import { JsonElements } from "./json-elements.js";
import { type Layout, layoutOf } from "./layout.js";
import { Lines } from "./lines.js";
import { PrintedObject } from "./printed-object.js";
import { type OnBytes, readChunks } from "./read-chunks.js";
import { ThrownLines } from "./thrown-lines.js";

/** The place of a record. */
export interface Place {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The number of the record in what lists it, such as an array or a HAR, counted from 1. */
  readonly entry?: number;
}

/** Options for reading a capture. */
export interface ReadOptions extends FindOptions {
  /** Takes what was found in each record. */
  readonly onRecord: (found: Answer | Skipped, place: Place) => void;
  /** Takes how many more bytes of the file were read, before decompression. */
  readonly onBytes: OnBytes;
}

/** The parts of a file that were passed over, beside its records. */
export interface ReadFile {
  readonly tooLong: number;
  /** Whether a JSON document ended in the middle. */
  readonly isCutOff: boolean;
}

/** Enough to see how a capture is laid out. */
const START_BYTES = 64 * 1024;

/**
 * Reads a capture record by record. Memory does not grow with its size, unless it is one document
 * that lists records.
 */
export async function readCapture(file: string, options: ReadOptions): Promise<ReadFile> {
  let reader: Reader | undefined;
  let start: Buffer = Buffer.alloc(0);
  for await (const chunk of decodeChunks(readChunks(file, options.onBytes))) {
    if (reader !== undefined) reader.push(chunk);
    else {
      start = Buffer.concat([start, chunk]);
      if (start.length >= START_BYTES) reader = startReader(start, file, options);
    }
  }
  reader ??= startReader(start, file, options);
  return reader.end();
}

/** Takes the chunks of one file. */
interface Reader {
  push(chunk: Buffer): void;
  end(): ReadFile;
}

function startReader(start: Buffer, file: string, options: ReadOptions): Reader {
  const layout = layoutOf(start.toString("utf8", 0, START_BYTES));
  const reader = layout === "lines" ? readLines(file, options) : readJson(layout, file, options);
  reader.push(start);
  return reader;
}

function readLines(file: string, options: ReadOptions): Reader {
  const log: Log = { time: "", printed: new PrintedObject(), thrown: new ThrownLines() };
  const lines = new Lines((line, number) => readLine(line, { file, line: number }, options, log));
  return {
    push: (chunk) => lines.push(chunk),
    end: () => {
      lines.end();
      readPrinted(log.printed.end(), file, options, log);
      return { tooLong: lines.tooLong, isCutOff: false };
    },
  };
}

/** What the last lines of a log that are not JSON say of the next one. */
interface Log {
  /** The time of the last one that begins with one, as it is written; empty for none. */
  time: string;
  readonly printed: PrintedObject;
  readonly thrown: ThrownLines;
}

/** A line that is JSON is a record. Any other may have JSON in it. Blank lines are nothing. */
function readLine(line: string, place: Place, options: ReadOptions, log: Log): void {
  const record = parseLine(line);
  if (record !== undefined) {
    readPrinted(log.printed.end(), place.file, options, log);
    log.thrown.end();
    log.time = "";
  }
  if (Array.isArray(record)) readElements(record, place, options);
  else if (record !== undefined) readRecord(record, place, options);
  else if (line.includes(ESCAPE)) readLine(withoutColors(line), place, options, log);
  else if (line.trim() !== "") readText(line, place, options, log);
}

function readText(line: string, place: Place, options: ReadOptions, log: Log): void {
  readPrinted(log.printed.next(line, place.line), place.file, options, log);
  log.thrown.next(line);
  log.time = timeAtStart(line) ?? log.time;
  const found = withTime(inText(line, log.thrown.head ?? line, options), line, log);
  if (found !== undefined) log.printed.skip();
  if (found !== undefined && log.thrown.isRepeated(found)) return;
  report(found ?? (line.includes("{") ? "no-body" : "not-json"), place, options);
}

/** Reads an object of several lines; what else is printed so has codes that mean anything. */
function readPrinted(
  printed: ReturnType<PrintedObject["end"]>,
  file: string,
  options: ReadOptions,
  log: Log,
): void {
  if (printed === undefined) return;
  const { text, line } = printed;
  const found = withTime(inText(text, text, options), text, log);
  if (found === undefined || found.result.kind === "success") return;
  if (found.isOwn || isKnown(found.result)) report(found, { file, line }, options);
}

/**
 * Adds the time of an earlier line: the lines of an exception follow the one with the time. A line
 * with a time of the day alone belongs to no other.
 */
function withTime(found: Answer | undefined, line: string, { time }: Log): Answer | undefined {
  if (found === undefined || time === "" || /\d\d:\d\d/.test(line.slice(0, 40))) return found;
  return { ...found, records: [...found.records, time] };
}

/** The character that a color begins with. No JSON has it. */
const ESCAPE = "\u001b";

function withoutColors(line: string): string {
  return line
    .split(ESCAPE)
    .map((part) => part.replace(/^\[[\d;]*m/, ""))
    .join("");
}

function parseLine(line: string): object | undefined {
  const first = line.charCodeAt(0);
  const record = first === BRACE || first === BRACKET || first <= BLANK ? parseJson(line) : null;
  return typeof record === "object" && record !== null ? record : undefined;
}

const [BLANK, BRACKET, BRACE] = [32, 91, 123];

/** An array on a line is a body, or several records. */
function readElements(elements: readonly unknown[], place: Place, options: ReadOptions): void {
  const isBody = options.answerAt === undefined && elements.length > 0;
  const body = isBody ? asBody(elements as never, undefined, [elements]) : undefined;
  if (body !== undefined) {
    report(body, place, options);
    return;
  }
  reportAll(
    elements.flatMap((element) => findAnswers(element, options)),
    place,
    options,
  );
}

/** Numbers the records that a record lists. */
function readRecord(record: object, place: Place, options: ReadOptions): void {
  const found = findAnswers(record, options);
  if (found.length > 1) reportAll(found, place, options);
  else for (const each of found) report(each, place, options);
}

function reportAll(found: readonly (Answer | Skipped)[], place: Place, options: ReadOptions): void {
  for (const [index, each] of found.entries())
    report(each, { ...place, entry: index + 1 }, options);
}

function report(found: Answer | Skipped, place: Place, { url, onRecord }: ReadOptions): void {
  const isWanted =
    url === undefined || typeof found === "string" || urlOf(found.records)?.includes(url) === true;
  onRecord(isWanted ? found : "other", place);
}

function readJson(depth: Exclude<Layout, "lines">, file: string, options: ReadOptions): Reader {
  let pages = 0;
  const elements = new JsonElements(depth, (bytes, line, number) => {
    const record = parseJson(bytes.toString("utf8"));
    const place = depth === 0 ? { file, line } : { file, line, entry: number - pages };
    if (typeof record !== "object" || record === null) report("not-json", place, options);
    else if (depth !== 3) readRecord(record, place, options);
    else if ("response" in record) report(findAnswer(record, options), place, options);
    // A HAR lists its pages as it does its entries, which alone have a request.
    else if (!("request" in record)) pages++;
  });
  return {
    push: (chunk) => elements.push(chunk),
    end: () => ({ tooLong: elements.tooLong, isCutOff: elements.isOpen }),
  };
}
