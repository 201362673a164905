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
      "codes: same code and message as RATE_LIMITED: responses cannot be told apart | to rename an entry, retire the old one: retired: { since, reason, replacedBy } @ catalog/payments.yaml: rate_limited",
      "messages: a response text can match both this entry and RATE_LIMITED, which has the same code @ catalog/payments.yaml: Slow down.",
      'sources: the code "rate_limited" is not in evidence/errors.md:7: "| api_error     | Something went wrong                                      |" @ catalog/payments.yaml: { document: errors.md, li',
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
      'codes: the alias "rate_limited" is already the code of RATE_LIMITED @ catalog/payments.yaml: rate_limited, sources: [{',
    ],
  },
  {
    name: "an alias that is a success code",
    edit: ["catalog.yaml", "success: []", "success: [rate_limited]"],
    problems: [
      'codes: the code "rate_limited" of an error means success: it is listed in wire.success | correct the code, or remove it from wire.success in catalog.yaml @ catalog/payments.yaml: rate_limited',
      'wire: ErrorBody accepts {"error":{"code":"rate_limited"}}, but its code means success | exclude the code in ErrorBody, or remove it from wire.success in catalog.yaml @ wire.schema.json: 1:1',
    ],
  },
]);
