import { expect, test } from "vitest";
import { emptyCatalog } from "../../../empty-catalog.js";
import { importText, readDrafts, testDocuments, toLine } from "../../import-text.js";

testDocuments([
  [
    "names and descriptions beside an enum, and the status of the response that uses it",
    "openapi.yaml",
    `openapi: 3.1.0
paths:
  /pay:
    post:
      responses:
        "402":
          content: { application/json: { schema: { $ref: "#/components/schemas/Refusal" } } }
components:
  schemas:
    Colour: { enum: [red, green] }
    Refusal:
      properties:
        code: { $ref: "#/components/schemas/ErrorCode" }
    ErrorCode:
      type: integer
      enum: [10, 020]
      x-enum-varnames: [TenTimes, TwentyTimes]
      x-enum-descriptions:
        - Ten is too few
        - It's twenty
`,
    [],
    [
      "10 | 402 | Ten is too few |  | 16-19 | message",
      "020 | 402 | It's twenty |  | 16-20 | message",
    ],
  ],
  [
    "constants in JSON, an example of a body, and a success",
    "openapi.json",
    `{
  "components": {
    "schemas": {
      "ErrorCode": {
        "oneOf": [
          { "const": "late", "title": "Late", "description": "The \\"late\\" one" },
          { "const": "early" }
        ]
      }
    },
    "responses": {
      "Late": { "content": { "application/json": { "examples": { "one": { "value": {
        "code": "late",
        "message": "You are late"
      } } } } } }
    }
  }
}`,
    [],
    [
      "early | null | early |  | 7 | message",
      'late | null | You are late | The "late" one | 6-14 | message description',
    ],
  ],
  [
    "constants in schemas that another one refers to",
    "openapi.yaml",
    "openapi: 3.1.0\ncomponents:\n  schemas:\n    ErrorCode:\n      oneOf:\n        - $ref: '#/components/schemas/Late'\n        - $ref: '#/components/schemas/Early'\n    Late: { const: late, description: Too late }\n    Early: { const: early }\n    Other: { const: other }\n",
    [],
    ["late | null | Too late |  | 8 | message", "early | null | early |  | 9 | message"],
  ],
  [
    "an enum that the user chooses",
    "openapi.yaml",
    "components:\n  schemas:\n    Colour:\n      enum: [red, green]\n      description: |\n        - red: stop\n        | `green` | go |\n",
    ["--enum", "schemas/Colour"],
    ["red | null | stop |  | 6 | message", "green | null | go |  | 7 | message"],
  ],
  [
    "the status in an example of an error that no response of a status has",
    "openapi.yaml",
    "openapi: 3.0.3\ncomponents:\n  responses:\n    Generic:\n      content:\n        application/json:\n          examples:\n            LATE:\n              value:\n                status: 409\n                code: ORDER_LATE\n                message: The order is late.\n",
    [],
    ["ORDER_LATE | 409 | The order is late. |  | 11-12 | message"],
  ],
  [
    "examples of an OpenAPI document that send a code alone",
    "openapi.yaml",
    "openapi: 3.0.0\npaths:\n  /a:\n    post:\n      responses:\n        '200':\n          description: The order\n        '400':\n          description: ''\n          content:\n            application/json:\n              examples:\n                Late:\n                  description: The order is late\n                  value:\n                    code: ORDER_LATE\n        '404':\n          description: Nothing\n",
    [],
    ["ORDER_LATE | 400 | The order is late |  | 14-16 | message"],
  ],
]);

test("import cites the lines of a text and of its description in an OpenAPI document", async () => {
  const workspace = emptyCatalog({ id: "cited", manifest: { table: "openapi.yaml" } });
  const text = `components:
  examples:
    Locked: { value: { code: LOCKED, message: It is locked } }
  schemas:
    ErrorCode:
      enum: [LOCKED, GONE]
      x-enum-descriptions: [The account is locked, The account is gone]
`;
  const { output } = await importText(workspace, "openapi.yaml", text);
  expect(output).not.toMatch(/ error /);
  expect(readDrafts(workspace).map(toLine)).toEqual([
    "GONE | null | The account is gone |  | 6-7 | message",
    "LOCKED | null | It is locked | The account is locked | 3-7 | message description",
  ]);
});

test("an example of OpenAPI that is far from its code has the description in a note", async () => {
  const code = '"code": "LATE",\n "message": "Order 7 is late"';
  const example = `{"responses": {"400": {"examples": {"a": {"value": {${code}}}}}}}`;
  const filler = Array(3000)
    .fill(`"${"x".repeat(100)}"`)
    .join(",\n");
  const list = '{"enum": ["LATE"],\n "x-enum-descriptions": ["It is late."]}';
  const text = `{"components": ${example},\n"x-filler": [${filler}],\n"schemas": {"ErrorCode": ${list}}}`;
  const workspace = emptyCatalog({ id: "far" });
  const { output, status } = await importText(workspace, "openapi.json", text, [
    "--from",
    "openapi",
  ]);
  expect({ output, status }).toMatchObject({ status: 0 });
  expect(workspace.read("catalog/imported.yaml")).toContain(
    'notes: "Line 3003 describes this code: It is late."',
  );
});

test.each([
  [
    "the reminder of a failed invoice is not an error",
    "openapi: 3.1.0\ncomponents:\n  schemas:\n    ChargeFailedEvent:\n      example:\n        reminders:\n          - { status: PENDING, message: Your invoice is due }\n",
  ],
  [
    "a state beside a reason is not an error",
    "openapi: 3.1.0\ncomponents:\n  schemas:\n    Tracking:\n      properties:\n        type: { enum: [internalReview] }\n        reason: { enum: [refusedForReasons] }\n",
  ],
  [
    "the objects in an example of a success are not errors",
    "openapi: 3.1.0\ncomponents:\n  examples:\n    transfers-200:\n      value:\n        data:\n          - { status: booked, description: Your description, id: T1 }\n          - { status: failed, description: Another, id: T2 }\n",
  ],
])("of an OpenAPI document, %s", async (_, text) => {
  const workspace = emptyCatalog({ id: "none" });
  const { output, status } = await importText(workspace, "openapi.yaml", text);
  expect(output).toContain("no list of error codes, and no example of an error");
  expect(status).toBe(1);
});

test("of an OpenAPI document, a code whose text repeats it is an error", async () => {
  const text =
    "openapi: 3.1.0\ncomponents:\n  schemas:\n    Detail:\n      properties:\n        issue: { enum: [CONSENT_NEEDED] }\n        description: { enum: [CONSENT_NEEDED] }\n";
  const { output } = await importText(emptyCatalog({ id: "repeats" }), "openapi.yaml", text);
  expect(output).toContain("1 row; 0 known, 0 changed, 1 new");
});

test("import takes no responses of an OpenAPI document for errors", async () => {
  const responses = { 200: { description: "Fine" }, 400: { description: "Bad" } };
  const text = JSON.stringify({ openapi: "3.0.0", paths: { "/a": { get: { responses } } } });
  const { status, output } = await importText(emptyCatalog({ id: "none" }), "api.json", text);
  expect(output).toContain("no list of error codes, and no example of an error");
  expect(status).toBe(1);
});
