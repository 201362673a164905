import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";

test.each<[what: string, text: string, problem: string]>([
  [
    "keys that are objects",
    `${"? ".repeat(200)}a\n`,
    "1:3 error a key must be plain text, not an alias, a list or an object (syntax)",
  ],
  [
    "a value inside of itself",
    "x: &loop\n  b: *loop\n",
    "2:6 error *loop is inside &loop (syntax)",
  ],
  [
    "very many aliases",
    `x: [&a b${", *a".repeat(2_000)}]\n`,
    "error more than 1,000 aliases (syntax)",
  ],
])("lint, snapshot and generate report %s", async (_, text, problem) => {
  const wrong: string[] = [];
  for (const file of [PAYMENTS, "openapi.yaml", "glossary.yaml", "catalog.yaml"]) {
    for (const command of ["lint", "generate", "record", "check"]) {
      const acme = copyAcme();
      acme.write(file, text);
      const { status, output } = await codegen(acme, command);
      const isReported = output.includes(`${file}:`) && output.includes(problem);
      if (status !== 1 || !isReported) wrong.push(`${command} ${file}: ${output.slice(0, 300)}`);
    }
  }
  expect(wrong).toEqual([]);
});
