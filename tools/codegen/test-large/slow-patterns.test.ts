import { testFaults } from "../test/test-faults.js";

const LONG_CODE = `entries:
  - name: LONG
    code: ${"a".repeat(60)}
    httpStatus: null
    message: Long
    description: ""
    documented: false
    category: card
    fault: client
    outcome: rejected
    retry: after-fix
    sources: [{ document: long.md, line: 1 }]
`;

testFaults("the rule wire", [
  {
    name: "a wire schema with a pattern that takes forever",
    edit: [
      "wire.schema.json",
      '{ "type": "string", "not": { "const": "" } }',
      '{ "type": "string", "pattern": "^(([a-z]+_?)*!|[a-z_]{1,30})$" }',
    ],
    files: { "catalog/long.yaml": LONG_CODE, "evidence/long.md": `${"a".repeat(60)}: Long` },
    problems: [
      "wire: it takes longer than 2 seconds to check the bodies of the errors | a pattern in it tries the same characters again and again: make it simpler @ wire.schema.json: 1:1",
    ],
  },
]);
