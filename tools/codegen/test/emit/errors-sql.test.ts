import { expect, test } from "vitest";
import { QUOTATION_MARK } from "../../dist/emit/sql/text-pattern.js";
import { BUSY, emitFile, NOT_FOUND, tinyCatalog } from "./tiny-catalog.js";

const DIALECTS = ["clickhouse", "duckdb", "postgresql"] as const;

/** The file of a dialect. */
const sqlOf = (dialect: string, catalog = tinyCatalog()) =>
  emitFile(`generated/errors.${dialect}.sql`, catalog);

/** The rows of a table, as the file inserts them. */
function rowsOf(sql: string, table: string): string[] {
  const [, rows = ""] =
    new RegExp(`^INSERT INTO \\S+\\.${table} .*\\n((?: {2}\\(.*\\n)*)`, "m").exec(sql) ?? [];
  return rows.trimEnd().split("\n");
}

test.each(DIALECTS)("codes and patterns are tables for %s", async (dialect) => {
  const sql = await sqlOf(dialect);
  expect(rowsOf(sql, "codes")).toEqual([
    "  ('number', '0', 0, NULL),",
    "  ('string', '0', 0, NULL),",
    "  ('string', '1001', 1, 'ITEM_NOT_FOUND'),",
    "  ('number', '1001', 1, 'ITEM_NOT_FOUND'),",
    "  ('string', '-1002', 1, 'SERVER_BUSY'),",
    "  ('number', '-1002', 1, 'SERVER_BUSY'),",
    "  ('string', '1002', 1, 'SERVER_BUSY'),",
    "  ('number', '1002', 1, 'SERVER_BUSY');",
  ]);
  expect(rowsOf(sql, "patterns")).toEqual([
    "  ('ITEM_NOT_FOUND', 'Item _% not found'),",
    "  ('ITEM_NOT_FOUND', 'No such item'),",
    "  ('SERVER_BUSY', 'Server busy');",
  ]);
});

test("each error is a row with what the catalog says of it", async () => {
  const catalog = tinyCatalog({ entries: [NOT_FOUND, { ...BUSY, venue: "north" }] });
  const sql = await sqlOf("postgresql", catalog);
  const [, columns] = /INSERT INTO \S+\.errors \((.*)\) VALUES/.exec(sql) ?? [];
  expect(columns).toBe(
    "name, code, http_status, message, description, category, fault, outcome, retry, venue, documented",
  );
  expect(rowsOf(sql, "errors")).toEqual([
    "  ('ITEM_NOT_FOUND', '1001', 404, 'Item ''{item}'' not found', 'Check the id of the item.', 'request', 'client', 'rejected', 'after-fix', NULL, true),",
    "  ('SERVER_BUSY', '-1002', NULL, 'Server busy', '', 'system', 'server', 'unknown', 'after-reconcile', 'north', false);",
  ]);
});

test("where no code comes as a number, codes are strings alone", async () => {
  const wire = { code: "code", message: "text", numericCodes: false };
  const sql = await sqlOf("duckdb", tinyCatalog({ manifest: { wire } }));
  expect(rowsOf(sql, "codes")).toEqual([
    "  ('string', '1001', 1, 'ITEM_NOT_FOUND'),",
    "  ('string', '-1002', 1, 'SERVER_BUSY'),",
    "  ('string', '1002', 1, 'SERVER_BUSY');",
  ]);
});

test("errors of one code are ranked in the order in which the validator tries them", async () => {
  const error = { ...BUSY, aliases: [], code: "1" };
  const entries = [
    { ...error, name: "LONG", message: "Order {id} failed" },
    { ...error, name: "SHORT", message: "Order {id}" },
    // A text fits both, and they have as much literal text.
    { ...error, code: "a", name: "FIRST", message: "Card {id}" },
    { ...error, code: "a", name: "SECOND", message: "{id} lost" },
  ];
  expect(rowsOf(await sqlOf("duckdb", tinyCatalog({ entries })), "codes").slice(2)).toEqual([
    "  ('string', '1', 1, 'LONG'),",
    "  ('string', '1', 2, 'SHORT'),",
    "  ('number', '1', 1, 'LONG'),",
    "  ('number', '1', 2, 'SHORT'),",
    "  ('string', 'a', 1, 'FIRST'),",
    "  ('string', 'a', 2, 'SECOND');",
  ]);
});

test("an error that was renamed stays in the table of errors, and no code leads to it", async () => {
  const retired = { since: "2.0.0", reason: "Renamed.", replacedBy: "SERVER_OVERLOADED" };
  const entries = [
    { ...BUSY, retired },
    { ...BUSY, name: "SERVER_OVERLOADED" },
  ];
  const sql = await sqlOf("postgresql", tinyCatalog({ entries }));
  expect(rowsOf(sql, "errors")).toHaveLength(2);
  expect(sql.match(/'SERVER_BUSY'/g)).toHaveLength(1);
});

test.each([
  ["100% of a_b \\ done.", "100\\% of a\\_b \\\\ done"],
  ["{a} and {b}", "_% and _%"],
  ["{a}: '{b}'", "_%: _%"],
])("the text %j becomes the pattern %s of LIKE", async (message, pattern) => {
  const params = { a: { meaning: "A", example: "1" }, b: { meaning: "B", example: "2" } };
  const catalog = tinyCatalog({ entries: [{ ...NOT_FOUND, message, params, variants: [] }] });
  const escaped = pattern.includes("\\")
    ? `E'${pattern.replaceAll("\\", "\\\\")}'`
    : `'${pattern}'`;
  expect(rowsOf(await sqlOf("duckdb", catalog), "patterns")).toEqual([
    `  ('ITEM_NOT_FOUND', ${escaped});`,
  ]);
});

test("a value in quotation marks before another value is matched in steps", async () => {
  const params = { a: { meaning: "A", example: "1" }, b: { meaning: "B", example: "2" } };
  const message = "Field '{a}' (of {b})";
  const catalog = tinyCatalog({ entries: [{ ...NOT_FOUND, message, params, variants: [] }] });
  const step = (text: string) => text.replaceAll("M", QUOTATION_MARK).replaceAll("'", "''");
  expect(rowsOf(await sqlOf("duckdb", catalog), "patterns")).toEqual([
    `  ('ITEM_NOT_FOUND', '_%)', [E'${step("^(?s)Field (?:M.+?M \\\\(of |.+? \\\\(of )")}']);`,
  ]);
  expect(rowsOf(await sqlOf("postgresql", catalog), "patterns")).toEqual([
    `  ('ITEM_NOT_FOUND', '_%)', ARRAY[E'${step("^Field (?:M.+?M \\\\(of |(?!M.+M \\\\(of ).+? \\\\(of ){1,1}?")}']::text[]);`,
  ]);
});

test("every quotation mark of Unicode is one in SQL", () => {
  const isMark = new RegExp(`^${QUOTATION_MARK}$`);
  const wrong = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (char) => isMark.test(char) !== /^[\p{Quotation_Mark}`´]$/u.test(char),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ["duckdb", "E'it''s \\\\ \\012 $$ \ufffd'"],
  ["postgresql", "E'it''s \\\\ \\012 $$ \ufffd'"],
  ["clickhouse", "'it\\'s \\\\ \\x0a $$ \ufffd'"],
])("a description with signs of SQL is escaped for %s", async (dialect, literal) => {
  const description = "it's \\ \n $$ \u0000";
  const catalog = tinyCatalog({ entries: [{ ...BUSY, description }] });
  expect(await sqlOf(dialect, catalog)).toContain(`'Server busy', ${literal}, 'system'`);
});

test.each([
  ["acme", "acme_errors"],
  ["acme-errors", "acme_errors"],
  ["order", "order_errors"],
])("the catalog %s has the schema %s", async (id, schema) => {
  const sql = await sqlOf("postgresql", tinyCatalog({ manifest: { id } }));
  expect(sql).toContain(`\nCREATE SCHEMA IF NOT EXISTS ${schema};\n`);
});

test("an HTTP status stands for a code, or rules one out, where the manifest says so", async () => {
  const wire = { code: ["code", "@status"], message: "text", failed: { status: 500 } };
  const sql = await sqlOf("clickhouse", tinyCatalog({ manifest: { wire } }));
  expect(sql).toContain("WHEN status > 0 AND status < 500 THEN 'success'");
  expect(sql).toContain("= 'none' AND status >= 400 THEN toString(status) ELSE id END");
});

test.each([
  ["a flag decides beside an error", {}, true, false],
  ["a flag decides beside a list of errors", { error: "errors[]" }, true, false],
  ["no flag has room beside a bare list", { error: "[]" }, false, true],
  ["the code decides before a flag", { success: ["0"] }, false, false],
])("%s: its notes, and whether a status alone means success", async (_, more, noted, byStatus) => {
  const wire = { code: "code", message: "text", failed: { ok: false }, ...more };
  const sql = await sqlOf("postgresql", tinyCatalog({ manifest: { wire } }));
  expect(sql.includes("Only for responses whose ok says that the request failed.")).toBe(noted);
  expect(sql.includes("WHEN f.http > 0 AND f.http < 400 THEN 'success'")).toBe(byStatus);
});
