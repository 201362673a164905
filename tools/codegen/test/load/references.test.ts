import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { emit } from "@hashkey-errors/codegen";
import { expect, test, vi } from "vitest";
import { copyAcme } from "../acme.js";
import { emitFile, tinyCatalog } from "../emit/tiny-catalog.js";
import { codegen } from "../run.js";
import { printErrors } from "../test-faults.js";
import { SECRET, startSecretServer } from "./start-secret-server.js";

const { address, requests } = startSecretServer();

const OWN = "refer to a definition of this file: #/$defs/<name>";
const KNOWN =
  "refer to this file (#/...), or to a definition of generated/catalog.schema.json, generated/wire.schema.json, or wire.schema.json (#/$defs/<name>)";

/**
 * References to what is not the catalog's own; `{secret}` is a file, `{address}` that of the
 * server.
 */
const FOREIGN = [
  "{secret}",
  "{secret}#/foo",
  "file://{secret}",
  "/proc/self/environ",
  "/proc/self/environ#/",
  "../../secret.json#/foo",
  "{address}/schema.json",
  "{address}/schema.json#/foo",
  "//127.0.0.1/schema.json",
  "wire.schema.json#/definitions/X",
  "other.schema.json#/$defs/ErrorBody",
  "./wire.schema.json#/$defs/ErrorBody",
  "WIRE.schema.json#/$defs/ErrorBody",
  "#/%24defs/ErrorBody",
  "wire.schema.json#/%24defs/ErrorBody",
  "#ErrorBody",
];

test.each(["lint", "check", "generate"])(
  "%s reads no file and fetches no address that a schema refers to",
  async (command) => {
    const wrong: string[] = [];
    for (const written of FOREIGN) {
      const acme = copyAcme();
      const secret = join(acme.root, "secret.json");
      writeFileSync(secret, JSON.stringify({ foo: { type: "string", const: SECRET } }));
      const $ref = written.replace("{secret}", secret).replace("{address}", address());
      const wire = JSON.parse(acme.read("wire.schema.json"));
      wire.$defs.Leak = { $ref };
      acme.write("wire.schema.json", JSON.stringify(wire, undefined, 2));
      acme.write("openapi.yaml", openapi($ref));
      const { status, output } = await codegen(acme, command);
      if (status !== 1) wrong.push(`${written}: exit code ${status}`);
      for (const file of ["wire.schema.json", "openapi.yaml"])
        if (!output.includes(`${file}:`)) wrong.push(`${written}: not reported in ${file}`);
      if (output.includes(SECRET) || output.includes("PATH=")) wrong.push(`${written}: printed`);
    }
    expect(wrong).toEqual([]);
    expect(requests).toEqual([]);
  },
);

test("a reference is reported at its place, wherever it stands", async () => {
  const acme = copyAcme();
  acme.edit("wire.schema.json", '"#/$defs/ErrorBody"', '"#/$defs/Eror"');
  acme.write("openapi.yaml", openapi("x.json#/foo"));
  expect(await printErrors(acme.catalog)).toEqual([
    `references: "x.json#/foo" is not allowed | ${KNOWN} @ openapi.yaml: "x.json#/foo" }, schema: `,
    `references: "x.json#/foo" is not allowed | ${KNOWN} @ openapi.yaml: "x.json#/foo" } }`,
    `references: "x.json#/foo" is not allowed | ${KNOWN} @ openapi.yaml: "x.json#/foo"`,
    `references: "#/$defs/Eror" is not allowed | ${OWN} @ wire.schema.json: "#/$defs/Eror" }, { "$ref`,
  ]);
});

test("a schema may refer to itself, and words such as mapping and null are no references", async () => {
  const acme = copyAcme();
  const wire = JSON.parse(acme.read("wire.schema.json"));
  wire.$defs.Tree = { type: "object", properties: { child: { $ref: "#" } } };
  acme.write("wire.schema.json", JSON.stringify(wire, undefined, 2));
  acme.write(
    "openapi.yaml",
    `openapi: 3.1.0
info: { title: Acme, version: "1" }
components:
  schemas:
    A:
      type: object
      default: null
      properties: { mapping: { type: string }, discriminator: { items: { type: string } } }
`,
  );
  expect(await printErrors(acme.catalog)).toEqual([]);
});

test("the address of an example is not fetched, and a mapping to one is reported", async () => {
  const acme = copyAcme();
  const write = (mapping: string) =>
    acme.write(
      "openapi.yaml",
      `openapi: 3.1.0
info: { title: Acme, version: "1" }
components:
  examples:
    Far: { externalValue: "${address()}/example.json" }
  schemas:
    A:
      type: object
      properties: { kind: { type: string } }
      discriminator: { propertyName: kind, mapping: { a: "${mapping}" } }
    B: { $ref: "#/components/schemas/A" }
    C: { type: object }
`,
    );
  write("#/components/schemas/C");
  expect((await codegen(acme, "generate")).output).not.toContain(" error ");
  for (const mapping of [`${address()}/a.json`, "./a.json", "catalog.yaml", "/proc/self/environ"]) {
    write(mapping);
    expect(await printErrors(acme.catalog)).toEqual([
      `references: "${mapping}" is not allowed | ${KNOWN} @ openapi.yaml: ${`"${mapping}" } }`.slice(0, 25)}`,
    ]);
  }
  expect(requests).toEqual([]);
});

test.each([
  ["a file", () => "/proc/self/environ"],
  ["an address", () => `${address()}/schema.json`],
])("the printers of types refuse a schema in memory that refers to %s", async (_, refer) => {
  const $ref = refer();
  const { wireSchema } = tinyCatalog();
  const $defs = { ...(wireSchema.$defs as object), Leak: { $ref } };
  const { problems } = await emit(tinyCatalog({ wireSchema: { ...wireSchema, $defs } }));
  expect(problems.map(({ rule }) => rule)).toContain("types-wire");
  const document = { openapi: "3.1.0", components: { schemas: { A: { $ref } } } };
  await expect(
    emitFile("../types/src/generated/openapi.ts", tinyCatalog({ openapi: document })),
  ).rejects.toThrow(`openapi.yaml refers to ${$ref}: it can only refer to`);
  expect(requests).toEqual([]);
});

function openapi($ref: string): string {
  return `openapi: 3.1.0
info:
  title: Acme
  version: "1"
components:
  parameters:
    P: { name: p, in: query, description: { $ref: "${$ref}" }, schema: { type: string } }
    Q: { name: q, in: query, schema: { $ref: "${$ref}" } }
  schemas:
    A:
      $ref: "${$ref}"
`;
}

test("no library prints a name of the OpenAPI document as it is", async () => {
  const acme = copyAcme();
  acme.write(
    "openapi.yaml",
    `openapi: 3.1.0
info: { title: Acme, version: "1" }
components:
  schemas:
    A:
      oneOf: [{ $ref: "#/components/schemas/B" }]
      discriminator: { propertyName: kind, mapping: { "a\\n::error::forged": "#/components/schemas/B" } }
    B: { type: string }
`,
  );
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const { output } = await codegen(acme, "generate");
  expect(output).not.toContain(" error ");
  expect(warn).not.toHaveBeenCalled();
});
