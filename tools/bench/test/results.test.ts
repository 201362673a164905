import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const results = read("tools/bench/RESULTS.md");

/** Returns the number in the last column of a row of RESULTS.md. */
function measured(row: string): number {
  const line = results.split("\n").find((each) => each.startsWith(`| ${row} |`)) ?? "";
  const [cell = ""] = line.split("|").slice(-2);
  return Number.parseFloat(cell.replaceAll(",", ""));
}

test("the validator's README states the speed that RESULTS.md has", () => {
  const [, identify, parse] =
    /`identify` takes about (\d+) % .* `parseResponse` about (\d+) %/.exec(
      read("packages/validator/README.md"),
    ) ?? [];
  expect([Number(identify), Number(parse)]).toEqual([
    Math.round(measured("`identify(code)`, of `JSON.parse`")),
    Math.round(measured("`parseResponse`, likewise")),
  ]);
});

test.each(["README.md", "packages/validator/README.md"])(
  "%s states the size that RESULTS.md has",
  (file) => {
    const [, size] = /adds about (\d+) KB to your bundle/.exec(read(file)) ?? [];
    expect(Number(size)).toBe(Math.round(measured("`parseResponse`") / 1000));
  },
);

test("the validator's README states the sizes of subpaths that RESULTS.md has", () => {
  const [, least, most] =
    /Each subpath adds ([\d,]+) to ([\d,]+) bytes/.exec(read("packages/validator/README.md")) ?? [];
  const [, section = ""] = results.split("## Size of subpaths");
  const sizes = [...(section.split("\n## ")[0] ?? "").matchAll(/\| ([\d,]+) B \|$/gm)].map(
    ([, size = ""]) => Number(size.replaceAll(",", "")),
  );
  expect(sizes.length).toBeGreaterThan(1);
  const rounded = [Math.min(...sizes), Math.max(...sizes)].map((size) => Math.round(size / 100));
  expect([least, most].map((size) => Number(size?.replaceAll(",", "")) / 100)).toEqual(rounded);
});
