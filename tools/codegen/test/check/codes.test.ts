import { DONE, DONE_FILES, PAYMENTS, testFaults } from "../test-faults.js";

testFaults("the rule codes", [
  {
    name: "a code with a full stop, which is not the number before it",
    edits: [
      ["catalog.yaml", "numericCodes: false", "numericCodes: true"],
      [
        "wire.schema.json",
        '"type": "string", "not": { "const": "" }',
        '"type": ["string", "integer"]',
      ],
      [PAYMENTS, "code: rate_limited", 'code: "1.0"'],
      [PAYMENTS, "code: api_error", 'code: "1"'],
      ["evidence/errors.md", "rate_limited", "1.0"],
      ["evidence/errors.md", "api_error", "1"],
    ],
    problems: [],
  },
  {
    name: "an entry with the code and message of another one",
    edit: [
      PAYMENTS,
      "    code: api_error\n    httpStatus: 500\n    message: Something went wrong",
      "    code: rate_limited\n    httpStatus: 500\n    message: Slow down.",
    ],
    problems: [
      "codes: same code and message as RATE_LIMITED: responses cannot be told apart | to rename an entry, retire the old one: retired: { since, reason, replacedBy } @ catalog/payments.yaml: rate_limited",
      "messages: every response text of this entry matches RATE_LIMITED too, which has the same code @ catalog/payments.yaml: Slow down.",
      'sources: the code "rate_limited" is not in evidence/errors.md:7: "| api_error     | Something went wrong                                      |" @ catalog/payments.yaml: { document: errors.md, li',
    ],
  },
  {
    name: "an alias that is the code of another entry",
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
    name: "an alias that is the same number as the code of another entry",
    edits: [
      ["catalog.yaml", "numericCodes: false", "numericCodes: true"],
      ["wire.schema.json", '{ "type": "string", "not": { "const": "" } }', "{}"],
      ["evidence/errors.md", "rate_limited ", "1 "],
      [PAYMENTS, "code: rate_limited", 'code: "1"'],
      [
        PAYMENTS,
        "code: api_error",
        'code: api_error\n    aliases: [{ code: "001", sources: [{ document: more.md, line: 1 }] }]',
      ],
    ],
    files: { "evidence/more.md": "001" },
    problems: [
      'codes: the alias "001" is already the code of RATE_LIMITED @ catalog/payments.yaml: "001", sources: [{ docume',
    ],
  },
  {
    name: "aliases that mean success, or that two entries have",
    edits: [
      ["catalog.yaml", "success: []", "success: [fine]"],
      ["wire.schema.json", '{ "const": "" }', '{ "enum": ["", "fine"] }'],
      [
        PAYMENTS,
        "code: rate_limited",
        "code: rate_limited\n    aliases: [{ code: slow, sources: [{ document: more.md, line: 1 }] }]",
      ],
      [
        PAYMENTS,
        "code: api_error",
        "code: api_error\n    aliases: [{ code: fine, sources: [{ document: more.md, line: 1 }] }, { code: slow, sources: [{ document: more.md, line: 1 }] }]",
      ],
    ],
    files: { "evidence/more.md": "fine and slow" },
    problems: [
      'codes: the alias "fine" is already a code that means success @ catalog/payments.yaml: fine, sources: [{ documen',
      'codes: the alias "slow" is already an alias of RATE_LIMITED @ catalog/payments.yaml: slow, sources: [{ documen',
    ],
  },
  {
    name: "an error whose code means success",
    edit: ["catalog.yaml", "success: []", "success: [rate_limited]"],
    problems: [
      'codes: the code "rate_limited" of an error means success: it is listed in wire.success | correct the code, or remove it from wire.success in catalog.yaml @ catalog/payments.yaml: rate_limited',
      'wire: ErrorBody accepts {"error":{"code":"rate_limited"}}, but its code means success | exclude the code in ErrorBody, or remove it from wire.success in catalog.yaml @ wire.schema.json: 1:1',
    ],
  },
  {
    name: "a success row whose code does not mean success",
    edit: [PAYMENTS, "entries:\n", DONE],
    files: DONE_FILES,
    problems: [
      'codes: the code "ok" of the success row is missing in wire.success | add it to wire.success in catalog.yaml @ catalog/payments.yaml: ok',
    ],
  },
  {
    name: "a success row whose code means success",
    edits: [
      [PAYMENTS, "entries:\n", DONE],
      ["catalog.yaml", "success: []", "success: [ok]"],
      ["wire.schema.json", '{ "const": "" }', '{ "enum": ["", "ok"] }'],
    ],
    files: DONE_FILES,
    problems: [],
  },
  {
    name: "two codes that are the same number",
    edits: [
      ["catalog.yaml", "numericCodes: false", "numericCodes: true"],
      ["wire.schema.json", '{ "type": "string", "not": { "const": "" } }', "{}"],
      ["evidence/errors.md", "rate_limited ", "001 "],
      ["evidence/errors.md", "api_error ", "1 "],
      [PAYMENTS, "code: rate_limited", 'code: "001"'],
      [PAYMENTS, "code: api_error", 'code: "1"'],
    ],
    problems: [
      'codes: the codes "1" and "001" (RATE_LIMITED) are the same number | correct one of them, or set wire.numericCodes: false in catalog.yaml if codes never come as numbers @ catalog/payments.yaml: "1"',
    ],
  },
]);
