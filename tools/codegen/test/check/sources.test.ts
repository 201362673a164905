import { PAYMENTS, testFaults } from "../test-faults.js";

testFaults("the rule sources", [
  {
    name: "a line after the end of the document",
    edit: [PAYMENTS, "line: 7", "line: 70"],
    problems: [
      "sources: evidence/errors.md has no line 70: it has 7 lines @ catalog/payments.yaml: { document: errors.md, li",
    ],
  },
  {
    name: "a document that is not in evidence/",
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
    name: "a document whose name is misspelled",
    edit: [
      PAYMENTS,
      "[{ document: errors.md, line: 7 }]",
      "[{ document: errors.md, line: 7 }, { document: error.md, line: 1 }]",
    ],
    problems: [
      'sources: evidence/error.md does not exist | did you mean "errors.md"? @ catalog/payments.yaml: { document: error.md, lin',
    ],
  },
  {
    name: "a table whose name is misspelled",
    edit: ["catalog.yaml", "table: errors.md", "table: [errors.md, error.md]"],
    problems: [
      'sources: evidence/error.md does not exist | did you mean "errors.md"? @ catalog.yaml: [errors.md, error.md]',
    ],
  },
  {
    name: "the line of another error",
    edit: [PAYMENTS, "line: 7", "line: 6"],
    problems: [
      'sources: the code "api_error" is not in evidence/errors.md:6: "| rate_limited  | Slow down.                                                |" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
  {
    name: "an entry with documented: false that cites the table",
    edit: [PAYMENTS, "code: api_error", "code: api_error\n    documented: false"],
    problems: [
      "sources: API_ERROR has documented: false, but cites a line of errors.md | remove documented: false, or the source @ catalog/payments.yaml: [{ document: errors.md, l",
    ],
  },
  {
    name: "a row that two entries cite",
    edit: [PAYMENTS, "line: 4", "line: 3"],
    problems: [
      "sources: errors.md:3 is already cited by CARD_EXPIRED | a row of the table belongs to one entry: cite the row of this one @ catalog/payments.yaml: [{ document: errors.md, l",
      'sources: the text "Your card has expired" is not in evidence/errors.md:3: "| card_declined | Your card was declined: `{reason}`. Try {days} days later |" | code, message and description are the table\'s own; another wording that was seen is one of the variants, with its source @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
  {
    name: "documents named like members of every JavaScript object",
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
    name: "tables named like members of every JavaScript object",
    edit: ["catalog.yaml", "table: errors.md", "table: [errors.md, constructor, __proto__]"],
    problems: [
      "sources: evidence/constructor does not exist @ catalog.yaml: [errors.md, constructor, ",
      "sources: evidence/__proto__ does not exist @ catalog.yaml: [errors.md, constructor, ",
    ],
  },
  {
    name: "a code that is only the end of the cited one",
    edit: [PAYMENTS, "code: api_error", "code: error"],
    problems: [
      'sources: the code "error" is not in evidence/errors.md:7: "| api_error     | Something went wrong                                      |" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
  {
    name: "a documented entry that cites no table",
    edits: [
      [
        PAYMENTS,
        "sources: [{ document: errors.md, line: 7 }]",
        "sources: [{ document: other.md, line: 1 }]",
      ],
    ],
    files: { "evidence/other.md": "api_error: Something went wrong" },
    problems: [
      "sources: API_ERROR is documented, but cites no line of errors.md | cite its row, or say documented: false @ catalog/payments.yaml: [{ document: other.md, li",
    ],
  },
  {
    name: "a status of the wire whose line does not have it",
    edit: [
      "catalog.yaml",
      "numericCodes: false",
      `numericCodes: false
  statuses:
    429: { outcome: rejected, retry: after-delay, delay: PT60S, sources: [{ document: errors.md, line: 6 }] }`,
    ],
    problems: [
      'sources: the code "429" is not in evidence/errors.md:6: "| rate_limited  | Slow down.                                                |" @ catalog.yaml: { document: errors.md, li',
    ],
  },
]);
