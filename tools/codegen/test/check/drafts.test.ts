import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";

test("a draft is a warning, and a release waits for it", async () => {
  const acme = copyAcme();
  const before = (await codegen(acme, "lint")).stdout;
  acme.edit(PAYMENTS, "name: RATE_LIMITED\n", "name: RATE_LIMITED\n    draft: [outcome, retry]\n");
  const { problems } = await lint(acme.catalog);
  expect(problems.find(({ rule }) => rule === "drafts")).toMatchObject({
    severity: "warning",
    message: "RATE_LIMITED is a draft: decide outcome, retry",
    hint: 'read evidence/errors.md:6, and remove each decided field from "draft"',
    location: { file: PAYMENTS },
  });
  const result = await codegen(acme, "lint");
  expect(result.status).toBe(0);
  expect(result.stdout).not.toBe(before);
  expect(await codegen(acme, "lint", "--release")).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("A release waits until every draft is decided"),
  });
  // Whoever has the catalog as data has no drafts in it.
  await codegen(acme, "generate");
  expect(acme.read("generated/catalog.json")).not.toContain("draft");
});

test.each([
  ["draft: []", 'schema: "draft" must NOT have fewer than 1 items'],
  [
    "draft: [colour]",
    'schema: must be one of name, code, httpStatus, message, params, description, category, fault, outcome, retry, documented (it is "colour")',
  ],
])("%s is no list of fields that wait", async (draft, problem) => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "name: RATE_LIMITED\n", `name: RATE_LIMITED\n    ${draft}\n`);
  expect(await problemsOf(acme)).toEqual([problem]);
});

async function problemsOf({ catalog }: Workspace): Promise<string[]> {
  const { problems } = await lint(catalog);
  return problems
    .filter(({ severity }) => severity === "error")
    .map(({ rule, message }) => `${rule}: ${message}`);
}
