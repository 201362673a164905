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
    const [, size = ""] = /adds (?:about )?([\d.]+) KB to your bundle/.exec(read(file)) ?? [];
    const digits = size.split(".")[1]?.length ?? 0;
    expect(size).toBe((measured("`parseResponse`") / 1000).toFixed(digits));
  },
);

test("the validator's README states the sizes of functions that RESULTS.md has", () => {
  const [, least, most] =
    /Each function below adds (\d+) to (\d+) bytes/.exec(read("packages/validator/README.md")) ??
    [];
  const [, section = ""] = results.split("## Size of subpaths");
  const rows = [...(section.split("\n## ")[0] ?? "").matchAll(/^\| `(.+?)` .* ([\d,]+) B \|$/gm)];
  const several = rows.map(([row]) => /\| `(\.\/.+?)` \| [\d,]+ B \|$/.exec(row)?.[1]);
  // A subpath with several functions is listed by its functions.
  const sizes = rows
    .filter(([, name]) => !several.includes(name))
    .map(([, , size = ""]) => Number(size.replaceAll(",", "")));
  expect(sizes.length).toBeGreaterThan(5);
  expect([least, most].map(Number)).toEqual([
    Math.floor(Math.min(...sizes) / 10) * 10,
    Math.ceil(Math.max(...sizes) / 10) * 10,
  ]);
});

test("the limits of large catalogs in codegen's README are those that RESULTS.md has, rounded up", () => {
  const cell = (row: string, column: number) =>
    Number.parseFloat(results.split(`\n| ${row} | `)[1]?.split("|")[column] ?? "");
  const limits = [
    ...(read("tools/codegen/README.md").split("## Limits")[1] ?? "").matchAll(
      /([\d.]+) (?:s|GB)\b/g,
    ),
  ].map(([, limit]) => Number(limit));
  const measurements = [
    cell("the command generate", 4) / 1000,
    cell("peak of the command generate, MB", 4) / 1000,
    cell("tsc 7, s", 2),
    cell("tsc 5.9, s", 2),
    cell("the command generate", 3) / 1000,
    cell("peak of the command generate, MB", 3) / 1000,
  ];
  expect(limits).toHaveLength(measurements.length);
  for (const [index, limit] of limits.entries()) {
    expect(measurements[index]).toBeLessThan(limit);
    expect(measurements[index]).toBeGreaterThan(limit / 3);
  }
});
