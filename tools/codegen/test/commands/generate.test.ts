import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { emit, lint } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen, codegenProcess, generate, generatedFiles } from "../run.js";

test("generate says what it made, and a second run changes nothing", async () => {
  const acme = copyAcme();
  const first = await codegen(acme, "generate");
  expect(first).toMatchObject({ status: 0 });
  expect(first.stdout).toContain("5 entries (5 documented), 2 locales (de 100%, pt-BR 16%)");
  const before = generatedFiles(acme);
  const second = await codegen(acme, "generate");
  expect(second.stdout).toContain("0 files changed");
  expect(generatedFiles(acme)).toEqual(before);
  expect(await codegen(acme, "check")).toMatchObject({ status: 0 });
});

test("a catalog with mistakes leaves the generated files as they were, and names every mistake with its line", async () => {
  const acme = copyAcme();
  await generate(acme);
  const before = generatedFiles(acme);
  acme.edit("catalog/payments.yaml", "outcome: unknown", "outcome: perhaps");
  acme.edit("catalog/payments.yaml", "code: rate_limited", "code: 0429");
  acme.edit("locales/de.json", '"status": "final"', '"status": "finished"');
  const { status, stderr } = await codegen(acme, "generate");
  expect(status).toBe(1);
  expect(generatedFiles(acme)).toEqual(before);
  expect(
    stderr,
  ).toContain(`catalog/payments.yaml:41:11 error "code" must be a string: unquoted, YAML reads 0429 as the number 429 (schema)
  40 |   - name: RATE_LIMITED
> 41 |     code: 0429
     |           ^
  42 |     httpStatus: 429
help: quote it: "0429"`);
  expect(stderr).toContain('"outcome" must be one of rejected, unknown, applied (it is "perhaps")');
  expect(stderr).toContain(
    '"status" must be one of machine, translated, reviewed, final (it is "finished")',
  );
  expect(stderr).toContain("3 errors, ");
});

test("check fails on an edited, a deleted and an added file, and names each; generate heals them", async () => {
  const acme = copyAcme();
  await generate(acme);
  const before = textsOf(acme);
  const generated = (file: string) => join(acme.root, "out/types/generated", file);
  appendFileSync(generated("entries.ts"), "// mine\n");
  rmSync(generated("wire.ts"));
  writeFileSync(generated("wire.ts.123.part"), "");
  const found = await codegen(acme, "check");
  expect(found.status).toBe(1);
  const seen = (file: string) => relative(process.cwd(), generated(file));
  expect(found.stderr).toContain(`  out of date         ${seen("entries.ts")}
  not generated yet   ${seen("wire.ts")}
  no longer generated ${seen("wire.ts.123.part")}
3 generated files are out of date. Run codegen generate.`);
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  expect(textsOf(acme)).toEqual(before);
  expect(await codegen(acme, "check")).toMatchObject({ status: 0 });
});

test("check fails on an edit of the catalog that was not generated", async () => {
  const acme = copyAcme();
  await generate(acme);
  acme.edit("catalog/payments.yaml", "httpStatus: 429", "httpStatus: 503");
  const { status, stderr } = await codegen(acme, "check");
  expect(status).toBe(1);
  expect(stderr).toMatch(/ {2}out of date {9}.*generated\/catalog.json/);
});

test("one new error in one file appears in every output", async () => {
  const acme = copyAcme();
  await generate(acme);
  acme.write(
    "catalog/refunds.yaml",
    `entries:
  - name: REFUND_REFUSED
    code: refund_refused
    httpStatus: null
    message: The refund of {amount} was refused
    params: { amount: { meaning: The amount, example: "10" } }
    description: ""
    category: card
    fault: client
    outcome: rejected
    retry: after-fix
    documented: false
    sources: [{ document: refunds.txt, line: 1 }]
`,
  );
  acme.write("evidence/refunds.txt", "refund_refused: The refund of 10 was refused\n");
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  const files = generatedFiles(acme);
  for (const file of [
    "spec/generated/catalog.json",
    "spec/generated/errors.csv",
    "spec/generated/errors.schema.json",
    "out/types/generated/entries.ts",
    "out/validator/generated/entries.ts",
  ]) {
    expect(files[file]?.text, file).toContain("REFUND_REFUSED");
  }
  acme.edit(
    "locales/pt-BR.json",
    "{",
    '{ "REFUND_REFUSED": { "message": "Reembolso de {amount} recusado.", "description": "Verifique.", "status": "machine", "sourceHash": "" },',
  );
  await generate(acme);
  expect(generatedFiles(acme)["out/messages/generated/bundles/pt-BR.ts"]?.text).toContain(
    "Reembolso de {amount}",
  );
});

test("wrong usage exits 2, help exits 0", () => {
  const acme = copyAcme();
  expect(codegenProcess(acme, "make")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("unknown command 'make'"),
  });
  expect(codegenProcess(acme, "generate", "--loud")).toMatchObject({ status: 2 });
  expect(codegenProcess(acme, "--help")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("generate"),
  });
});

test("the order of files, entries and keys changes no byte", async () => {
  const acme = copyAcme();
  const wanted = await outputOf(acme);
  const { entries } = parse(acme.read("catalog/payments.yaml")) as {
    entries: Record<string, unknown>[];
  };
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(entries, { minLength: entries.length }),
      fc.integer({ min: 0, max: entries.length }),
      fc.boolean(),
      async (shuffled, cut, reverse) => {
        const reordered = shuffled.map((entry) =>
          reverse ? Object.fromEntries(Object.entries(entry).reverse()) : entry,
        );
        acme.write("catalog/payments.yaml", stringify({ entries: reordered.slice(0, cut) }));
        acme.write("catalog/a-second.yaml", stringify({ entries: reordered.slice(cut) }));
        expect(await outputOf(acme)).toEqual(wanted);
      },
    ),
    { numRuns: 10 },
  );
});

async function outputOf({ catalog: folder }: Workspace) {
  const { catalog, problems } = await lint(folder);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  return catalog === undefined ? [] : (await emit(catalog)).files;
}

function textsOf(acme: Workspace) {
  return Object.fromEntries(
    Object.entries(generatedFiles(acme)).map(([file, { text }]) => [file, text]),
  );
}

test.each<[name: string, file: string, text: string, problem: string]>([
  [
    "an OpenAPI document that refers to nowhere",
    "openapi.yaml",
    "openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\ncomponents: { schemas: { A: { $ref: 'wire.schema.json#/$defs/Nope' } } }\n",
    "openapi.yaml:1:1 error openapi.yaml refers to wire.schema.json#/$defs/Nope, which does not exist (openapi-json)",
  ],
  [
    "an OpenAPI document that refers to what every object has",
    "openapi.yaml",
    "openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\ncomponents: { schemas: { A: { $ref: 'wire.schema.json#/$defs/constructor' } } }\n",
    "openapi.yaml:1:1 error openapi.yaml refers to wire.schema.json#/$defs/constructor, which does not exist (openapi-json)",
  ],
  [
    "an OpenAPI document that refers to a file called as what every object has",
    "openapi.yaml",
    "openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\ncomponents: { schemas: { A: { $ref: 'constructor#/$defs/A' } } }\n",
    "openapi.yaml:1:1 error openapi.yaml refers to constructor: it can only refer to generated/catalog.schema.json and wire.schema.json (openapi-json)",
  ],
  [
    "an OpenAPI document that has its own ErrorName",
    "openapi.yaml",
    "openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\ncomponents: { schemas: { ErrorName: { type: string } } }\n",
    "openapi.yaml:1:1 error openapi.yaml and the catalog both define the component ErrorName: rename one (openapi-json)",
  ],
  [
    "an OpenAPI document whose component has the name of one that it refers to",
    "openapi.yaml",
    "openapi: 3.1.0\ninfo: { title: Acme, version: '1' }\ncomponents: { schemas: { A: { $ref: 'wire.schema.json#/$defs/ErrorBody' }, ErrorBody: { type: object } } }\n",
    "openapi.yaml:1:1 error wire.schema.json#/$defs/ErrorBody and openapi.yaml both define the component ErrorBody: rename one (openapi-json)",
  ],
  [
    "an OpenAPI document that is none",
    "openapi.yaml",
    "- just\n- a list\n",
    "openapi.yaml:1:1 error must be an object (schema)",
  ],
])(
  "%s is a problem, in lint as in generate, and nothing is written",
  async (_, file, text, problem) => {
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
  },
);

test("a place that cannot be written is an error message, not a stack", async () => {
  const acme = copyAcme();
  acme.write("generated", "a file where a folder belongs");
  const { status, stderr } = await codegen(acme, "generate");
  expect(status).toBe(1);
  expect(stderr).toMatch(/EEXIST|ENOTDIR/);
  expect(stderr).not.toContain("    at ");
});
