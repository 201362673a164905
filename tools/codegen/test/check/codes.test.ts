import { PAYMENTS, testFaults } from "../test-faults.js";

testFaults([
  {
    name: "a code and message that another entry has",
    edit: [
      PAYMENTS,
      "    code: api_error\n    httpStatus: 500\n    message: Something went wrong",
      "    code: rate_limited\n    httpStatus: 500\n    message: Slow down.",
    ],
    problems: [
      "codes: RATE_LIMITED has the same code and message: nothing tells them apart | a rename is a retirement: retired: { since, reason, replacedBy } in the old entry @ catalog/payments.yaml: rate_limited",
      "messages: a text can fit both this message and that of RATE_LIMITED, which has the same code @ catalog/payments.yaml: Slow down.",
      'sources: evidence/errors.md:7 ("| api_error     | Something went wrong                                      |") does not have the code "rate_limited" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
  {
    name: "an alias that is another entry's code",
    edit: [
      PAYMENTS,
      "code: api_error",
      "code: api_error\n    aliases: [{ code: rate_limited, sources: [{ document: errors.md, line: 6 }] }]",
    ],
    problems: [
      'codes: the alias "rate_limited" collides with the code of RATE_LIMITED @ catalog/payments.yaml: rate_limited, sources: [{',
    ],
  },
  {
    name: "an alias that is a success code",
    edit: ["catalog.yaml", "success: []", "success: [rate_limited]"],
    problems: [
      'codes: the code "rate_limited" means success (wire.success in catalog.yaml) @ catalog/payments.yaml: rate_limited',
      'wire: ErrorBody accepts {"error":{"code":"rate_limited"}}, though the code means success @ wire.schema.json: 1:1',
    ],
  },
]);
