import { PAYMENTS, testFaults } from "../test-faults.js";

testFaults("the rule names", [
  {
    name: "a name that another entry has",
    edit: [PAYMENTS, "name: RATE_LIMITED", "name: API_ERROR"],
    problems: [
      "names: duplicate name API_ERROR | the first is at catalog/payments.yaml:40: every entry needs a name of its own @ catalog/payments.yaml: API_ERROR",
      'translations: RATE_LIMITED is not an error of the catalog | remove its texts here, or put the entry back @ locales/de.json: "RATE_LIMITED": {',
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
      'translations: API_ERROR is not an error of the catalog | remove its texts here, or put the entry back @ locales/de.json: "API_ERROR": {',
    ],
  })),
  {
    name: "a name that ends in none of nameEndings",
    edit: [
      "catalog.yaml",
      "errorClass:",
      "nameEndings: [REFUSED, EXPIRED, UNSUPPORTED, LIMITED]\nerrorClass:",
    ],
    problems: [
      "names: the name API_ERROR does not end in one of nameEndings | end it in one of REFUSED, EXPIRED, UNSUPPORTED, LIMITED, or add its ending to nameEndings in catalog.yaml @ catalog/payments.yaml: API_ERROR",
    ],
  },
  {
    name: "a name that is one of nameEndings",
    edit: [
      "catalog.yaml",
      "errorClass:",
      "nameEndings: [REFUSED, EXPIRED, UNSUPPORTED, LIMITED, API_ERROR]\nerrorClass:",
    ],
    problems: [],
  },
  ...[
    { code: "-42", problems: [] },
    {
      code: "-43",
      problems: [
        "names: the name API_ERROR_42 does not end in one of nameEndings | end it in one of REFUSED, EXPIRED, UNSUPPORTED, LIMITED, ERROR, or add its ending to nameEndings in catalog.yaml @ catalog/payments.yaml: API_ERROR_42",
      ],
    },
  ].map(({ code, problems }) => ({
    name: `API_ERROR_42 for code ${code}, where names end in ERROR`,
    edits: [
      [
        "catalog.yaml",
        "errorClass:",
        "nameEndings: [REFUSED, EXPIRED, UNSUPPORTED, LIMITED, ERROR]\nerrorClass:",
      ],
      [PAYMENTS, "name: API_ERROR", "name: API_ERROR_42"],
      [PAYMENTS, "code: api_error", `code: "${code}"`],
      ["evidence/errors.md", "api_error", code],
      ["locales/de.json", '"API_ERROR"', '"API_ERROR_42"'],
    ] as const,
    problems,
  })),
]);
