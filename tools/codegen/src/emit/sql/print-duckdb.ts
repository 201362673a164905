import type { Catalog } from "../../catalog/catalog.js";
import { GeneratedFile } from "../generated-file.js";
import { addColumns, addHeader, addInserts, addSharedInserts } from "./add-table.js";
import { BLANKS } from "./blanks.js";
import { type CatalogTables, type Classification, classify } from "./classification.js";
import { classifyingQuery, type RelationalDialect } from "./relational-query.js";
import { printSqlText, printSqlValue } from "./sql-literal.js";
import type { SqlColumn, SqlTable, SqlValue } from "./sql-table.js";
import { printRe2Step } from "./text-pattern.js";

/** Writes the tables of a catalog and the macro that classifies, for DuckDB. */
export function printDuckDb(catalog: Catalog, read: CatalogTables): GeneratedFile {
  const classification = classify(read, printRe2Step);
  const { schema, errors, codes, patterns } = classification;
  const file = new GeneratedFile("generated/errors.duckdb.sql");
  const example = `FROM logs, ${schema}.classify(logs.code, logs.msg, logs.status);`;
  addHeader(file, catalog, "a macro", example);
  file.line("BEGIN TRANSACTION;");
  file.line(`CREATE SCHEMA IF NOT EXISTS ${schema};`);
  for (const table of [errors, codes]) addSharedInserts(file, addTable(file, schema, table), table);
  addInserts(file, addTable(file, schema, patterns), patterns, printValue);
  addMacros(file, classification);
  file.line("COMMIT;");
  return file;
}

/** Writes the statement that creates a table, and returns the table's whole name. */
function addTable(file: GeneratedFile, schema: string, table: SqlTable): string {
  const name = `${schema}.${table.name}`;
  file.line();
  addColumns(file, `CREATE OR REPLACE TABLE ${name}`, table.columns.map(printColumn), "");
  return name;
}

const TYPES = { text: "VARCHAR", texts: "VARCHAR[]", integer: "INTEGER", boolean: "BOOLEAN" };

function printColumn({ name, type, isNullable }: SqlColumn): string {
  return `${name} ${TYPES[type]}${isNullable === true ? "" : " NOT NULL"}`;
}

function printValue(value: SqlValue): string {
  return Array.isArray(value) ? `[${value.map(printSqlText).join(", ")}]` : printSqlValue(value);
}

/** The types of columns that hold JSON numbers. */
const NUMBERS = [
  ..."TINYINT SMALLINT INTEGER BIGINT HUGEINT UTINYINT USMALLINT UINTEGER UBIGINT".split(" "),
  ..."UHUGEINT FLOAT DOUBLE BIGNUM".split(" "),
];

function addMacros(file: GeneratedFile, classification: Classification): void {
  const { schema } = classification;
  const types = NUMBERS.map((type) => `'${type}'`).join(", ");
  file.line();
  file.line("-- How a code came. A JSON number that is not a safe integer is not a code.");
  file.line(`CREATE OR REPLACE MACRO ${schema}.number_form(txt) AS`);
  file.line("  CASE WHEN trunc(TRY_CAST(txt AS DOUBLE)) = TRY_CAST(txt AS DOUBLE)");
  file.line(
    "    AND abs(TRY_CAST(txt AS DOUBLE)) <= 9007199254740991 THEN 'number' ELSE 'other' END;",
  );
  file.line(`CREATE OR REPLACE MACRO ${schema}.code_form(code) AS CASE`);
  file.line("  WHEN code IS NULL THEN 'none'");
  file.line("  WHEN typeof(code) = 'VARCHAR' OR typeof(code) LIKE 'ENUM%'");
  file.line("    THEN CASE WHEN CAST(code AS VARCHAR) = '' THEN 'other' ELSE 'string' END");
  file.line(`  WHEN typeof(code) IN (${types}) OR typeof(code) LIKE 'DECIMAL%'`);
  file.line(`    THEN ${schema}.number_form(CAST(code AS VARCHAR))`);
  file.line("  WHEN typeof(code) <> 'JSON' THEN 'other'");
  file.line("  WHEN CAST(code AS VARCHAR) = 'null' THEN 'null'");
  file.line("  WHEN CAST(code AS VARCHAR) LIKE '\"_%\"' THEN 'string'");
  file.line(`  ELSE ${schema}.number_form(CAST(code AS VARCHAR)) END;`);
  file.line(`CREATE OR REPLACE MACRO ${schema}.code_text(code) AS CASE ${schema}.code_form(code)`);
  file.line(
    "  WHEN 'number' THEN CAST(CAST(TRY_CAST(CAST(code AS VARCHAR) AS DOUBLE) AS BIGINT) AS VARCHAR)",
  );
  file.line("  WHEN 'string' THEN CASE WHEN typeof(code) = 'JSON'");
  file.line(
    "    THEN json_extract_string(CAST(code AS VARCHAR), '$') ELSE CAST(code AS VARCHAR) END",
  );
  file.line("  ELSE CAST(code AS VARCHAR) END;");
  file.line();
  file.line("-- Returns one row: kind, name, outcome, retry, drift.");
  file.line(`CREATE OR REPLACE MACRO ${schema}.classify(code, msg, status := NULL) AS TABLE`);
  const lines = classifyingQuery(classification, dialectOf(schema));
  file.line(`${lines.join("\n")};`);
}

function dialectOf(schema: string): RelationalDialect {
  const blanks = BLANKS.map((code) => `chr(${code})`).join(" || ");
  return {
    form: `${schema}.code_form(code)`,
    code: `${schema}.code_text(code)`,
    fence: "",
    trim: (text) => `trim(${text}, ${blanks})`,
    isLike: (text, pattern) => `${text} LIKE ${pattern} ESCAPE '\\'`,
    follow: (text, steps) =>
      `list_reduce(${steps}, lambda rest, step: CASE WHEN regexp_matches(rest, step) THEN regexp_replace(rest, step, '') ELSE '' END, ${text})`,
    firstName: (condition) => `arg_min(c.name, c.rank) FILTER (WHERE ${condition})`,
  };
}
