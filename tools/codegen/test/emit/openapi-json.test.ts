import { type Catalog, emit } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { emitFile, tinyCatalog } from "./tiny-catalog.js";

/** A catalog whose OpenAPI document has these schemas. */
function withSchemas(schemas: object): Catalog {
  return tinyCatalog({ openapi: { openapi: "3.1.0", components: { schemas, responses: {} } } });
}

const ENTRY_SCHEMAS = {
  ErrorName: {
    title: "ErrorName",
    description: "The name of an error: its permanent identity.",
    type: "string",
    enum: ["ITEM_NOT_FOUND", "SERVER_BUSY"],
  },
  ErrorCode: {
    title: "ErrorCode",
    description: "The documented code of an error. Several errors may share one.",
    type: "string",
    enum: ["1001", "-1002"],
  },
};

test.each([
  ["the names and codes of the errors are added", {}, {}],
  [
    "a definition of another file becomes a component",
    { ErrorBody: { $ref: "wire.schema.json#/$defs/ErrorBody" } },
    { ErrorBody: { title: "ErrorBody", description: "The body of an error." } },
  ],
  [
    "a reference to a definition becomes one to its component",
    { Failure: { allOf: [{ $ref: "wire.schema.json#/$defs/ErrorBody" }] } },
    {
      ErrorBody: { type: "object" },
      Failure: { allOf: [{ $ref: "#/components/schemas/ErrorBody" }] },
    },
  ],
  [
    "a whole file becomes the component that its title names, with all that it refers to",
    { Any: { $ref: "wire.schema.json" } },
    {
      ResponseBody: { anyOf: [{ $ref: "#/components/schemas/ErrorBody" }, { type: "array" }] },
      ErrorBody: { type: "object" },
      Any: { $ref: "#/components/schemas/ResponseBody" },
    },
  ],
  [
    "a property that is named $ref stays",
    { A: { properties: { $ref: { type: "string" } }, required: ["$ref"] } },
    { A: { properties: { $ref: { type: "string" } }, required: ["$ref"] } },
  ],
  [
    "a reference within the document stays",
    { A: { type: "string" }, B: { $ref: "#/components/schemas/A", description: "One A." } },
    { A: { type: "string" }, B: { $ref: "#/components/schemas/A", description: "One A." } },
  ],
])("%s", async (_, given, want) => {
  const document = JSON.parse(await emitFile("generated/openapi.json", withSchemas(given)));
  expect(document).toMatchObject({
    openapi: "3.1.0",
    components: { responses: {}, schemas: { ...want, ...ENTRY_SCHEMAS } },
  });
  expect(Object.keys(document.components.schemas)).toEqual([
    ...Object.keys(want),
    ...Object.keys(ENTRY_SCHEMAS),
  ]);
});

test.each([undefined, "All bodies"])(
  "a whole file whose title is %j becomes the component ResponseBody",
  async (title) => {
    const catalog = withSchemas({ Any: { $ref: "wire.schema.json" } });
    const wireSchema = { ...catalog.wireSchema, title };
    const text = await emitFile("generated/openapi.json", { ...catalog, wireSchema });
    const { schemas } = JSON.parse(text).components;
    expect(schemas.Any).toEqual({ $ref: "#/components/schemas/ResponseBody" });
    expect(schemas.ResponseBody).toHaveProperty("anyOf");
  },
);

test.each([
  [
    "nowhere",
    { A: { $ref: "wire.schema.json#/$defs/Nope" } },
    "openapi.yaml refers to wire.schema.json#/$defs/Nope, which does not exist",
  ],
  [
    "another file",
    { A: { $ref: "other.json#/$defs/A" } },
    "openapi.yaml refers to other.json: it can only refer to generated/catalog.schema.json and wire.schema.json",
  ],
  [
    "a definition with the name of its own schema",
    { ErrorBody: { type: "object" }, A: { $ref: "wire.schema.json#/$defs/ErrorBody" } },
    "wire.schema.json#/$defs/ErrorBody and openapi.yaml both define the component ErrorBody: rename one",
  ],
])("a document that refers to %s is one problem at openapi.yaml", async (_, schemas, message) => {
  const { files, problems } = await emit(withSchemas(schemas));
  const location = { file: "openapi.yaml", line: 1, column: 1 };
  expect(problems).toEqual([{ rule: "openapi-json", severity: "error", message, location }]);
  expect(files.map(({ path }) => path)).not.toContain("generated/openapi.json");
});

test("a catalog without an OpenAPI document has no openapi.json", async () => {
  const { files } = await emit(tinyCatalog());
  expect(files.map(({ path }) => path)).not.toContain("generated/openapi.json");
});

test("every source that cannot be used is reported, each fault of it once", async () => {
  const $defs = { ErrorBody: { type: "array", uniqueItems: true } };
  const { problems } = await emit({
    ...withSchemas({ A: { $ref: "wire.schema.json#/$defs/Missing" } }),
    wireSchema: { ...tinyCatalog().wireSchema, $defs },
  });
  expect(problems.map(({ message }) => message)).toEqual([
    "openapi.yaml refers to wire.schema.json#/$defs/Missing, which does not exist",
    expect.stringContaining("the code for the bodies needs Ajv at run time"),
  ]);
});
