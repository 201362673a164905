import { PAYMENTS, testFaults } from "../test-faults.js";

testFaults([
  {
    name: "a renamed entry that keeps a variant and an alias from its successor",
    edit: [
      PAYMENTS,
      "  - name: API_ERROR",
      `  - name: OLD_ERROR
    code: api_error
    httpStatus: 500
    message: Something went wrong
    variants: [{ message: wrong, sources: [{ document: errors.md, line: 7 }] }]
    aliases: [{ code: went, sources: [{ document: errors.md, line: 7 }] }]
    description: ""
    category: traffic
    fault: server
    outcome: unknown
    retry: after-reconcile
    retired: { since: "1.1.0", reason: Renamed, replacedBy: API_ERROR }
    sources: [{ document: errors.md, line: 7 }]
  - name: API_ERROR`,
    ],
    problems: [
      'judgements: API_ERROR lacks the variant "wrong" of OLD_ERROR @ catalog/payments.yaml: API_ERROR }',
      'judgements: API_ERROR lacks the alias "went" of OLD_ERROR @ catalog/payments.yaml: API_ERROR }',
    ],
  },
  {
    name: "entries that are renamed to each other",
    edit: [
      PAYMENTS,
      "    code: api_error\n",
      `    code: api_error
    retired: { since: "1.1.0", reason: Renamed, replacedBy: OLD_ERROR }
    httpStatus: 500
    message: Something went wrong
    description: ""
    category: traffic
    fault: server
    outcome: unknown
    retry: after-reconcile
    sources: [{ document: errors.md, line: 7 }]
  - name: OLD_ERROR
    code: api_error
    retired: { since: "1.1.0", reason: Renamed, replacedBy: API_ERROR }
`,
    ],
    problems: [
      "judgements: API_ERROR is replaced in a circle @ catalog/payments.yaml: OLD_ERROR }",
      "judgements: OLD_ERROR is replaced in a circle @ catalog/payments.yaml: API_ERROR }",
    ],
  },
  {
    name: "an unknown outcome that may be repeated",
    edit: [PAYMENTS, "retry: after-reconcile", "retry: after-delay"],
    problems: [
      "judgements: an unknown outcome calls for after-reconcile, not after-delay: a repeat may do the work twice @ catalog/payments.yaml: after-delay",
    ],
  },
  {
    name: "a doubt without a note",
    edit: [PAYMENTS, "outcome: unknown", "outcome: rejected"],
    problems: [
      "judgements: rejected with after-reconcile leaves a doubt: notes must say which @ catalog/payments.yaml: after-reconcile",
    ],
  },
  {
    name: "a retirement that leads nowhere",
    edit: [
      PAYMENTS,
      "code: api_error",
      'code: api_error\n    retired: { since: "1.1.0", reason: Gone, replacedBy: OTHER_ERROR }',
    ],
    problems: [
      "judgements: OTHER_ERROR is no other entry of the catalog @ catalog/payments.yaml: OTHER_ERROR }",
    ],
  },
]);
