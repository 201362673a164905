import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../test/acme.js";
import { SECRET, startSecretServer } from "../test/load/start-secret-server.js";
import { codegen } from "../test/run.js";

const { address, requests } = startSecretServer();

/** Places of a schema where another tool would read or fetch what is named. */
const SCHEMA_PLACES: readonly ((name: string) => object)[] = [
  ($dynamicRef) => ({ $dynamicRef }),
  ($recursiveRef) => ({ $recursiveRef }),
  ($id) => ({ $id, type: "string" }),
  ($id) => ({ $id, $ref: "#/$defs/ErrorBody" }),
  ($schema) => ({ $schema, type: "string" }),
  ($ref) => ({ allOf: [{ $ref }], if: { $ref }, contentSchema: { $ref } }),
  ($ref) => ({ enum: [{ $ref }], default: { $ref }, "x-own": { deep: [{ $ref }] } }),
  ($ref) => ({ extends: { $ref }, tsType: `import(${JSON.stringify($ref)})` }),
];

/** Places of an OpenAPI document, in YAML. */
const OPENAPI_PLACES: readonly string[] = [
  "components: { examples: { A: { externalValue: NAME } } }",
  "components: { links: { A: { operationRef: NAME } } }",
  "components: { securitySchemes: { A: { type: openIdConnect, openIdConnectUrl: NAME } } }",
  "components: { schemas: { A: { $id: NAME, properties: { b: { $ref: '#/components/schemas/B' } } }, B: {} } }",
  "components: { pathItems: { A: { $ref: NAME } }, callbacks: { B: { $ref: NAME } } }",
  "paths: { /a: { $ref: NAME } }",
  "webhooks: { a: { $ref: NAME } }",
  "externalDocs: { url: NAME }",
  "jsonSchemaDialect: NAME",
  "x-include: { $ref: NAME }",
  "components: !include NAME",
];

test("no place of a schema or an OpenAPI document reads a file or fetches an address", async () => {
  const wrong: string[] = [];
  const acme = copyAcme();
  const secret = join(acme.root, "secret.json");
  writeFileSync(secret, JSON.stringify({ foo: { const: SECRET }, type: "string", const: SECRET }));
  const wire = acme.read("wire.schema.json");
  const run = async (what: string, ...command: string[]) => {
    const { output } = await codegen(acme, ...command);
    const text = output + everyFile(acme.root, secret);
    if (text.includes(SECRET) || /in codegen\. Please|^\s+at /m.test(output))
      wrong.push(`${command[0]} ${what}: ${output.slice(0, 200)}`);
  };
  for (const name of [secret, `file://${secret}#/foo`, "../secret.json", `${address()}/a.json`]) {
    for (const [index, place] of SCHEMA_PLACES.entries()) {
      const schema = JSON.parse(wire);
      schema.$defs.Leak = place(name);
      acme.write("wire.schema.json", JSON.stringify(schema, undefined, 2));
      await run(`schema ${index}`, "generate");
    }
    acme.write("wire.schema.json", wire);
    for (const place of OPENAPI_PLACES) {
      const document = place.replaceAll("NAME", JSON.stringify(name));
      const openapi = `openapi: 3.1.0\ninfo: { title: Acme, version: "1" }\n${document}\n`;
      acme.write("openapi.yaml", openapi);
      await run(document, "generate");
      writeFileSync(join(acme.root, "other.yaml"), openapi);
      await run(document, "import", join(acme.root, "other.yaml"), "--dry-run");
    }
    rmSync(join(acme.catalog, "openapi.yaml"));
  }
  expect(wrong).toEqual([]);
  expect(requests).toEqual([]);
});

/** The texts of all files in a folder but one. */
function everyFile(folder: string, except: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => file !== except)
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
}
