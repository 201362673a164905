import fc from "fast-check";
import { expect, test } from "vitest";
import { findPatternFault } from "../../src/catalog/code-pattern.js";
import { propertyRuns } from "../property-runs.js";

/** `pnpm test:properties` sets more. */
const RUNS = propertyRuns({ quick: 400, thorough: 40_000 });

/** A text, and the places of the characters that were taken, once for each way to take them. */
interface Reading {
  readonly text: string;
  readonly taken: number[];
}

/** A regular expression, and the ends of all ways in which it takes a part of a text. */
interface Pattern {
  readonly source: string;
  ends(reading: Reading, at: number): readonly number[];
}

const character = fc.constantFrom("a", "b", "[ab]", "[^a]", ".").map(
  (source): Pattern => ({
    source,
    ends({ text, taken }, at) {
      if (!new RegExp(`^${source}$`).test(text.charAt(at))) return [];
      taken.push(at);
      return [at + 1];
    },
  }),
);

const toSequence = (parts: readonly Pattern[]): Pattern => ({
  source: parts.map(({ source }) => source).join(""),
  ends: (reading, start) =>
    parts.reduce<readonly number[]>(
      (ats, { ends }) => ats.flatMap((at) => ends(reading, at)),
      [start],
    ),
});

const toChoice = (parts: readonly Pattern[]): Pattern => ({
  source: `(?:${parts.map(({ source }) => source).join("|")})`,
  ends: (reading, at) => parts.flatMap(({ ends }) => ends(reading, at)),
});

/** By the specification, a repetition that is not required takes at least one character. */
function toRepetition({ source, ends }: Pattern, sign: string, min: number, max: number): Pattern {
  const endsFrom = (reading: Reading, at: number, count: number): readonly number[] => [
    ...(count < max ? ends(reading, at) : [])
      .filter((end) => count < min || end > at)
      .flatMap((end) => endsFrom(reading, end, count + 1)),
    ...(count < min ? [] : [at]),
  ];
  return { source: `(?:${source})${sign}`, ends: (reading, at) => endsFrom(reading, at, 0) };
}

const { pattern } = fc.letrec<{ pattern: Pattern }>((tie) => ({
  pattern: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    character,
    fc.array(tie("pattern"), { maxLength: 3 }).map(toSequence),
    fc.array(tie("pattern"), { minLength: 1, maxLength: 3 }).map(toChoice),
    fc
      .tuple(
        tie("pattern"),
        fc.constantFrom(
          ["*", 0, Number.POSITIVE_INFINITY] as const,
          ["+", 1, Number.POSITIVE_INFINITY] as const,
          ["?", 0, 1] as const,
          ["{2}", 2, 2] as const,
          ["{1,2}", 1, 2] as const,
        ),
      )
      .map(([part, [sign, min, max]]) => toRepetition(part, sign, min, max)),
  ),
}));

test("a pattern without a fault has one way to go on at each character, and one way to end", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
  fc.assert(
    fc.property(pattern, texts, ({ source, ends }, text) => {
      fc.pre(findPatternFault(`(${source})`) === undefined);
      const taken: number[] = [];
      const ways = ends({ text, taken }, 0);
      expect([taken, ways]).toEqual([[...new Set(taken)], [...new Set(ways)]]);
    }),
    { numRuns: RUNS },
  );
});

test.each<[source: string, fault: string | undefined]>([
  ["([^#:]+)(?::[^#]*)?$", undefined],
  ["^([A-Z]+(?:_[A-Z]+)*)", undefined],
  ["^(?:a|b?)*(\\d{3})$", undefined],
  ["(?:a?){24}(b)", "it can be slow: (?:a?){24} repeats what can be empty"],
  ["(?:a?)+(b)", "it can be slow: (?:a?)+ repeats what can be empty"],
  ["(?:a?|)(b)", "it can be slow: more than one of its alternatives can be empty"],
  ["^(a+a)$", "it can be slow: after the same text, a and a can take the same character"],
  [
    "(.|\\n|\\u{1f600})",
    "it can be slow: after the same text, . and \\u{1f600} can take the same character",
  ],
  [
    "([^a]|[\\u{20000}-\\u{20002}])",
    "it can be slow: after the same text, [^a] and [\\u{20000}-\\u{20002}] can take the same character",
  ],
  ["\\p{L}(a)", "it names characters by \\p: list them"],
  ["[\\P{L}](a)", "it names characters by \\p: list them"],
  [
    "(?=a)(a)",
    "(?=a) is not allowed: only characters, classes, groups and repetitions are, with ^ first and $ last",
  ],
  [
    "(a)|$",
    "$ is not allowed: only characters, classes, groups and repetitions are, with ^ first and $ last",
  ],
  ["(a)(b)", "it needs one group that is the code, and has 2"],
  ["a", "it needs one group that is the code, and has 0"],
  [`(${"a".repeat(198)})`, undefined],
  [`(${"a".repeat(199)})`, "it is longer than 200 characters"],
])("findPatternFault says what is wrong with %s: %s", (source, fault) => {
  expect(findPatternFault(source)).toBe(fault);
});
