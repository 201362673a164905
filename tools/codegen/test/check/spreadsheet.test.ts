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
]);
