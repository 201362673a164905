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

test("where no code comes as a number, codes are strings, or null", async () => {
  const wire = { code: "code", message: "text", success: [null, "0"], numericCodes: false };
  const sql = await sqlOf("duckdb", tinyCatalog({ manifest: { wire } }));
  expect(rowsOf(sql, "codes")).toEqual([
    "  ('null', 'null', 0, NULL),",
    "  ('string', '0', 0, NULL),",
    "  ('string', '1001', 1, 'ITEM_NOT_FOUND'),",
    "  ('string', '-1002', 1, 'SERVER_BUSY'),",
    "  ('string', '1002', 1, 'SERVER_BUSY');",
  ]);
  expect(sql).toContain("WHEN f.form IN ('string') AND NOT f.is_success THEN 'error'");
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

/** How each dialect prints steps, and tests a text in steps or with the blanks at its ends. */
const IN_STEPS = [
  [
    "clickhouse",
    "['^(?s)\\\\(Of (?:.+? \\\\()', '^(?s)(?:M.+?M\\\\) |.+?\\\\) )']",
    "[]",
    "(tuple(pattern, steps, is_exact))",
    "multiIf(p.3, txt LIKE p.1, notEmpty(p.2), arrayFold((rest, step) -> if(match(rest, step), replaceRegexpOne(rest, step, ''), ''), p.2, bare) LIKE p.1 OR arrayFold((rest, step) -> if(match(rest, step), replaceRegexpOne(rest, step, ''), ''), p.2, if(endsWith(bare, '.'), substring(bare, 1, length(bare) - 1), bare)) LIKE p.1, (bare LIKE p.1 OR bare LIKE concat(p.1, '.')))",
  ],
  [
    "duckdb",
    "[E'^(?s)\\\\(Of (?:.+? \\\\()', E'^(?s)(?:M.+?M\\\\) |.+?\\\\) )']",
    "[]",
    "  steps VARCHAR[] NOT NULL,\n  is_exact BOOLEAN NOT NULL\n",
    "CASE WHEN p.is_exact THEN i.txt LIKE p.pattern ESCAPE '\\' WHEN array_length(p.steps, 1) > 0 THEN list_reduce(p.steps, lambda rest, step: CASE WHEN regexp_matches(rest, step) THEN regexp_replace(rest, step, '') ELSE '' END, i.bare) LIKE p.pattern ESCAPE '\\' OR ",
  ],
  [
    "postgresql",
    "ARRAY[E'^\\\\(Of .+? \\\\(', E'^(?:M.+?M\\\\) |(?!M.+M\\\\) ).+?\\\\) ){1,1}?']::text[]",
    "ARRAY[]::text[]",
    `CREATE OR REPLACE FUNCTION acme_errors.follow(rest text, steps text[])
RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE step text;
BEGIN
  FOREACH step IN ARRAY steps LOOP
    IF rest !~ step THEN RETURN ''; END IF;
    rest := regexp_replace(rest, step, '');
  END LOOP;
  RETURN rest;
END $$;
`,
    "CASE WHEN p.is_exact THEN i.txt LIKE p.pattern WHEN array_length(p.steps, 1) > 0 THEN acme_errors.follow(i.bare, p.steps) LIKE p.pattern OR acme_errors.follow(CASE WHEN i.bare LIKE '%.' THEN left(i.bare, -1) ELSE i.bare END, p.steps) LIKE p.pattern ELSE (i.bare LIKE p.pattern OR i.bare LIKE (p.pattern || '.')) END",
  ],
] as const;

test.each(IN_STEPS)(
  "in %s a value in quotation marks before another is matched in steps, and a message with a blank at its end to the letter",
  async (dialect, steps, none, declared, test) => {
    const [a, b, c] = ["A", "B", "C"].map((meaning) => ({ meaning, example: "1" }));
    const message = "(Of {a} ('{b}') {c} ";
    const entries = [
      { ...NOT_FOUND, message, params: { a, b, c } as never, variants: [] },
      { ...BUSY, message: "Wait 5% ." },
    ];
    const sql = await sqlOf(dialect, tinyCatalog({ entries }));
    const mark = QUOTATION_MARK.replace("'", dialect === "clickhouse" ? "\\'" : "''");
    const wait = dialect === "clickhouse" ? "'Wait 5\\\\% '" : "E'Wait 5\\\\% '";
    expect(rowsOf(sql, "patterns")).toEqual([
      `  ('ITEM_NOT_FOUND', '_% ', ${steps.replaceAll("M", mark)}, false),`,
      `  ('SERVER_BUSY', ${wait}, ${none}, false),`,
      `  ('SERVER_BUSY', ${wait}, ${none}, true);`,
    ]);
    expect(sql).toContain("(name, pattern, steps, is_exact) VALUES");
    expect(sql).toContain(declared);
    expect(sql).toContain(test);
  },
);

test("ClickHouse reads the steps of a text, or whether its blanks count, in the second place", async () => {
  const message = "'{item}' or {item}";
  const stepped = await sqlOf("clickhouse", tinyCatalog({ entries: [{ ...NOT_FOUND, message }] }));
  expect(stepped).toContain("(tuple(pattern, steps))");
  const sql = await sqlOf("clickhouse", tinyCatalog({ entries: [{ ...BUSY, message: " Wait" }] }));
  expect(sql).toContain("(tuple(pattern, is_exact))");
  expect(sql).toContain("multiIf(p.2, txt LIKE p.1, (bare LIKE p.1 OR ");
});

test("every quotation mark of Unicode is one in SQL", () => {
  const isMark = new RegExp(`^${QUOTATION_MARK}$`);
  const wrong = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(
    (char) => isMark.test(char) !== /^[\p{Quotation_Mark}`´]$/u.test(char),
  );
  expect(wrong).toEqual([]);
});

test.each([
  ["duckdb", "E'it''s \\\\ \\012 \\033 $$ \ufffd'"],
  ["postgresql", "E'it''s \\\\ \\012 \\033 $$ \ufffd'"],
  ["clickhouse", "'it\\'s \\\\ \\x0a \\x1b $$ \ufffd'"],
])("a description with signs of SQL is escaped for %s", async (dialect, literal) => {
  const description = "it's \\ \n \u001b $$ \u0000";
  const catalog = tinyCatalog({ entries: [{ ...BUSY, description }] });
  expect(await sqlOf(dialect, catalog)).toContain(`'Server busy', ${literal}, 'system'`);
});

test.each([
  ["acme", undefined, "acme_errors"],
  ["acme-errors", undefined, "acme_errors"],
  ["order", "for-all-bots", "order_errors_for_all_bots"],
])("the catalog %s, or its subset %s, has the schema %s", async (id, name, schema) => {
  const subset = name === undefined ? {} : { subset: { name, description: "" } };
  const sql = await sqlOf("postgresql", tinyCatalog({ manifest: { id }, ...subset }));
  expect(sql).toContain(`\nCREATE SCHEMA IF NOT EXISTS ${schema};\n`);
});

test.each([
  ["clickhouse", "status", "toString(status)", "id"],
  ["duckdb", "status", "CAST(status AS text)", "acme_errors.code_text(code)"],
  ["postgresql", "status", "CAST(status AS text)", 'id COLLATE "C"'],
])(
  "in %s an HTTP status stands for a code, or rules one out, where the manifest says so",
  async (dialect, status, text, code) => {
    const statuses = {
      429: { outcome: "rejected", retry: "after-reconcile", sources: [] },
    } as const;
    const failed = { status: 500 };
    const wire = { code: ["code", "@status"], message: "text", failed, statuses };
    const sql = await sqlOf(dialect, tinyCatalog({ manifest: { wire } }));
    expect(sql).toMatch(/CASE (k\.http|status) WHEN 429 THEN 'rejected' ELSE 'unknown' END/);
    expect(sql).not.toContain("THEN 'after-reconcile'");
    expect(sql).not.toContain("pass NULL");
    expect(sql).toContain("-- Without a code, the HTTP status is the code.\n");
    expect(sql).toMatch(/WHEN (f\.http|status) > 0 AND \1 < 500 THEN 'success'/);
    expect(sql).toContain(
      `CASE WHEN CASE WHEN ${status} > 0 AND ${status} < 500 THEN 'none' ELSE `,
    );
    expect(sql).toContain(`= 'none' AND ${status} >= 400 THEN 'string' ELSE CASE WHEN `);
    expect(sql).toContain(`= 'none' AND ${status} >= 400 THEN ${text} ELSE ${code} END`);
  },
);

test("where the HTTP status is the code, no other is read", async () => {
  const wire = { code: "@status", message: "text", failed: { status: 400 } };
  const sql = await sqlOf("duckdb", tinyCatalog({ manifest: { wire } }));
  expect(sql).toContain("\n-- The HTTP status is the code: pass NULL in place of a code.\n");
  expect(sql).not.toContain("Without a code");
  expect(sql).toContain(
    "CASE WHEN 'none' = 'none' AND status >= 400 THEN 'string' ELSE 'none' END",
  );
});

test("what the manifest says of codes cannot end its comment", async () => {
  const wire = { code: "code", message: "text", codePattern: "(\\d+)\n\u2028;" };
  const sql = await sqlOf("duckdb", tinyCatalog({ manifest: { wire } }));
  expect(sql).toContain("\n-- The code is the part that (\\d+)  ; takes.\n");
});

test.each([
  ["a flag decides beside an error", {}, true, false],
  ["a flag decides beside a list of errors", { error: "errors[]" }, true, false],
  ["no flag has room beside a bare list", { error: "[]" }, false, true],
  ["the code decides before a flag", { success: ["0"] }, false, false],
])("%s: its notes, and what means success", async (_, more, noted, byStatus) => {
  const wire = { code: "code", message: "text", failed: { "meta.ok": false }, ...more };
  const sql = await sqlOf("postgresql", tinyCatalog({ manifest: { wire } }));
  expect(sql.includes("Only for responses whose meta.ok says that the request failed.")).toBe(
    noted,
  );
  expect(sql.includes("WHEN f.http > 0 AND f.http < 400 THEN 'success'")).toBe(byStatus);
  expect(sql.includes("ELSE 'invalid' END AS kind")).toBe(noted);
});
