import { expect, test } from "vitest";
import { describeSpread, timingOf } from "../src/spread.js";

test("timingOf returns the median, and the width of the middle half", () => {
  expect(timingOf([90, 100, 1_000, 110, 95])).toEqual({ median: 100, spread: 0.15 });
});

test("describeSpread says that a run is noisy where most figures are", () => {
  expect(describeSpread([0.01, 0.04, 0.5])).toBe(
    "The middle half of the rounds of a figure lies within 4 % of its median, or 50 % where it lies furthest apart.",
  );
  expect(describeSpread([0.01, 0.4, 0.5])).toContain("**This run is noisy**");
  expect(describeSpread([])).toContain("**This run is noisy**");
});
