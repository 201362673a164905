import { PAYMENTS, testFaults } from "../test-faults.js";

const HINT = "begin it with another character; a code may begin with - before digits alone";

testFaults("the rule spreadsheet", [
  ...["=1+1", "+1+1", "@SUM(A1)", "-1+1|cmd"].map((code) => ({
    name: `the code ${code}`,
    edit: [PAYMENTS, "code: rate_limited", `code: "${code}"`] as const,
    problems: [
      `spreadsheet: the code begins with "${code[0]}": a spreadsheet that opens errors.csv runs it as a formula | ${HINT} @ catalog/payments.yaml: "${code}"`,
      `sources: the code "${code}" is not in evidence/errors.md:6: "| rate_limited  | Slow down.                                                |" @ catalog/payments.yaml: { document: errors.md, li`,
    ],
  })),
  {
    name: "a dash that stands for no description",
    edits: [
      [
        PAYMENTS,
        'message: Slow down.\n    description: ""',
        'message: Slow down.\n    description: "-"',
      ],
      ["evidence/errors.md", "| Slow down. ", "| Slow down. | - "],
    ],
    problems: [],
  },
  {
    name: "a message, a description and an alias",
    edits: [
      [PAYMENTS, "message: Slow down.", 'message: "=Slow down."'],
      [
        PAYMENTS,
        "code: rate_limited\n    httpStatus: 429",
        'code: rate_limited\n    aliases: [{ code: "-1+1", sources: [{ document: more.md, line: 1 }] }]\n    httpStatus: 429',
      ],
      [PAYMENTS, 'description: ""', 'description: "+Refused"'],
    ],
    files: { "evidence/more.md": "-1+1" },
    problems: [
      `spreadsheet: the description begins with "+": a spreadsheet that opens errors.csv runs it as a formula | ${HINT} @ catalog/payments.yaml: "+Refused"`,
      'sources: the description "+Refused" is not in evidence/errors.md:3: "| card_declined | Your card was declined: `{reason}`. Try {days} days later |" @ catalog/payments.yaml: { document: errors.md, li',
      `spreadsheet: the first alias begins with "-": a spreadsheet that opens errors.csv runs it as a formula | ${HINT} @ catalog/payments.yaml: "-1+1", sources: [{ docum`,
      `spreadsheet: the message begins with "=": a spreadsheet that opens errors.csv runs it as a formula | ${HINT} @ catalog/payments.yaml: "=Slow down."`,
      'sources: the text "=Slow down." is not in evidence/errors.md:6: "| rate_limited  | Slow down.                                                |" | code, message and description are the table\'s own; another wording that was seen is one of the variants, with its source @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
]);
