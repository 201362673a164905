import { emit, lint, load } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../test/acme.js";

const LENGTH = 200_000;

/** The time of each grew by its square at least: it would take minutes. */
test.each<[what: string, prepare: (acme: Workspace) => void, message: RegExp]>([
  [
    "a cited line of source code with 200,000 blanks behind a quotation mark",
    (acme) => {
      acme.write("evidence/errors.ts", `"${"\t".repeat(LENGTH)}x\n`);
      acme.edit("catalog/payments.yaml", "errors.md, line: 4", "errors.ts, line: 1");
    },
    /errors\.ts/,
  ],
  [
    "a folder with a name of 200,000 spaces",
    (acme) => acme.edit("catalog.yaml", "../out/types", `"${" ".repeat(LENGTH)}x"`),
    /a name has at most 255 bytes/,
  ],
])("lint is quick for %s", async (_, prepare, message) => {
  const acme = copyAcme();
  prepare(acme);
  const { problems } = await lint(acme.catalog);
  expect(problems.map((problem) => problem.message).join("\n")).toMatch(message);
});

test.each([
  ["20,000 blank lines", "\n \n".repeat(LENGTH / 20)],
  ["10,000 lines that begin an object", "\n: {\n".repeat(LENGTH / 20)],
  ["a word of a million characters", `a${"$".repeat(5 * LENGTH)}`],
])("a schema is quickly printed as types with a description of %s", async (_, description) => {
  const acme = copyAcme();
  const { catalog } = load(acme.catalog);
  if (catalog === undefined) throw new Error("the second catalog is malformed");
  const wireSchema = { ...catalog.wireSchema, description };
  const { files, problems } = await emit({ ...catalog, wireSchema });
  expect(problems).toEqual([]);
  expect(files.find(({ path }) => path.endsWith("types/generated/wire.ts"))?.text).toContain(
    "readonly ",
  );
});

test("a schema with a description of more lines than can be printed is reported", async () => {
  const { catalog } = load(copyAcme().catalog);
  if (catalog === undefined) throw new Error("the second catalog is malformed");
  const wireSchema = { ...catalog.wireSchema, description: "a line\n".repeat(1_000_000) };
  const { problems } = await emit({ ...catalog, wireSchema });
  const message = "json-schema-to-typescript cannot print it: a description has too many lines";
  const location = expect.objectContaining({ file: "wire.schema.json" });
  expect(problems).toEqual([expect.objectContaining({ rule: "types-wire", message, location })]);
});
