import { test } from "vitest";
import { type DocumentCase, expectEntries } from "../import-text.js";

test.each<DocumentCase>([
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
])("readOpenapi reads %s", async (_, file, text, args, entries) => {
  await expectEntries(file, text, args, entries);
});
