import { expect, test } from "vitest";
import { run } from "../test/run.js";
import { scanCapture } from "../test/scan/capture.js";

/** A file as somebody pastes it into the box of the error reference. */
const PARTS = [
  ...'a{"1\\-0\n\u200b订',
  '{"a":',
  "-1121 ",
  "code=0001 ",
  "ORDER_NOT_FOUND ",
  "Required field ",
  "x -1121 y\n",
  '{"code":"-1121","msg":"Invalid symbol."}\n',
  "%22",
];

test("explain answers a megabyte of anything as one question or one in each line", () => {
  const failed = PARTS.filter((part) => {
    const input = part.repeat(1_000_000 / part.length);
    const { status, errors: printed } = run(["explain", "-"], { input });
    return (status !== 0 && status !== 1) || printed !== "";
  });
  expect(failed).toEqual([]);
});

const TEXT = '{"code":"-1007","msg":"Timeout waiting for response from server"}';

/** Lines of a million characters that would take a reader minutes, or its stack. */
const LONG: Readonly<Record<string, string>> = {
  "brackets that never close": `x ${"[{".repeat(500_000)}`,
  "brackets that close as others": `x ${"[".repeat(250_000)}${"{}".repeat(250_000)}${"}".repeat(250_000)}`,
  "objects in objects": `${'{"res":'.repeat(140_000)}1${"}".repeat(140_000)}`,
  "lists in lists": `${'{"a":['.repeat(140_000)}1${"]}".repeat(140_000)}`,
  "a list of lists": `{"a":[${"[[]],".repeat(190_000)}1]}`,
  "a list of texts": `{"a":[${'"{",'.repeat(240_000)}1]}`,
  "arrays in arrays": `${"[".repeat(500_000)}${"]".repeat(500_000)}`,
  "quotation marks": `x {"${'\\"'.repeat(500_000)}`,
  "blanks after a status": `status${" ".repeat(1_000_000)}x {`,
  "apostrophes of Python": `x {'${"\\'".repeat(500_000)}}`,
  "apostrophes of Python in brackets": `x ${"['".repeat(50_000)}${"{}".repeat(100)}${"']".repeat(50_000)}`,
  letters: `x ${"a".repeat(1_000_000)}`,
  "codes beside a success": `x {code:0 ${"code:x ".repeat(140_000)}`,
  "objects of Java that are not closed": `x ${"Ab(c=".repeat(200_000)}`,
  "a code that never comes": `x {code:${" ".repeat(1_000_000)}`,
  "a text of numbers": JSON.stringify({ code: "-9999", msg: "1 ".repeat(500_000) }),
  "a batch": JSON.stringify({ code: 0, result: Array(40_000).fill({ code: "0211" }) }),
};

test("scan reads hostile lines in a time that grows with their length alone", () => {
  const content = `${TEXT}\n${Object.values(LONG).join("\n")}\n${TEXT}\n`;
  const started = performance.now();
  const { status, report } = scanCapture(content);
  expect(status).toBe(0);
  expect(report.errors.map(({ name, count }) => [name, count])).toEqual([
    ["ORDER_NOT_FOUND", 40_000],
    ["SERVER_TIMEOUT", 2],
    ["UNRECOGNIZED", 1],
  ]);
  // Each alone takes a second at most; by the square of its length, it would take many minutes.
  expect(performance.now() - started).toBeLessThan(50_000);
});
