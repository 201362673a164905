import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { PAYMENTS, testFaults } from "../test-faults.js";

testFaults([
  {
    name: "a name that is taken",
    edit: [PAYMENTS, "name: RATE_LIMITED", "name: API_ERROR"],
    problems: [
      "names: duplicate name API_ERROR | every entry needs a name of its own @ catalog/payments.yaml: API_ERROR",
      'translations: RATE_LIMITED is not an error of the catalog @ locales/de.json: "RATE_LIMITED": {',
    ],
  },
  ...[
    ["UNRECOGNIZED", "errors that the catalog does not list"],
    ["INVALID_RESPONSE", "answers that are not the API's"],
    ["NO_RESPONSE", "requests that got no answer"],
  ].map(([name, meaning]) => ({
    name: `the reserved name ${name}`,
    edit: [PAYMENTS, "name: API_ERROR", `name: ${name}`] as const,
    problems: [
      `names: the name ${name} is reserved for ${meaning} @ catalog/payments.yaml: ${name}`,
      'translations: API_ERROR is not an error of the catalog @ locales/de.json: "API_ERROR": {',
    ],
  })),
  {
    name: "an ending that is not in the vocabulary",
    edit: [
      "catalog.yaml",
      "errorClass:",
      "nameEndings: [REFUSED, EXPIRED, UNSUPPORTED, LIMITED]\nerrorClass:",
    ],
    problems: [
      "names: the name API_ERROR does not end in one of nameEndings | end it in one of REFUSED, EXPIRED, UNSUPPORTED, LIMITED, or add its ending to nameEndings in catalog.yaml @ catalog/payments.yaml: API_ERROR",
    ],
  },
]);

test.each([
  ["-42", []],
  ["-43", ["the name API_ERROR_42 does not end in one of nameEndings"]],
])("a name may end in its entry's own code: API_ERROR_42 with code %s", async (code, problems) => {
  const acme = copyAcme();
  acme.edit(
    "catalog.yaml",
    "errorClass:",
    "nameEndings: [REFUSED, EXPIRED, UNSUPPORTED, LIMITED, ERROR]\nerrorClass:",
  );
  acme.edit(PAYMENTS, "name: API_ERROR", "name: API_ERROR_42");
  acme.edit(PAYMENTS, "code: api_error", `code: "${code}"`);
  const found = (await lint(acme.catalog)).problems.filter(({ rule }) => rule === "names");
  expect(found.map(({ message }) => message)).toEqual(problems);
});
