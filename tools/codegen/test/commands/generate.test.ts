import { relative } from "node:path";
import { emit } from "@hashkey-errors/codegen";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { copyAcme, type Workspace } from "../acme.js";
import { loadCatalog } from "../diff/edits.js";
import { codegen, codegenAt, generate, generatedFiles } from "../run.js";

test("generate prints how much a catalog has, and a second run changes nothing", async () => {
  const acme = copyAcme();
  const first = await codegen(acme, "generate");
  expect(first).toMatchObject({ status: 0 });
  expect(first.stdout).toContain("5 entries (5 documented), 2 locales (de 100%, pt-BR 10%)");
  const before = generatedFiles(acme);
  const second = await codegen(acme, "generate");
  expect(second.stdout).toContain("0 files changed");
  expect(generatedFiles(acme)).toEqual(before);
  expect(await codegen(acme, "check")).toMatchObject({ status: 0 });
});

test("generate counts the files of a new project by folder, and lists a few files by path", async () => {
  const acme = copyAcme();
  const { stdout: counted } = await codegenAt(acme.root, "generate", "--catalog", "spec");
  const files = Object.keys(generatedFiles(acme));
  expect(counted).toContain(`${files.length} files changed\n`);
  const lines = counted.split("\n").filter((line) => line.startsWith("  added "));
  expect(lines.length).toBeLessThan(10);
  const counts = lines.map((line) => Number(/added +(\d+) files? in \S+\/$/.exec(line)?.[1]));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(files.length);
  expect(counted).toContain("--verbose");

  acme.edit("catalog/payments.yaml", "httpStatus: 429", "httpStatus: 503");
  const { stdout: listed } = await codegenAt(acme.root, "generate", "--catalog", "spec");
  expect(listed).toContain("\n  updated spec/generated/catalog.json\n");
  expect(listed).not.toContain("--verbose");
});

test("generate --verbose lists every file of a new project", async () => {
  const acme = copyAcme();
  const { stdout } = await codegenAt(acme.root, "generate", "--catalog", "spec", "--verbose");
  const listed = [...stdout.matchAll(/^ {2}added +(\S+)$/gm)].map(([, path]) => path);
  expect(listed.sort()).toEqual(Object.keys(generatedFiles(acme)));
});

test("generate reports every error with its line, and changes no file", async () => {
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
  expect(stderr).toMatch(/^3 errors, \d+ warnings?\. No files were changed\.$/m);
});

test("generate adds a new entry of a new file to every output", async () => {
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
  acme.edit(
    "locales/pt-BR.json",
    "{",
    '{ "REFUND_REFUSED": { "title": "Recusado", "message": "Reembolso de {amount} recusado.", "description": "Verifique.", "status": "machine", "sourceHash": "" },',
  );
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  const files = generatedFiles(acme);
  const outputs = [
    ["spec/generated/catalog.json", "REFUND_REFUSED"],
    ["spec/generated/errors.csv", "REFUND_REFUSED"],
    ["spec/generated/errors.schema.json", "REFUND_REFUSED"],
    ["out/types/generated/entries.ts", "REFUND_REFUSED"],
    ["out/validator/generated/entries.ts", "refund refused"],
    ["out/messages/generated/bundles/pt-BR.ts", "Reembolso de {amount}"],
  ] as const;
  const wrong = outputs.filter(([file, text]) => !files[file]?.text.includes(text));
  expect(wrong).toEqual([]);
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

async function outputOf(acme: Workspace) {
  return (await emit(await loadCatalog(acme))).files;
}

test("generate names a file that it cannot write, without a stack", async () => {
  const acme = copyAcme();
  acme.write("generated", "a file where a folder belongs");
  const { status, stderr } = await codegen(acme, "generate");
  expect(status).toBe(1);
  const file = relative(process.cwd(), `${acme.catalog}/generated`);
  expect(stderr).toMatch(/EEXIST|ENOTDIR/);
  expect(stderr).toContain(`cannot write ${file}/`);
  expect(stderr).toContain("Fix this and run the command again.");
  expect(stderr).not.toContain("    at ");
});
