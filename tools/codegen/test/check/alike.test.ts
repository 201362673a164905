import { emit, lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { PAYMENTS, testFaults } from "../test-faults.js";

testFaults([
  {
    name: "an entry alike to one that does not exist",
    edit: [PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    alike: [CARD_EXPIRE]\n"],
    problems: [
      "alike: CARD_EXPIRE is not an entry of the catalog @ catalog/payments.yaml: CARD_EXPIRE]",
    ],
  },
  {
    name: "an entry alike to itself",
    edit: [PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    alike: [CARD_EXPIRED]\n"],
    problems: [
      "alike: CARD_EXPIRED cannot be alike to itself @ catalog/payments.yaml: CARD_EXPIRED]",
    ],
  },
  {
    name: "an entry alike to one that does not say so",
    edit: [PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    alike: [CARD_REFUSED]\n"],
    problems: [
      "alike: CARD_EXPIRED is alike to CARD_REFUSED, but CARD_REFUSED is not alike to CARD_EXPIRED | add CARD_EXPIRED to alike in CARD_REFUSED, or remove CARD_REFUSED here @ catalog/payments.yaml: CARD_REFUSED]",
    ],
  },
  {
    name: "an entry alike to another twice",
    edit: [
      PAYMENTS,
      "name: CARD_EXPIRED\n",
      "name: CARD_EXPIRED\n    alike: [CARD_REFUSED, CARD_REFUSED]\n",
    ],
    problems: [
      "alike: CARD_EXPIRED is alike to CARD_REFUSED, but CARD_REFUSED is not alike to CARD_EXPIRED | add CARD_EXPIRED to alike in CARD_REFUSED, or remove CARD_REFUSED here @ catalog/payments.yaml: CARD_REFUSED, CARD_REFUSE",
      "alike: CARD_REFUSED appears twice @ catalog/payments.yaml: CARD_REFUSED]",
    ],
  },
]);

test("an entry alike to the success row is reported", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "name: CARD_REFUSED\n", "name: CARD_REFUSED\n    alike: [DONE]\n");
  acme.edit(
    PAYMENTS,
    "entries:\n",
    `entries:
  - { name: DONE, kind: success, code: ok, httpStatus: 200, message: Done, description: "", sources: [{ document: errors.md, line: 1 }] }
`,
  );
  const found = (await lint(acme.catalog)).problems.filter(({ rule }) => rule === "alike");
  expect(found.map(({ message }) => message)).toEqual(["DONE is not an error but the success row"]);
});

test("entries that name each other as alike are right, and the doc comments say it", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "name: CARD_REFUSED\n", "name: CARD_REFUSED\n    alike: [CARD_EXPIRED]\n");
  acme.edit(PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    alike: [CARD_REFUSED]\n");
  const { catalog, problems } = await lint(acme.catalog);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  if (catalog === undefined) throw new Error("the catalog is not well formed");
  const { files } = await emit(catalog);
  const entries = files.find(({ path }) => path === "../out/types/generated/entries.ts");
  expect(entries?.text.match(/No source tells it apart .+/g)).toEqual([
    "No source tells it apart from CARD_EXPIRED.",
    "No source tells it apart from CARD_REFUSED.",
  ]);
});
