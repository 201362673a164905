import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Entry } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { emptyCatalog } from "../empty-catalog.js";
import { schemas } from "../own-catalog.js";
import { codegen } from "../run.js";
import { filesOf } from "./copy-schemas.js";

const TABLE = "hashkey-error-codes.txt";
const seed = join(schemas, "evidence", TABLE);
const documented = (
  JSON.parse(readFileSync(join(schemas, "generated/catalog.json"), "utf8")) as { entries: Entry[] }
).entries.filter((entry) => entry.documented);

test("importing the seed table again changes nothing in its catalog", async () => {
  const before = filesOf(schemas);
  const again = await codegen({ catalog: schemas }, "import", seed);
  expect(again).toMatchObject({ status: 0, stderr: "" });
  expect(
    again.stdout,
  ).toBe(`${TABLE} (already in evidence): 118 rows; 118 known, 0 changed, 0 new, 0 missing
  table 1 (text, lines 7-125): 118 rows
  not read line 1: "API Reference"
  not read line 3: "Error Codes"
  not read line 5: "List of error codes"
Nothing to write: the document has no new errors.
`);
  expect(filesOf(schemas)).toEqual(before);
});

test("importing the other evidence again reports only its misprints, and writes nothing", async () => {
  const again = await codegen(
    { catalog: schemas },
    "import",
    join(schemas, "evidence/observed-codes.tsv"),
    "--format",
    "json",
  );
  const { rows, known, changed, files, ...report } = JSON.parse(again.stdout);
  expect({ rows, known, files, new: report.new, missing: report.missing }).toEqual({
    rows: 164,
    known: 164,
    new: [],
    missing: [],
    files: [],
  });
  expect(changed.map(({ name, after }: { name: string; after: string }) => [name, after])).toEqual([
    ["TO_ACCOUNT_ID_INVALID", "Invalid to account i"],
    ["WITHDRAWAL_DUPLICATE", "Withdraw repeatly"],
  ]);
});

/** Counts the drafts that are right, right or wrong but unsure, and wrong without being unsure. */
function judge(drafts: readonly Entry[]) {
  const fields = ["code", "httpStatus", "message", "description"] as const;
  const share = { right: 0, unsureAndRight: 0, unsureAndWrong: 0, wrong: [] as string[] };
  for (const entry of documented) {
    const draft = drafts.find(({ sources }) => sources[0]?.line === entry.sources[0]?.line);
    const plain = (one: Entry | undefined, field: (typeof fields)[number]) =>
      String(one?.[field]).replaceAll(/\{\w+\}/g, "%s");
    const wrong = fields.filter((field) => plain(draft, field) !== plain(entry, field));
    const unsure = fields.filter((field) => draft?.draft?.includes(field));
    if (wrong.some((field) => !unsure.includes(field))) share.wrong.push(entry.name);
    else if (wrong.length > 0) share.unsureAndWrong += 1;
    else if (unsure.length > 0) share.unsureAndRight += 1;
    else share.right += 1;
  }
  return share;
}

test("importing the seed table into an empty catalog gets every row right, or marks it as unsure", async () => {
  const manifest = parse(readFileSync(join(schemas, "catalog.yaml"), "utf8"));
  const { nameEndings } = manifest;
  // The statuses cite evidence that the new catalog does not have.
  const { statuses: _, ...wire } = manifest.wire;
  const workspace = emptyCatalog({ id: "seed", manifest: { wire, nameEndings } });
  cpSync(join(schemas, "wire.schema.json"), join(workspace.catalog, "wire.schema.json"));
  expect(await codegen(workspace, "import", seed)).toMatchObject({ status: 0 });
  const { entries } = parse(workspace.read("catalog/imported.yaml"));
  expect(entries).toHaveLength(118);
  expect(judge(entries)).toEqual({ right: 64, unsureAndRight: 54, unsureAndWrong: 0, wrong: [] });
  // The count finds a split that is one word off.
  const [, first] = entries;
  const shifted = { ...first, message: `${first.message} Required` };
  expect(judge([entries[0], shifted, ...entries.slice(2)]).wrong).toEqual([
    "REQUIRED_FIELD_INVALID",
  ]);

  const names = entries.map(({ name }: Entry) => name);
  expect(new Set(names).size).toBe(118);
  expect(
    names.filter((name: string) => documented.some((entry) => entry.name === name)).length,
  ).toBeGreaterThan(50);
  const { stderr } = await codegen(workspace, "lint", "--all");
  expect(stderr).not.toContain(" error ");
  expect(stderr.match(/ is a draft: /g)).toHaveLength(118);
});
