import { expect, test } from "vitest";
import { Progress } from "../../src/terminal/progress.js";
import { run } from "../run.js";
import { writeCaptures } from "./capture.js";

/** A terminal that keeps what is written, and a clock that is set. */
function fakeTerminal(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text), time: 0 };
}

test("progress says how much was read, how fast, and how long the rest takes", () => {
  const terminal = fakeTerminal(true);
  const progress = new Progress(terminal, 2_000_000_000, () => terminal.time);
  for (const time of [100, 1000, 1050, 2000]) {
    terminal.time = time;
    progress.add(100_000_000);
  }
  progress.clear();
  expect(terminal.written).toEqual([
    "\r\u001b[K10 % of 2.0 GB, 200 MB/s, 9 s left",
    "\r\u001b[K20 % of 2.0 GB, 200 MB/s, 8 s left",
    "\r\u001b[K",
  ]);
});

test("progress of standard input does not know the end", () => {
  const terminal = fakeTerminal(true);
  const progress = new Progress(terminal, undefined, () => terminal.time);
  terminal.time = 1000;
  progress.add(1500);
  expect(terminal.written).toEqual(["\r\u001b[K1.5 kB, 1.5 kB/s"]);
});

test("no progress is shown where nobody sees it", () => {
  const terminal = fakeTerminal(false);
  const progress = new Progress(terminal, 10, () => terminal.time);
  terminal.time = 1000;
  progress.add(5);
  progress.clear();
  expect(terminal.written).toEqual([]);
  const cwd = writeCaptures({ a: `${'{"res":{"body":{"code":"0211"}}}\n'.repeat(100_000)}` });
  expect(run(["scan", "a"], { cwd }).errors).toBe("");
});
