import { expect, test } from "vitest";
import { runProgram } from "../src/usage.js";

test("runProgram counts the time of a program that it runs again and again", () => {
  const usage = runProgram([process.execPath, "-p", "1 + 1"], 3);
  expect(usage?.output).toBe("2\n2\n2\n");
  expect(usage?.seconds).toBeGreaterThan(0);
});

test("runProgram returns undefined for a program that fails or is not there", () => {
  expect(runProgram([process.execPath, "-e", "process.exit(3)"])).toBeUndefined();
  expect(runProgram(["no-such-program"])).toBeUndefined();
});
