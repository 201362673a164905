import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen, generate, generatedFiles } from "../run.js";

test.each<[name: string, file: string, text: string, problem: string]>([
  [
    "an OpenAPI document with a reference that leads nowhere",
    "openapi.yaml",
    "openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\ncomponents: { schemas: { A: { $ref: 'wire.schema.json#/$defs/Nope' } } }\n",
    "openapi.yaml:1:1 error openapi.yaml refers to wire.schema.json#/$defs/Nope, which does not exist (openapi-json)",
  ],
  [
    "an OpenAPI document with a reference to a property of every object",
    "openapi.yaml",
    "openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\ncomponents: { schemas: { A: { $ref: 'wire.schema.json#/$defs/constructor' } } }\n",
    "openapi.yaml:1:1 error openapi.yaml refers to wire.schema.json#/$defs/constructor, which does not exist (openapi-json)",
  ],
  [
    "an OpenAPI document with a reference to a file named like a property of every object",
    "openapi.yaml",
    "openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\ncomponents: { schemas: { A: { $ref: 'constructor#/$defs/A' } } }\n",
    'openapi.yaml:3:37 error "constructor#/$defs/A" is not allowed (references)',
  ],
  [
    "an OpenAPI document with a component ErrorName",
    "openapi.yaml",
    "openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\ncomponents: { schemas: { ErrorName: { type: string } } }\n",
    "openapi.yaml:1:1 error openapi.yaml and the catalog both define the component ErrorName: rename one (openapi-json)",
  ],
  [
    "an OpenAPI document with a component named like one that it refers to",
    "openapi.yaml",
    "openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\ncomponents: { schemas: { A: { $ref: 'wire.schema.json#/$defs/ErrorBody' }, ErrorBody: { type: object } } }\n",
    "openapi.yaml:1:1 error wire.schema.json#/$defs/ErrorBody and openapi.yaml both define the component ErrorBody: rename one (openapi-json)",
  ],
  [
    "an OpenAPI document that is a list",
    "openapi.yaml",
    "- just\n- a list\n",
    "openapi.yaml:1:1 error must be an object (schema)",
  ],
])("lint, generate and check report %s, and change no file", async (_, file, text, problem) => {
  const acme = copyAcme();
  await generate(acme);
  const before = generatedFiles(acme);
  acme.write(file, text);
  for (const command of ["lint", "generate", "check"]) {
    const { status, stderr } = await codegen(acme, command);
    expect(status).toBe(1);
    expect(stderr).toContain(problem);
    expect(stderr).not.toContain("    at ");
  }
  expect(generatedFiles(acme)).toEqual(before);
});
