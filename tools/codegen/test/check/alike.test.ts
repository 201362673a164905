import { emit } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { loadCatalog } from "../diff/edits.js";
import { DONE, DONE_FILES, PAYMENTS, testFaults } from "../test-faults.js";

testFaults("the rule alike", [
  {
    name: "a name that is not in the catalog",
    edit: [PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    alike: [CARD_EXPIRE]\n"],
    problems: [
      "alike: CARD_EXPIRE is not an entry of the catalog @ catalog/payments.yaml: CARD_EXPIRE]",
    ],
  },
  {
    name: "a name that is nearly another one",
    edit: [PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    alike: [CARD_REFUSE]\n"],
    problems: [
      'alike: CARD_REFUSE is not an entry of the catalog | did you mean "CARD_REFUSED"? @ catalog/payments.yaml: CARD_REFUSE]',
    ],
  },
  {
    name: "nothing about an entry that could not be read",
    edits: [
      [PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    alike: [CARD_REFUSED]\n"],
      [PAYMENTS, "retry: after-delay", "retry: sometime"],
    ],
    problems: [
      'schema: "retry" must be one of never, after-fix, after-delay, after-reconcile (it is "sometime") @ catalog/payments.yaml: sometime',
    ],
  },
  {
    name: "an entry's own name",
    edit: [PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    alike: [CARD_EXPIRED]\n"],
    problems: [
      "alike: CARD_EXPIRED cannot list itself in alike @ catalog/payments.yaml: CARD_EXPIRED]",
    ],
  },
  {
    name: "an entry that does not name the first one back, but a third one",
    edits: [
      [PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    alike: [CARD_REFUSED]\n"],
      [PAYMENTS, "name: CARD_REFUSED\n", "name: CARD_REFUSED\n    alike: [API_ERROR]\n"],
    ],
    problems: [
      "alike: CARD_REFUSED lists API_ERROR in alike, but API_ERROR does not list CARD_REFUSED | add CARD_REFUSED to alike in API_ERROR, or remove API_ERROR here @ catalog/payments.yaml: API_ERROR]",
      "alike: CARD_EXPIRED lists CARD_REFUSED in alike, but CARD_REFUSED does not list CARD_EXPIRED | add CARD_EXPIRED to alike in CARD_REFUSED, or remove CARD_REFUSED here @ catalog/payments.yaml: CARD_REFUSED]",
    ],
  },
  {
    name: "a name that appears twice",
    edit: [
      PAYMENTS,
      "name: CARD_EXPIRED\n",
      "name: CARD_EXPIRED\n    alike: [CARD_REFUSED, CARD_REFUSED]\n",
    ],
    problems: [
      "alike: CARD_EXPIRED lists CARD_REFUSED in alike, but CARD_REFUSED does not list CARD_EXPIRED | add CARD_EXPIRED to alike in CARD_REFUSED, or remove CARD_REFUSED here @ catalog/payments.yaml: CARD_REFUSED, CARD_REFUSE",
      "alike: CARD_REFUSED appears twice @ catalog/payments.yaml: CARD_REFUSED]",
    ],
  },
  {
    name: "the success row",
    edits: [
      [PAYMENTS, "name: CARD_REFUSED\n", "name: CARD_REFUSED\n    alike: [DONE]\n"],
      [PAYMENTS, "entries:\n", DONE],
      ["catalog.yaml", "success: []", "success: [ok]"],
      ["wire.schema.json", '{ "const": "" }', '{ "enum": ["", "ok"] }'],
    ],
    files: DONE_FILES,
    problems: ["alike: DONE is not an error but the success row @ catalog/payments.yaml: DONE]"],
  },
]);

test("entries that are alike name each other in their doc comments", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "name: CARD_REFUSED\n", "name: CARD_REFUSED\n    alike: [CARD_EXPIRED]\n");
  acme.edit(PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    alike: [CARD_REFUSED]\n");
  const { files } = await emit(await loadCatalog(acme));
  const entries = files.find(({ path }) => path === "../out/types/generated/entries.ts");
  expect(entries?.text.match(/No source tells it apart .+/g)).toEqual([
    "No source tells it apart from CARD_EXPIRED.",
    "No source tells it apart from CARD_REFUSED.",
  ]);
});
