import fc from "fast-check";
import { expect, test } from "vitest";
import { createNextCode, parseSpan, type Span } from "../../src/catalog/range.js";
import { findOverlaps, indexSpans } from "../../src/catalog/span-index.js";
import { indexTexts } from "../../src/catalog/text-index.js";
import { propertyRuns } from "../property-runs.js";

/** `pnpm test:properties` sets more. */
const RUNS = propertyRuns({ quick: 200, thorough: 40_000 });

const prefix = fc.constantFrom("", "E", "EX", "EXT", "-");
const number = fc.integer({ min: 0, max: 12 });
const digits = fc.constantFrom(1, 2);

const code = fc
  .tuple(prefix, number, digits, fc.constantFrom("", "", "a"))
  .map(([start, value, width, end]) => `${start}${String(value).padStart(width, "0")}${end}`);

const line = fc.oneof(
  fc.constantFrom("E*", "EX*", "EXT*", "EXT", "EX", "-*", "EXTRA"),
  fc.tuple(prefix, number, number).map(([start, one, other]) => `${start}${one}..${start}${other}`),
  code,
);

const spans = fc
  .array(line, { maxLength: 8 })
  .map((lines) => lines.map(parseSpan).filter((span): span is Span => typeof span !== "string"));

/** Whether a code is in a set, by its definition. */
function isIn(text: string, span: Span): boolean {
  if (span.kind === "prefix") return text.startsWith(span.prefix);
  if (span.kind === "text") return text === span.text;
  const rest = text.startsWith(span.prefix) ? text.slice(span.prefix.length) : "";
  return /^[0-9]{1,15}$/.test(rest) && Number(rest) >= span.first && Number(rest) <= span.last;
}

test("indexSpans finds the first set that has a code", () => {
  fc.assert(
    fc.property(spans, code, (sets, text) => {
      const first = sets.findIndex((span) => isIn(text, span));
      expect(indexSpans(sets).find(text)).toBe(first < 0 ? undefined : first);
    }),
    { numRuns: RUNS },
  );
});

test("indexTexts says whether a set has one of many codes", () => {
  fc.assert(
    fc.property(spans, fc.array(code), (sets, texts) => {
      const isKnown = indexTexts(texts);
      expect(sets.map(isKnown)).toEqual(sets.map((span) => texts.some((text) => isIn(text, span))));
    }),
    { numRuns: RUNS },
  );
});

/** Codes of every set that `line` makes, and a longer one of each prefix. */
const SAMPLES = ["", "E", "EX", "EXT", "-"].flatMap((start) =>
  ["", "!", "RA", "a", ...Array.from({ length: 13 }, (_, value) => String(value))].flatMap(
    (end) => [`${start}${end}`, `${start}0${end}`, `${start}${end}a`, `${start}0${end}a`],
  ),
);

test("findOverlaps finds each set that has a code in common with an earlier one, and such a one", () => {
  fc.assert(
    fc.property(spans, (sets) => {
      const overlap = (one: Span | undefined, other: Span | undefined) =>
        one !== undefined &&
        other !== undefined &&
        SAMPLES.some((text) => isIn(text, one) && isIn(text, other));
      const found = findOverlaps(sets);
      const expected = sets.flatMap((span, index) =>
        sets.slice(0, index).some((earlier) => overlap(earlier, span)) ? [index] : [],
      );
      expect([...found.keys()]).toEqual(expected);
      const wrong = [...found].filter(([later, earlier]) => !overlap(sets[later], sets[earlier]));
      expect(wrong).toEqual([]);
    }),
    { numRuns: RUNS },
  );
});

test.each<[range: string, used: readonly string[], next: string | undefined]>([
  ["2000..2999", [], "2000"],
  ["2000..2999", ["2000", "2004", "3000"], "2005"],
  ["E01..E03", ["E01", "E03"], "E02"],
  ["E01..E03", ["E03"], "E01"],
  ["E9..E12", [], "E9"],
  ["E01..E03", ["E1", "E2", "E3"], undefined],
  ["E01..E03", ["E4", "F1", "1"], "E01"],
])("createNextCode finds in %s beside %j: %s", (range, used, next) => {
  expect(createNextCode(used)(parseSpan(range) as Span)).toBe(next);
});

test.each<[text: string, span: Span | string]>([
  ["-9..-1", { kind: "numbers", prefix: "-", first: 1, last: 9, width: 1 }],
  ["E-9..E-1", { kind: "numbers", prefix: "E-", first: 1, last: 9, width: 1 }],
  ["E..E9", "both ends of a range must end in a number: 2000..2999"],
  ["E9..E", "both ends of a range must end in a number: 2000..2999"],
  ["E..E..E", "both ends of a range must end in a number: 2000..2999"],
  ["1..2..3", "both ends of a range must end in a number: 2000..2999"],
  ["E1..F2", "both ends of a range must begin alike: E100..E199"],
  ["9..1", "the range ends before it begins"],
])("parseSpan reads %s", (text, span) => {
  expect(parseSpan(text)).toEqual(span);
});
