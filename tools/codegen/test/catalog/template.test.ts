import { expect, test } from "vitest";
import {
  hasStrayBraces,
  placeholdersOf,
  quoteForms,
  renderTemplate,
} from "../../src/catalog/template.js";

test("placeholdersOf names each placeholder once, in the order of the text", () => {
  expect(placeholdersOf("{a} and {bC} and {a}")).toEqual(["a", "bC"]);
});

test.each([
  ["{a}", false],
  ["{", true],
  ["}", true],
  ["{}", true],
  ["{A}", true],
  ["{a b}", true],
  ["{{a}}", true],
])("hasStrayBraces says of %j: %s", (message, isStray) => {
  expect(hasStrayBraces(message)).toBe(isStray);
});

test("quoteForms gives a message with and without the quotation marks around a placeholder", () => {
  expect(quoteForms("a '{x}' b")).toEqual([
    ["a '", "x", "' b"],
    ["a ", "x", " b"],
  ]);
});

test("quoteForms keeps quotation marks that differ", () => {
  expect(quoteForms("a '{x}\" b")).toEqual([["a '", "x", '" b']]);
});

test("renderTemplate never expands the braces of a value", () => {
  expect(renderTemplate("{a}-{b}", { a: "{b}", b: "2" })).toBe("{b}-2");
});
