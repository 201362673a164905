import { rmSync } from "node:fs";
import { join } from "node:path";
import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen } from "../run.js";
import { PAYMENTS, testFaults } from "../test-faults.js";

function addDraft(acme: Workspace): void {
  acme.edit(PAYMENTS, "name: RATE_LIMITED\n", "name: RATE_LIMITED\n    draft: [outcome, retry]\n");
}

test("the rule drafts warns of an entry with undecided fields", async () => {
  const acme = copyAcme();
  addDraft(acme);
  const { problems } = await lint(acme.catalog);
  expect(problems.filter(({ rule }) => rule === "drafts")).toMatchObject([
    {
      severity: "warning",
      message: "RATE_LIMITED is a draft: decide outcome, retry",
      hint: 'read evidence/errors.md:6, and remove each decided field from "draft"; codegen decide takes many drafts at once',
      location: { file: PAYMENTS },
    },
  ]);
});

test("a draft fails lint --release, but not lint", async () => {
  const acme = copyAcme();
  // Its texts are incomplete, which fails a release too.
  rmSync(join(acme.catalog, "locales/pt-BR.json"));
  acme.edit("catalog.yaml", "localeAliases:\n  pt: pt-BR\n", "");
  expect((await codegen(acme, "lint", "--release")).status).toBe(0);
  addDraft(acme);
  expect((await codegen(acme, "lint", "--release")).status).toBe(1);
  expect((await codegen(acme, "lint")).status).toBe(0);
});

test("catalog.json does not say which fields are drafts", async () => {
  const acme = copyAcme();
  addDraft(acme);
  await codegen(acme, "generate");
  expect(acme.read("generated/catalog.json")).toContain("RATE_LIMITED");
  expect(acme.read("generated/catalog.json")).not.toContain("draft");
});

testFaults("loading", [
  {
    name: "an empty list of drafts",
    edit: [PAYMENTS, "name: RATE_LIMITED\n", "name: RATE_LIMITED\n    draft: []\n"],
    problems: ['schema: "draft" must NOT have fewer than 1 items @ catalog/payments.yaml: []'],
  },
  {
    name: "a draft of a field that does not exist",
    edit: [PAYMENTS, "name: RATE_LIMITED\n", "name: RATE_LIMITED\n    draft: [color]\n"],
    problems: [
      'schema: must be one of name, code, httpStatus, message, params, description, category, fault, outcome, retry, documented (it is "color") @ catalog/payments.yaml: color]',
    ],
  },
]);
