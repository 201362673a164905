import { readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { emptyCatalog } from "../empty-catalog.js";
import { schemas } from "../own-catalog.js";
import { codegen } from "../run.js";
import { copySchemas, filesOf } from "./copy-schemas.js";
import { importText } from "./import-text.js";

const TABLE = "hashkey-error-codes.txt";
const seed = join(schemas, "evidence", TABLE);

test("importing a newer table drafts its new errors, and reports changed and missing entries", async () => {
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
  const files = ["evidence/hashkey-error-codes-2.txt", "catalog/imported.yaml"].map((file) =>
    relative(process.cwd(), join(catalog, file)),
  );
  expect(dry.stdout).toContain(`would write ${files.join(", ")}`);
  expect(filesOf(catalog)).toEqual(before);

  const { status, stdout } = await codegen({ catalog }, "import", newer, "--format", "json");
  expect(status).toBe(0);
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({
    document: "hashkey-error-codes-2.txt",
    rows: 120,
    known: 118,
    new: [
      { name: "CLOCK_SKEW_TOO_LARGE", code: "0001", line: 113 },
      { name: "SUB_ACCOUNT_UNKNOWN", code: "-3200", line: 114 },
    ],
    missing: [{ name: "TYPE_INVALID", code: "-2026" }],
    files,
  });
  const changes = report.changed.map(({ name, field, before, after }: Record<string, unknown>) => [
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
  // From now on the newer table is one of the catalog's tables.
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

test("a document that shares few rows with the table reports no entry as missing", async () => {
  const { root, catalog } = copySchemas();
  const part = join(root, "part.csv");
  writeFileSync(part, "code,message\n0211,Order not found\n-9999,Moon phase invalid\n");
  const whole = JSON.parse(
    (await codegen({ catalog }, "import", part, "--format", "json", "--dry-run")).stdout,
  );
  expect(whole).toMatchObject({ known: 1, new: [{ name: "MOON_PHASE_INVALID" }] });
  expect(whole).toMatchObject({ missing: [], elsewhere: 117 });
  const { stdout } = await codegen({ catalog }, "import", part, "--dry-run");
  expect(stdout).toContain("117 entries are not in this document. It shares too few rows");
});

test("an entry is not missing if its text is near its code, also after other mentions", async () => {
  const { root, catalog } = copySchemas();
  const text = readFileSync(join(catalog, "evidence", TABLE), "utf8");
  const [row = "", message] = /^-1155400(.*?)API.*\n/m.exec(text) ?? [];
  const prose = `${message} is new. ${"Nothing more is said here. ".repeat(20)}\n\n`;
  const newer = join(root, "newer.txt");
  writeFileSync(newer, `${prose}${text.replace(row, "")}${prose}See -1155: ${message}\n`);
  const { stdout } = await codegen({ catalog }, "import", newer, "--format", "json", "--dry-run");
  expect(JSON.parse(stdout)).toMatchObject({ known: 117, missing: [] });
});

test("--partial reports no entry as missing", async () => {
  const { root, catalog } = copySchemas();
  const text = readFileSync(join(catalog, "evidence", TABLE), "utf8");
  const part = join(root, "part.txt");
  writeFileSync(part, text.replace(/^-1155.*\n/m, ""));
  const missingWith = async (...args: string[]) => {
    const { stdout } = await codegen({ catalog }, "import", part, "--format", "json", ...args);
    return JSON.parse(stdout).missing.map(({ code }: { code: string }) => code);
  };
  expect(await missingWith()).toEqual(["-1155"]);
  expect(await missingWith("--partial")).toEqual([]);
});

test("an entry is not missing where only a part of the document is read", async () => {
  const { root, catalog } = copySchemas();
  const seed = join(catalog, "evidence", TABLE);
  const newer = join(root, "newer.txt");
  writeFileSync(newer, `A newer version.\n${readFileSync(seed, "utf8")}`);
  for (const file of [seed, newer]) {
    const { stdout } = await codegen({ catalog }, "import", file, "--lines", "1-20", "--dry-run");
    expect(stdout).toMatch(/ 0 changed, 0 new, 0 missing/);
  }
});

test("a retired entry that a document lists again is reported as changed", async () => {
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

test("a text with values in it is no other wording of its message", async () => {
  const workspace = emptyCatalog({ id: "values" });
  const table = (text: string) => `code,message\n1001,${text}\n`;
  await importText(workspace, "first.csv", table("Order %s of '{symbol}' not found"));
  const countsOf = async (text: string) => {
    const { output } = await importText(workspace, "next.csv", table(text), ["--dry-run"]);
    return /1 row; (.*)/.exec(output)?.[1];
  };
  for (const text of [
    "Order 17 of 'BTC' not found",
    "Order A-3f of symbol not found.",
    "Order order of 'BTC-USD' not found",
  ])
    expect([text, await countsOf(text)]).toEqual([text, "1 known, 0 changed, 0 new, 0 missing"]);
  for (const text of [
    "Order was of 'BTC' not found",
    "Order 17 of 'BTC' not found or closed",
    "The order 17 of 'BTC' not found",
  ])
    expect([text, await countsOf(text)]).toEqual([text, "0 known, 1 changed, 0 new, 0 missing"]);
});

test("import reports a description that a newer list no longer has", async () => {
  const workspace = emptyCatalog({ id: "newer" });
  await importText(
    workspace,
    "errors.json",
    '[{"code":"71","message":"One","description":"x"},\n{"code":"72","message":"Two","description":"y"}]',
  );
  const newer = '[{"code":"71","message":"One"},\n{"code":"72","message":"Two","description":"y"}]';
  const { output } = await importText(workspace, "errors.json", newer);
  expect(output).toContain('changed  ONE (71), line 1, description: "x" -> ""');
});
