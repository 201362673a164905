import fc from "fast-check";
import { expect, test } from "vitest";
import { findClashes } from "../../src/catalog/find-clashes.js";
import { quoteForms } from "../../src/catalog/template.js";
import { propertyRuns } from "../property-runs.js";

/** `pnpm test:properties` sets more. */
const RUNS = propertyRuns({ quick: 400, thorough: 40_000 });

const canMatchSameText = (one: string, other: string) =>
  findClashes([[one], [other]]).clashes.length > 0;

test.each<[one: string, other: string, overlap: boolean]>([
  ["Order not found", "Order not found", true],
  ["Order not found", "Order not found.", true],
  ["Order not found", "Order found", false],
  ["Field {x} missing", "Field a missing", true],
  ["Field {x} missing", "Field  missing", false],
  ["Field {x}", "Field", false],
  ["Field {x}", "Field ", true],
  ["Field '{x}' missing", "Field a missing", true],
  ["Field '{x}' missing", "Field 'a missing", true],
  ["{x} orders", "order {y}", true],
  ["{x}b", "a{y}", true],
  ["a{x}b", "c{y}d", false],
  ["{x}.", "a", true],
  ["limit {x} of {y}", "limit 10 per {y}", true],
  ["limit {x} of {y}", "limit 10", false],
  ["{x} of {y} left", "{x} left", true],
  ["{x} of {y} left", "{x} of ", false],
  ["{x}-{y}-{z}", "1-2-3", true],
])("findClashes says whether %j and %j can match the same text: %s", (one, other, overlap) => {
  expect(canMatchSameText(one, other)).toBe(overlap);
  expect(canMatchSameText(other, one)).toBe(overlap);
});

test.each<[one: string, other: string, kind: string]>([
  ["Order not found", "Order not found.", "same"],
  ["{field} is missing", "{name} is missing", "same"],
  ["Field '{x}' missing", "Field {x} missing", "same"],
  ["{field} parameter must be a list", "{field} must be {what}", "inside"],
  ["{x} expired", "Order {x} expired", "inside"],
  ["Field {x}", "Field {x} of {y}", "inside"],
  ["{x} parameter must be a list", "{x} does not match {y}", "crossing"],
  ["{x}b", "a{y}", "crossing"],
])("findClashes says how %j and %j clash: %s", (one, other, kind) => {
  expect(findClashes([[one], [other]]).clashes).toEqual([{ earlier: 0, later: 1, kind }]);
  expect(findClashes([[other], [one]]).clashes).toEqual([{ earlier: 0, later: 1, kind }]);
});

test.each<[one: readonly string[], other: readonly string[]]>([
  // For its variant, the first entry is not tried before the second, which its message is inside
  // of.
  [["Order {x} expired", "{x}"], ["Order {x}"]],
  [["Order {x} expired", "Gone -> {x}"], ["{x} expired"]],
])(
  "findClashes reports %j and %j, which the order of their texts cannot settle, as crossing",
  (one, other) => {
    const clashes = [{ earlier: 0, later: 1, kind: "crossing" }];
    expect(findClashes([one, other]).clashes).toEqual(clashes);
    expect(findClashes([other, one]).clashes).toEqual(clashes);
  },
);

const template = fc
  .array(fc.oneof(fc.constantFrom("a", "b", "'", "."), fc.constantFrom("{x}", "{y}")), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => pieces.join(""));

test("findClashes finds every two messages that some text matches", () => {
  fc.assert(
    fc.property(
      template,
      template,
      fc.string({ unit: fc.constantFrom("a", "b", "'", "."), maxLength: 8 }),
      (one, other, text) => {
        if (patternOf(one).test(text) && patternOf(other).test(text))
          expect(canMatchSameText(one, other)).toBe(true);
      },
    ),
    { numRuns: RUNS },
  );
});

/** The worst kind first. */
const KINDS = ["same", "crossing", "inside"];

test("findClashes finds the first of the earlier messages that each of many clashes with worst", () => {
  fc.assert(
    fc.property(fc.array(fc.array(template, { minLength: 1, maxLength: 2 })), (items) => {
      const clashes = items.flatMap((texts, later) => {
        const pairs = items
          .slice(0, later)
          .flatMap((others, earlier) =>
            findClashes([others, texts]).clashes.map(({ kind }) => ({ earlier, later, kind })),
          );
        return KINDS.flatMap((kind) => pairs.filter((pair) => pair.kind === kind)).slice(0, 1);
      });
      expect(findClashes(items)).toEqual({ clashes, isComplete: true });
    }),
    { numRuns: Math.ceil(RUNS / 10) },
  );
});

test("findClashes finds only messages that some text matches both, and says how many do", () => {
  const texts = allTexts("ab'.", 6);
  fc.assert(
    fc.property(template, template, (one, other) => {
      fc.pre(one.length <= 8 && other.length <= 8);
      const [clash] = findClashes([[one], [other]]).clashes;
      if (clash === undefined) return;
      const [a, b] = [patternOf(one), patternOf(other)];
      // A text that fits both is never longer than both templates together; short templates keep
      // the search whole.
      fc.pre(lengthOf(one) + lengthOf(other) <= 6);
      const [inOne, inOther] = [a, b].map((pattern) => texts.filter((text) => pattern.test(text)));
      const both = inOne?.filter((text) => b.test(text)) ?? [];
      expect(both).not.toEqual([]);
      if (clash.kind === "same") expect([inOne, inOther]).toEqual([both, both]);
      if (clash.kind === "inside") expect([inOne, inOther]).toContainEqual(both);
    }),
    { numRuns: Math.ceil(RUNS / 40) },
  );
});

test("findClashes compares messages of ten thousand letters and a thousand placeholders", () => {
  const long = "{x}abcdefg".repeat(1_000);
  expect(canMatchSameText(`${long}1`, `${long}2`)).toBe(false);
  expect(canMatchSameText(`${long}1`, `${long}{y}`)).toBe(true);
});

/** The same rule as a regular expression. */
function patternOf(message: string): RegExp {
  const forms = quoteForms(message.replace(/\.$/, "")).map((form) =>
    form.map((piece, at) => (at % 2 === 0 ? piece.replaceAll(".", "\\.") : "[\\s\\S]+")).join(""),
  );
  return new RegExp(`^(?:${forms.join("|")})\\.?$`);
}

const lengthOf = (message: string) => message.replaceAll(/\{.\}/g, "*").length;

function allTexts(alphabet: string, length: number): string[] {
  const texts = [""];
  for (let index = 0; index < texts.length && (texts[index] ?? "").length < length; index++) {
    for (const letter of alphabet) texts.push(texts[index] + letter);
  }
  return texts;
}
