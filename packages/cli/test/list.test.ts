import { expect, test } from "vitest";
import { errors } from "./catalog.js";
import { run } from "./run.js";

const codesOf = (...args: readonly string[]): readonly string[] =>
  JSON.parse(run(["list", "--json", ...args]).output).errors.map(
    ({ code }: { code: string }) => code,
  );

test("list prints every error of the catalog", () => {
  expect(codesOf()).toEqual(errors.map(({ code }) => code));
  const { output } = run(["list"]);
  expect(output.trimEnd().split("\n").at(-1)).toBe(`${errors.length} of ${errors.length} errors`);
});

test("list prints only the errors that fit", () => {
  const wanted = errors.filter((entry) => "outcome" in entry && entry.outcome === "unknown");
  expect(codesOf("--outcome", "unknown")).toEqual(wanted.map(({ code }) => code));
  expect(codesOf("duplicate", "order")).toContain("-1141");
  expect(codesOf("reached", "pair")).toContain("-2017");
  expect(codesOf("--category", "clock", "--retry", "after-fix")).toContain("-1021");
  expect(run(["list", "--category", "clocks"]).status).toBe(2);
  expect(run(["list", "zebra"])).toMatchObject({
    status: 1,
    output: `0 of ${errors.length} errors\n`,
  });
});

test("list gives each error the members that explain gives it", () => {
  const options = ["--json", "--locale", "ja"];
  const listed = JSON.parse(run(["list", ...options, "--category", "clock"]).output).errors;
  const names = listed.map(({ name }: { name: string }) => name);
  const { answers } = JSON.parse(run(["explain", ...options, ...names]).output);
  expect(
    answers.map(({ errors: [explained] }: (typeof answers)[number]) => explained),
  ).toMatchObject(listed);
  expect(listed[0].texts).toMatchObject({ locale: "ja", title: expect.any(String) });
});

test.each([40, 80, 160])("list fits a terminal of %i columns", (columns) => {
  for (const locale of ["en", "ja"]) {
    const { output } = run(["list", "--locale", locale], { env: { COLUMNS: String(columns) } });
    const widths = output
      .split("\n")
      .map((line) => line.replaceAll(/[\u2e80-\uffff]/g, "xx").length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
  }
});

test("list writes tables for a spreadsheet and for Markdown", () => {
  const csv = run(["list", "--category", "clock", "--format", "csv"]).output.split("\n");
  expect(csv[0]).toBe("code,name,outcome,retry,category,message,text");
  expect(csv[1]).toMatch(/^-\d+,/);
  const markdown = run(["list", "--category", "clock", "--format", "markdown"]).output.split("\n");
  expect(markdown.slice(0, 2)).toEqual([
    "| code | name | outcome | retry | category | message | text |",
    "| --- | --- | --- | --- | --- | --- | --- |",
  ]);
  expect(run(["list", "0211", "--format", "markdown", "--locale", "ja"]).output).toContain(
    "| Order not found | 取引所で注文が見つかりません",
  );
});
