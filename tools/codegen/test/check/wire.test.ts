import { PAYMENTS, testFaults } from "../test-faults.js";

testFaults("the rule wire", [
  {
    name: "an ErrorBody that rejects an error of the catalog",
    edit: [
      "wire.schema.json",
      '{ "type": "string", "not": { "const": "" } }',
      '{ "enum": ["card_declined", "rate_limited"] }',
    ],
    problems: [
      'wire: ErrorBody in wire.schema.json rejects {"error":{"code":"api_error","message":"Something went wrong"}} | ErrorBody must accept every error: widen it, or correct the code @ catalog/payments.yaml: api_error',
    ],
  },
  {
    name: "a definition that has the name of the whole schema",
    edit: [
      "wire.schema.json",
      '"anyOf": [{ "$ref": "#/$defs/ErrorBody" }, { "$ref": "#/$defs/SuccessBody" }],\n  "$defs": {',
      '"$ref": "#/$defs/ResponseBody",\n  "$defs": {\n    "ResponseBody": { "type": "object" },',
    ],
    problems: [
      "wire: $defs/ResponseBody has the name of the whole schema | give the definition another name, or put its content at the top of the file @ wire.schema.json: 1:1",
    ],
  },
  {
    name: "an ErrorBody that rejects a code as a number",
    edits: [
      ["catalog.yaml", "numericCodes: false", "numericCodes: true"],
      ["evidence/errors.md", "api_error ", "1 "],
      [PAYMENTS, "code: api_error", 'code: "1"'],
    ],
    problems: [
      'wire: ErrorBody in wire.schema.json rejects {"error":{"code":1,"message":"Something went wrong"}} | ErrorBody must accept every error: widen it, or correct the code @ catalog/payments.yaml: "1"',
    ],
  },
  {
    name: "an ErrorBody that accepts a success code",
    edit: ["catalog.yaml", "success: []", "success: [ok]"],
    problems: [
      'wire: ErrorBody accepts {"error":{"code":"ok"}}, but its code means success | exclude the code in ErrorBody, or remove it from wire.success in catalog.yaml @ wire.schema.json: 1:1',
    ],
  },
  {
    name: "a flag that says it failed, which the wire schema takes for a success",
    edit: ["catalog.yaml", "success: []", "success: []\n  failed: { ok: [false, 0] }"],
    problems: [false, 0].map(
      (value) =>
        `wire: the schema accepts {"ok":${value}}, but wire.failed says that it failed | exclude the value where a success is described, or remove it from wire.failed in catalog.yaml @ wire.schema.json: 1:1`,
    ),
  },
  {
    name: "a wire schema that rejects a success",
    edits: [
      ["catalog.yaml", "success: []", "success: [ok]"],
      [
        "wire.schema.json",
        '{ "type": "string", "not": { "const": "" } }',
        '{ "type": "string", "not": { "enum": ["", "ok"] } }',
      ],
      [
        "wire.schema.json",
        '"title": "SuccessBody", "type": "object"',
        '"title": "SuccessBody", "type": "object", "not": { "required": ["error"] }',
      ],
    ],
    problems: [
      'wire: the schema rejects {"error":{"code":"ok"}}, but its code means success | allow the code where a success is described, or remove it from wire.success in catalog.yaml @ wire.schema.json: 1:1',
    ],
  },
  {
    name: "an ErrorBody that accepts numbers where numericCodes is false",
    edit: [
      "wire.schema.json",
      '{ "type": "string", "not": { "const": "" } }',
      '{ "type": ["string", "integer"], "not": { "const": "" } }',
    ],
    problems: [
      "wire: ErrorBody accepts a number as a code, but wire.numericCodes is false | allow only strings as codes in ErrorBody, or set wire.numericCodes: true in catalog.yaml @ wire.schema.json: 1:1",
    ],
  },
  {
    name: "an ErrorBody that is not a valid schema",
    edit: [
      "wire.schema.json",
      '"type": "object",\n          "required": ["code"]',
      '"type": "objekt",\n          "required": ["code"]',
    ],
    problems: [
      "wire: $defs/ErrorBody cannot be used: type must be JSONType or JSONType[]: objekt @ wire.schema.json: 1:1",
    ],
  },
  {
    name: "a wire schema without ErrorBody",
    edits: [
      ["wire.schema.json", '"ErrorBody": {', '"Failure": {'],
      ["wire.schema.json", "#/$defs/ErrorBody", "#/$defs/Failure"],
    ],
    problems: ["wire: $defs/ErrorBody cannot be used: it is missing @ wire.schema.json: 1:1"],
  },
]);
