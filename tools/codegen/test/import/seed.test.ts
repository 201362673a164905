import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry } from "@hashkey-errors/codegen";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { emptyCatalog, schemas } from "../empty-catalog.js";
import { codegen } from "../run.js";

const TABLE = "hashkey-error-codes.txt";
const seed = join(schemas, "evidence", TABLE);
const documented = (
  JSON.parse(readFileSync(join(schemas, "generated/catalog.json"), "utf8")) as { entries: Entry[] }
).entries.filter((entry) => entry.documented);

test("the seed table again changes nothing in its own catalog", async () => {
  const before = filesOf(schemas);
  const again = await codegen({ catalog: schemas }, "import", seed);
  expect(again).toMatchObject({ status: 0, stderr: "" });
  expect(
    again.stdout,
  ).toBe(`${TABLE} (already in evidence): 118 rows; 118 known, 0 changed, 0 new, 0 missing
  not read line 1: "API Reference"
  not read line 3: "Error Codes"
  not read line 5: "List of error codes"
Nothing to write: the document has no new errors.
`);
  expect(filesOf(schemas)).toEqual(before);
});

test("the other evidence again: only its misprints differ, and nothing is written", async () => {
  const again = await codegen(
    { catalog: schemas },
    "import",
    join(schemas, "evidence/observed-codes.tsv"),
    "--json",
  );
  const { rows, known, changed, files, ...told } = JSON.parse(again.stdout);
  expect({ rows, known, files, new: told.new, missing: told.missing }).toEqual({
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

/** How many of the drafts are right in every field, unsure where they may be wrong, or wrong without a word. */
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

test("the seed table in an empty catalog: every row right, or marked as unsure", async () => {
  const manifest = parse(readFileSync(join(schemas, "catalog.yaml"), "utf8"));
  const { wire, nameEndings } = manifest;
  // Their sources are documents that an empty catalog does not have.
  delete wire.statuses;
  const workspace = emptyCatalog({ id: "seed", manifest: { wire, nameEndings } });
  cpSync(join(schemas, "wire.schema.json"), join(workspace.catalog, "wire.schema.json"));
  expect(await codegen(workspace, "import", seed)).toMatchObject({ status: 0 });
  const { entries } = parse(workspace.read("catalog/imported.yaml"));
  expect(entries).toHaveLength(118);
  expect(judge(entries)).toEqual({ right: 64, unsureAndRight: 54, unsureAndWrong: 0, wrong: [] });
  // What would be wrong and silent is found: a seam that is one word off.
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
  const { stderr } = await codegen(workspace, "lint");
  expect(stderr).not.toContain(" error ");
  expect(stderr.match(/ is a draft: /g)).toHaveLength(118);
});

test("a newer table: what is new comes as drafts, what changed and what is gone is told", async () => {
  const { root, catalog } = copySchemas();
  const newer = join(root, TABLE);
  const text = readFileSync(seed, "utf8")
    .replace("Order not found on order book", "Order not found in the order book")
    .replace("The instrument defined cannot be located", "The instrument cannot be located")
    .replace("0003400Rate limit", "0003429Rate limit")
    .replace(/^-2026400.*\n/m, "")
    .replace(
      /^-4001400/m,
      "0001400Clock skew too largeYour clock is too far from ours\n-3200400Unknown sub account '%s'\n-1138400Order has been partially cancelled\n-4001400",
    );
  writeFileSync(newer, text);
  const before = filesOf(catalog);

  const dry = await codegen({ catalog }, "import", newer, "--dry-run");
  expect(dry.stdout).toContain(
    "would write catalog/imported.yaml, evidence/hashkey-error-codes-2.txt",
  );
  expect(filesOf(catalog)).toEqual(before);

  const { status, stdout } = await codegen({ catalog }, "import", newer, "--json");
  expect(status).toBe(0);
  const told = JSON.parse(stdout);
  expect(told).toMatchObject({
    document: "hashkey-error-codes-2.txt",
    rows: 120,
    known: 118,
    new: [
      { name: "CLOCK_SKEW_TOO_LARGE", code: "0001", line: 113 },
      { name: "SUB_ACCOUNT_UNKNOWN", code: "-3200", line: 114 },
    ],
    missing: [{ name: "TYPE_INVALID", code: "-2026" }],
    files: ["catalog/imported.yaml", "evidence/hashkey-error-codes-2.txt"],
  });
  const changes = told.changed.map(({ name, field, before, after }: Record<string, unknown>) => [
    name,
    field,
    before,
    after,
  ]);
  expect(changes).toEqual([
    ["RATE_LIMIT_EXCEEDED", "httpStatus", 400, 429],
    [
      "INSTRUMENT_NOT_FOUND",
      "description",
      "The instrument defined cannot be located",
      "The instrument cannot be located",
    ],
    [
      "ORDER_ON_BOOK_NOT_FOUND",
      "message",
      "Order not found on order book",
      "Order not found in the order book",
    ],
    ["ORDER_PARTIALLY_CANCELLED", "httpStatus", null, 400],
    ["ORDER_PARTIALLY_CANCELLED", "documented", false, true],
  ]);
  const {
    "catalog/imported.yaml": drafts,
    "evidence/hashkey-error-codes-2.txt": copy,
    ...rest
  } = filesOf(catalog);
  expect(rest).toEqual(before);
  expect(copy).toBe(text);
  expect(parse(drafts ?? "").entries).toMatchObject([
    { code: "0001", documented: false, draft: expect.arrayContaining(["name", "documented"]) },
    { message: "Unknown sub account '{account}'", params: { account: {} } },
  ]);

  const again = await codegen({ catalog }, "import", newer);
  expect(again.stdout).toContain(" 0 new, 0 missing");
  expect(again.stdout).toContain("Nothing to write");
  // The newer table is one of the catalog's from now on.
  writeFileSync(
    join(catalog, "catalog.yaml"),
    (rest["catalog.yaml"] ?? "").replace(
      `table: ${TABLE}`,
      `table: [${TABLE}, hashkey-error-codes-2.txt]`,
    ),
  );
  writeFileSync(
    join(catalog, "catalog/imported.yaml"),
    (drafts ?? "")
      .replaceAll("    documented: false\n", "")
      .replaceAll("retry, documented]", "retry]"),
  );
  const { stderr } = await codegen({ catalog }, "lint");
  expect(stderr).not.toContain(" error ");
  expect(stderr.match(/ is a draft: /g)).toHaveLength(2);
  const last = await codegen({ catalog }, "import", newer);
  expect(last.stdout).toContain(" 0 new, 1 missing");
  expect(last.stdout).toContain("missing  TYPE_INVALID (-2026)");
});

test("a document that lists some of the errors takes none away", async () => {
  const { root, catalog } = copySchemas();
  const part = join(root, "part.csv");
  writeFileSync(part, "code,message\n0211,Order not found\n-9999,Moon phase invalid\n");
  const whole = JSON.parse(
    (await codegen({ catalog }, "import", part, "--json", "--dry-run")).stdout,
  );
  expect(whole).toMatchObject({ known: 1, new: [{ name: "MOON_PHASE_INVALID" }] });
  expect(whole.missing).toHaveLength(117);
  const told = JSON.parse(
    (await codegen({ catalog }, "import", part, "--partial", "--json", "--dry-run")).stdout,
  );
  expect(told).toMatchObject({ known: 1, missing: [] });
});

test("an entry that was retired, and is listed again, is told", async () => {
  const { root, catalog } = copySchemas();
  const file = join(catalog, "catalog/order.yaml");
  const text = readFileSync(file, "utf8").replace(
    "name: ORDER_NOT_FOUND\n",
    '$&    retired: { since: "2.0.0", reason: No longer sent. }\n',
  );
  writeFileSync(file, text);
  const part = join(root, "part.csv");
  writeFileSync(part, "code,message\n0211,Order not found\n");
  const { stdout } = await codegen({ catalog }, "import", part, "--partial");
  expect(stdout).toContain('changed  ORDER_NOT_FOUND (0211), line 2, retired: "2.0.0" -> null');
  expect(stdout).toContain("remove retired if the API sends the error again");
});

/** The seed's catalog without what is generated from it, in a folder that is removed. */
function copySchemas(): { readonly root: string; readonly catalog: string } {
  const root = mkdtempSync(join(tmpdir(), "newer-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const catalog = join(root, "schemas");
  cpSync(schemas, catalog, {
    recursive: true,
    filter: (path) => !/node_modules|generated/.test(path),
  });
  return { root, catalog };
}

function filesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (item) => item.isFile() && !item.parentPath.includes("node_modules"),
  );
  const paths = files.map((item) => join(item.parentPath, item.name));
  return Object.fromEntries(
    paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
  );
}
