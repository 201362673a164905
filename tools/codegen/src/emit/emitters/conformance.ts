import { bearersByCode } from "../../catalog/bearers.js";
import { type Entry, type ErrorEntry, isErrorEntry, wireOf } from "../../catalog/catalog.js";
import { identifiable } from "../../catalog/successor.js";
import { groupBy } from "../../std/group-by.js";
import { memoizeByObject } from "../../std/memoize-by-object.js";
import { entryVectors } from "../conformance/entry-vectors.js";
import { type Reading, readingOf } from "../conformance/expected-error.js";
import { expectResponse, expectText } from "../conformance/expected-response.js";
import { createRandom } from "../conformance/random.js";
import { type Line, rememberLines } from "../conformance/remember-lines.js";
import type { Vector } from "../conformance/vector.js";
import { wireVectors } from "../conformance/wire-vectors.js";
import type { Emitter } from "../emitter.js";

/** The most errors whose responses are written: a port proves no more with a gigabyte of them. */
const MOST_ERRORS = 1_000;

/**
 * The most candidates of these errors: a response with a code is held against each error that has
 * the code, and names them all if none fits.
 */
const MOST_CANDIDATES = 20_000;

/**
 * The responses that a port of the validator to another language is tested with: one JSON document
 * a line. Of a larger catalog, a sample of the errors is tried.
 */
export const emitter: Emitter = {
  name: "conformance",
  from: "catalog",
  emit: (catalog) => {
    const reading = readingOf(catalog);
    const lines = [
      wireLines(oneOfEachJudgment(catalog.entries), reading),
      ...sampleOf(catalog.entries).map((entry) => entryLines(entry, reading)),
    ];
    // By id: neither the order of the entries nor a new entry moves the others' lines.
    const sorted = lines.sort(({ id: one }, { id: other }) => (one < other ? -1 : 1));
    return [
      { path: "generated/conformance.ndjson", text: sorted.map(({ text }) => text).join("") },
    ];
  },
};

/** The lines of an error. Their ids begin with its name, and those of no other line do. */
const entryLines = rememberLines(function* (entry: ErrorEntry, reading): Generator<Line> {
  for (const vector of entryVectors(wireOf(reading.manifest), entry))
    yield printLine(vector, reading);
});

/**
 * The lines of bodies without an error of their own. Their ids are in lower case, and names are in
 * upper case.
 */
const wireLines = rememberLines(function* (
  errors: readonly ErrorEntry[],
  reading,
): Generator<Line> {
  for (const vector of wireVectors(wireOf(reading.manifest), errors))
    yield printLine(vector, reading);
});

/** The first error of each outcome and retry: the same list while they are the same. */
function oneOfEachJudgment(entries: readonly Entry[]): readonly ErrorEntry[] {
  const groups = groupBy(
    entries.filter(isErrorEntry),
    ({ outcome, retry }) => `${outcome} ${retry}`,
  );
  const [first, ...others] = [...groups.values()].flatMap((group) => group.slice(0, 1));
  return first === undefined ? NO_ERRORS : sameList(first, ...others);
}

const NO_ERRORS: readonly ErrorEntry[] = [];

const sameList = memoizeByObject((...errors: [ErrorEntry, ...ErrorEntry[]]) => errors);

/**
 * Returns the errors, or every second, fourth, … of them: by their names, so that the sample stays
 * when entries are added or stand in another order.
 */
function sampleOf(entries: readonly Entry[]): readonly ErrorEntry[] {
  let sample = identifiable(entries);
  const bearers = bearersByCode(sample);
  const isTooLarge = () =>
    sample.length > MOST_ERRORS ||
    sample.reduce((sum, { code }) => sum + (bearers.get(code)?.length ?? 0), 0) > MOST_CANDIDATES;
  for (let parts = 2; sample.length > 1 && isTooLarge(); parts *= 2) {
    const part = sample.filter(({ name }) => createRandom(name).below(parts) === 0);
    sample = part.length > 0 ? part : sample.toSorted(byName).slice(0, 1);
  }
  return sample;
}

function byName({ name: one }: Entry, { name: other }: Entry): number {
  return one < other ? -1 : 1;
}

function printLine({ id, body, text, status }: Vector, reading: Reading): Line {
  const line =
    text === undefined
      ? { id, status, body, expect: expectResponse(reading, body, status) }
      : { id, status, text, expect: expectText(reading, text, status) };
  return [id, JSON.stringify(line)];
}
