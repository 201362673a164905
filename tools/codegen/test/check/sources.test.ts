import { PAYMENTS, testFaults } from "../test-faults.js";

testFaults([
  {
    name: "a line that does not exist",
    edit: [PAYMENTS, "line: 7", "line: 70"],
    problems: [
      "sources: evidence/errors.md has no line 70: it has 7 @ catalog/payments.yaml: { document: errors.md, li",
    ],
  },
  {
    name: "a document that does not exist",
    edit: [
      PAYMENTS,
      "[{ document: errors.md, line: 7 }]",
      "[{ document: errors.md, line: 7 }, { document: other.md, line: 1 }]",
    ],
    problems: [
      "sources: evidence/other.md does not exist @ catalog/payments.yaml: { document: other.md, lin",
    ],
  },
  {
    name: "a line of another error",
    edit: [PAYMENTS, "line: 7", "line: 6"],
    problems: [
      'sources: evidence/errors.md:6 ("| rate_limited  | Slow down.                                                |") does not have the code "api_error" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
  {
    name: "an undocumented entry that cites the table",
    edit: [PAYMENTS, "code: api_error", "code: api_error\n    documented: false"],
    problems: [
      "sources: API_ERROR is not documented, but cites a line of errors.md @ catalog/payments.yaml: [{ document: errors.md, l",
    ],
  },
  {
    name: "a row that two entries cite",
    edit: [PAYMENTS, "line: 4", "line: 3"],
    problems: [
      "sources: CARD_EXPIRED is the entry of errors.md:3 @ catalog/payments.yaml: [{ document: errors.md, l",
      'sources: evidence/errors.md:3 ("| card_declined | Your card was declined: `{reason}`. Try {days} days later |") does not have the text "Your card has expired" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
  {
    name: "a document called as what every object has",
    edit: [
      PAYMENTS,
      "{ document: errors.md, line: 7 }",
      "{ document: errors.md, line: 7 }, { document: __proto__, line: 1 }, { document: constructor, line: 1 }",
    ],
    problems: [
      "sources: evidence/__proto__ does not exist @ catalog/payments.yaml: { document: __proto__, li",
      "sources: evidence/constructor does not exist @ catalog/payments.yaml: { document: constructor, ",
    ],
  },
  {
    name: "a table called as what every object has",
    edit: ["catalog.yaml", "table: errors.md", "table: [errors.md, constructor, __proto__]"],
    problems: [
      "sources: evidence/constructor does not exist @ catalog.yaml: [errors.md, constructor, ",
      "sources: evidence/__proto__ does not exist @ catalog.yaml: [errors.md, constructor, ",
    ],
  },
  {
    name: "a code that is the end of another",
    edit: [PAYMENTS, "code: api_error", "code: error"],
    problems: [
      'sources: evidence/errors.md:7 ("| api_error     | Something went wrong                                      |") does not have the code "error" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
]);
