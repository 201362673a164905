import type { Catalog } from "../../catalog/catalog.js";
import { GeneratedFile } from "../generated-file.js";
import { addColumns, addHeader, addInserts, addSharedInserts } from "./add-table.js";
import { BLANKS } from "./blanks.js";
import { type CatalogTables, type Classification, classify } from "./classification.js";
import { classifyingQuery, type RelationalDialect } from "./relational-query.js";
import { printSqlText, printSqlValue } from "./sql-literal.js";
import type { SqlColumn, SqlTable, SqlValue } from "./sql-table.js";
import { QUOTATION_MARK, type TextStep } from "./text-pattern.js";

/** Writes the tables of a catalog and the functions that classify, for PostgreSQL. */
export function printPostgreSql(catalog: Catalog, read: CatalogTables): GeneratedFile {
  const classification = classify(read, printStep);
  const { schema, errors, codes, patterns } = classification;
  const file = new GeneratedFile("generated/errors.postgresql.sql");
  const example = `SELECT * FROM logs CROSS JOIN LATERAL ${schema}.classify(code, msg, status);`;
  addHeader(file, catalog, "a function", example);
  file.line("BEGIN;");
  file.line(`CREATE SCHEMA IF NOT EXISTS ${schema};`);
  addSharedInserts(file, addTable(file, schema, errors, "PRIMARY KEY (name)"), errors);
  addSharedInserts(file, addTable(file, schema, codes, "UNIQUE (form, code, rank)"), codes);
  addInserts(file, addTable(file, schema, patterns), patterns, printValue);
  file.line(`CREATE INDEX ON ${schema}.patterns (name);`);
  for (const { name } of [errors, codes, patterns]) file.line(`ANALYZE ${schema}.${name};`);
  addFunctions(file, classification);
  file.line("COMMIT;");
  return file;
}

/** Writes the statements that create a table anew, and returns the table's whole name. */
function addTable(file: GeneratedFile, schema: string, table: SqlTable, key?: string): string {
  const name = `${schema}.${table.name}`;
  const columns = [...table.columns.map(printColumn), ...(key === undefined ? [] : [key])];
  file.line();
  file.line(`DROP TABLE IF EXISTS ${name};`);
  addColumns(file, `CREATE TABLE ${name}`, columns, "");
  return name;
}

/** Codes and texts are compared by their characters, whatever the language of the database. */
const TYPES = {
  text: 'text COLLATE "C"',
  texts: 'text[] COLLATE "C"',
  integer: "integer",
  boolean: "boolean",
};

function printColumn({ name, type, isNullable }: SqlColumn): string {
  return `${name} ${TYPES[type]}${isNullable === true ? "" : " NOT NULL"}`;
}

function printValue(value: SqlValue): string {
  return Array.isArray(value)
    ? `ARRAY[${value.map(printSqlText).join(", ")}]::text[]`
    : printSqlValue(value);
}

/**
 * An alternation takes the most that it can unless a count says otherwise, so a value without
 * quotation marks is looked for only where none is closed.
 */
function printStep({ before, isQuoted, after }: TextStep): string {
  const closed = (count: string) => `${QUOTATION_MARK}.${count}${QUOTATION_MARK}${after}`;
  const value = isQuoted
    ? `(?:${closed("+?")}|(?!${closed("+")}).+?${after}){1,1}?`
    : `.+?${after}`;
  return `^${before}${value}`;
}

const RESULT =
  "TABLE (kind text, name text, outcome text, retry text, drift boolean) LANGUAGE sql STABLE AS";

function addFunctions(file: GeneratedFile, classification: Classification): void {
  const { schema, hasSteps } = classification;
  if (hasSteps) addFollow(file, schema);
  file.line();
  file.line("-- Returns one row. The form says how the code came.");
  addFunction(file, `${schema}.classify_code(form text, id text, msg text, status bigint)`, [
    ...classifyingQuery(classification, dialectOf(schema)),
  ]);
  const call = (form: string, id: string) => [
    `SELECT k.* FROM ${schema}.classify_code(`,
    `  ${form},`,
    `  ${id}, msg, status) k`,
  ];
  const parameters = "msg text, status bigint DEFAULT NULL";
  file.line();
  file.line("-- A code that came as a string.");
  addFunction(
    file,
    `${schema}.classify(code text, ${parameters})`,
    call(
      "CASE WHEN code IS NULL THEN 'none' WHEN code = '' THEN 'other' ELSE 'string' END",
      "code",
    ),
  );
  file.line();
  file.line("-- A code that came as a number: not a code unless it is a safe integer.");
  const isSafe = "trunc(code) = code AND abs(code) <= 9007199254740991";
  addFunction(
    file,
    `${schema}.classify(code double precision, ${parameters})`,
    call(
      `CASE WHEN code IS NULL THEN 'none' WHEN ${isSafe} THEN 'number' ELSE 'other' END`,
      `CASE WHEN ${isSafe} THEN CAST(CAST(code AS bigint) AS text) END`,
    ),
  );
  file.line();
  file.line("-- A code as JSON has it.");
  addJsonFunction(file, schema, parameters);
}

function addJsonFunction(file: GeneratedFile, schema: string, parameters: string): void {
  const text = "code #>> '{}'";
  const isSafe = "trunc(n.value) = n.value AND abs(n.value) <= 9007199254740991";
  addFunction(file, `${schema}.classify(code jsonb, ${parameters})`, [
    "SELECT k.* FROM (SELECT CASE",
    // The nearest double is what a JSON parser makes of it.
    "  WHEN jsonb_typeof(code) <> 'number' THEN NULL",
    `  WHEN abs(CAST(${text} AS numeric)) BETWEEN 1e-300 AND 1e300`,
    `    THEN CAST(CAST(${text} AS numeric) AS double precision)`,
    `  WHEN CAST(${text} AS numeric) = 0 THEN 0 END AS value) n`,
    `CROSS JOIN LATERAL ${schema}.classify_code(`,
    "  CASE WHEN code IS NULL THEN 'none' WHEN jsonb_typeof(code) = 'null' THEN 'null'",
    `    WHEN jsonb_typeof(code) = 'string' AND ${text} <> '' THEN 'string'`,
    `    WHEN ${isSafe} THEN 'number' ELSE 'other' END,`,
    `  CASE WHEN ${isSafe} THEN CAST(CAST(n.value AS bigint) AS text)`,
    `    ELSE coalesce(${text}, 'null') END, msg, status) k`,
  ]);
  addFunction(file, `${schema}.classify(code json, ${parameters})`, [
    `SELECT k.* FROM ${schema}.classify(CAST(code AS jsonb), msg, status) k`,
  ]);
}

function addFunction(file: GeneratedFile, signature: string, body: readonly string[]): void {
  file.line(`CREATE OR REPLACE FUNCTION ${signature}`);
  file.line(`RETURNS ${RESULT} $$`);
  file.line(body.join("\n"));
  file.line("$$;");
}

function addFollow(file: GeneratedFile, schema: string): void {
  file.line();
  file.line("-- Removes what a text begins with, step by step. Nothing is left if a step fails.");
  file.line(`CREATE OR REPLACE FUNCTION ${schema}.follow(rest text, steps text[])`);
  file.line("RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$");
  file.line("DECLARE step text;");
  file.line("BEGIN");
  file.line("  FOREACH step IN ARRAY steps LOOP");
  file.line("    IF rest !~ step THEN RETURN ''; END IF;");
  file.line("    rest := regexp_replace(rest, step, '');");
  file.line("  END LOOP;");
  file.line("  RETURN rest;");
  file.line("END $$;");
}

function dialectOf(schema: string): RelationalDialect {
  const blanks = BLANKS.map((code) => `\\u${code.toString(16).padStart(4, "0")}`).join("");
  return {
    form: "form",
    code: 'id COLLATE "C"',
    fence: "OFFSET 0",
    trim: (text) => `btrim(${text} COLLATE "C", E'${blanks}')`,
    isLike: (text, pattern) => `${text} LIKE ${pattern}`,
    follow: (text, steps) => `${schema}.follow(${text}, ${steps})`,
    firstName: (condition) => `(array_agg(c.name ORDER BY c.rank) FILTER (WHERE ${condition}))[1]`,
  };
}
