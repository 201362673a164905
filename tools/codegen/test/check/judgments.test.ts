import { PAYMENTS, testFaults } from "../test-faults.js";

/** A variant and an alias. */
const OWN = `    variants: [{ message: went, sources: [{ document: errors.md, line: 7 }] }]
    aliases: [{ code: wrong, sources: [{ document: errors.md, line: 7 }] }]
`;

/** An entry that has become another one, with a variant and an alias. */
const renamed = (name: string, replacedBy: string) => `  - name: ${name}
    code: api_error
    httpStatus: 500
    message: Something went wrong
    description: ""
    category: traffic
    fault: server
    outcome: unknown
    retry: after-reconcile
    retired: { since: "1.1.0", reason: Renamed, replacedBy: ${replacedBy} }
    sources: [{ document: errors.md, line: 7 }]
${OWN}`;

testFaults("the rule judgments", [
  {
    name: "a renamed entry whose variant and alias its successor lacks",
    edit: [
      PAYMENTS,
      "  - name: API_ERROR",
      `${renamed("OLD_ERROR", "API_ERROR")}  - name: API_ERROR`,
    ],
    problems: [
      'judgments: API_ERROR lacks the variant "went" of OLD_ERROR | API_ERROR now gets the responses of OLD_ERROR: copy it there with its sources @ catalog/payments.yaml: API_ERROR }',
      'judgments: API_ERROR lacks the alias "wrong" of OLD_ERROR | API_ERROR now gets the responses of OLD_ERROR: copy it there with its sources @ catalog/payments.yaml: API_ERROR }',
    ],
  },
  {
    name: "an entry that was renamed twice, and its successors with all that it had",
    edit: [
      PAYMENTS,
      "  - name: API_ERROR\n",
      `${renamed("LATER_ERROR", "API_ERROR")}${renamed("OLDEST_ERROR", "LATER_ERROR")}  - name: API_ERROR\n${OWN}`,
    ],
    problems: [],
  },
  {
    name: "two entries that replace each other",
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
      "judgments: replacedBy forms a circle: API_ERROR -> OLD_ERROR -> API_ERROR | one of them must not be retired @ catalog/payments.yaml: OLD_ERROR }",
      "judgments: replacedBy forms a circle: OLD_ERROR -> API_ERROR -> OLD_ERROR | one of them must not be retired @ catalog/payments.yaml: API_ERROR }",
    ],
  },
  {
    name: "an unknown outcome with a retry that does not reconcile first",
    edit: [PAYMENTS, "retry: after-reconcile", "retry: after-delay"],
    problems: [
      "judgments: outcome unknown requires retry after-reconcile, not after-delay: a retry could execute the request twice @ catalog/payments.yaml: after-delay",
    ],
  },
  {
    name: "a rejected error with after-reconcile and without notes",
    edit: [PAYMENTS, "outcome: unknown", "outcome: rejected"],
    problems: [
      "judgments: outcome rejected with retry after-reconcile needs a reason | say in notes what is uncertain, for example that an earlier request may have been executed @ catalog/payments.yaml: after-reconcile",
    ],
  },
  {
    name: "a replacement that is not in the catalog",
    edit: [
      PAYMENTS,
      "code: api_error",
      'code: api_error\n    retired: { since: "1.1.0", reason: Gone, replacedBy: OTHER_ERROR }',
    ],
    problems: [
      "judgments: OTHER_ERROR is not an entry of the catalog @ catalog/payments.yaml: OTHER_ERROR }",
    ],
  },
  {
    name: "an applied outcome with a retry that repeats the request",
    edit: [
      PAYMENTS,
      "outcome: unknown\n    retry: after-reconcile",
      "outcome: applied\n    retry: after-delay",
    ],
    problems: [
      "judgments: outcome applied requires retry never or after-reconcile, not after-delay: the request was carried out @ catalog/payments.yaml: after-delay",
    ],
  },
  ...["never", "after-reconcile"].map((retry) => ({
    name: `an applied outcome with the retry ${retry}`,
    edit: [
      PAYMENTS,
      "outcome: unknown\n    retry: after-reconcile",
      `outcome: applied\n    retry: ${retry}`,
    ] as const,
    problems: [],
  })),
  {
    name: "a rejected error with after-reconcile and notes",
    edit: [
      PAYMENTS,
      "outcome: unknown",
      "notes: The first request may stand.\n    outcome: rejected",
    ],
    problems: [],
  },
  {
    name: "an entry that replaces itself",
    edit: [
      PAYMENTS,
      "code: api_error",
      'code: api_error\n    retired: { since: "1.1.0", reason: Gone, replacedBy: API_ERROR }',
    ],
    problems: ["judgments: API_ERROR cannot replace itself @ catalog/payments.yaml: API_ERROR }"],
  },
]);
