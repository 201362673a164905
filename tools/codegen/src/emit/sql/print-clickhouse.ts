import { type Catalog, UNRECOGNIZED } from "../../catalog/catalog.js";
import { GeneratedFile } from "../generated-file.js";
import { addColumns, addHeader, addInserts } from "./add-table.js";
import { BLANKS } from "./blanks.js";
import { type CatalogTables, type Classification, classify } from "./classification.js";
import { printClickHouseText } from "./sql-literal.js";
import type { SqlColumn, SqlTable, SqlValue } from "./sql-table.js";
import { printRe2Step } from "./text-pattern.js";
import { codeRead, kindCases, unexplained } from "./verdict.js";

/** Writes the tables of a catalog and the functions that classify, for ClickHouse. */
export function printClickHouse(catalog: Catalog, read: CatalogTables): GeneratedFile {
  const classification = classify(read, printRe2Step);
  const { schema, errors, codes, patterns } = classification;
  const file = new GeneratedFile("generated/errors.clickhouse.sql");
  const example = `SELECT *, ${schema}_classify(code, msg, status) AS error, error.name FROM logs;`;
  addHeader(file, catalog, "a function", example);
  file.line(`CREATE DATABASE IF NOT EXISTS ${schema};`);
  addTable(file, schema, errors, "name");
  addTable(file, schema, codes, "(form, code, rank)");
  addTable(file, schema, patterns, "name");
  addCodeFunctions(file, schema);
  addLookup(file, classification);
  addVerdict(file, classification);
  addClassify(file, classification);
  return file;
}

function addTable(file: GeneratedFile, schema: string, table: SqlTable, key: string): void {
  const name = `${schema}.${table.name}`;
  file.line();
  const engine = ` ENGINE = MergeTree ORDER BY ${key}`;
  addColumns(file, `CREATE OR REPLACE TABLE ${name}`, table.columns.map(printColumn), engine);
  addInserts(file, name, table, printValue);
}

const TYPES = { text: "String", texts: "Array(String)", integer: "Int32", boolean: "Bool" };

function printColumn({ name, type, isNullable }: SqlColumn): string {
  return `${name} ${isNullable === true ? `Nullable(${TYPES[type]})` : TYPES[type]}`;
}

function printValue(value: SqlValue): string {
  if (value === null || value === undefined) return "NULL";
  if (typeof value === "string") return printClickHouseText(value);
  return typeof value === "object"
    ? `[${value.map(printClickHouseText).join(", ")}]`
    : String(value);
}

function addFunction(
  file: GeneratedFile,
  name: string,
  parameters: string,
  body: readonly string[],
): void {
  file.line(`CREATE OR REPLACE FUNCTION ${name} AS (${parameters}) ->`);
  for (const [index, line] of body.entries())
    file.line(`  ${line}${index === body.length - 1 ? ";" : ""}`);
}

function addCodeFunctions(file: GeneratedFile, schema: string): void {
  const [string, number] = ["(Fixed)?String|Enum", "U?Int|Float|Decimal"].map(
    (types) => `match(toTypeName(code), '^(LowCardinality\\\\()?(Nullable\\\\()?(${types})')`,
  );
  file.line();
  file.line("-- How a code came. A number that is not a safe integer is not a code.");
  addFunction(file, `${schema}_number_form`, "txt", [
    "if(ifNull(trunc(toFloat64OrNull(txt)) = toFloat64OrNull(txt) AND abs(toFloat64OrNull(txt)) <= 9007199254740991, false), 'number', 'other')",
  ]);
  addFunction(file, `${schema}_code_form`, "code", [
    "multiIf(code IS NULL, 'none',",
    `  ${string}, if(toString(code) = '', 'other', 'string'),`,
    `  ${number}, ${schema}_number_form(toString(code)), 'other')`,
  ]);
  addFunction(file, `${schema}_json_form`, "json", [
    "multiIf(json IS NULL OR json = '', 'none', json = 'null', 'null',",
    `  json LIKE '"_%"', 'string', ${schema}_number_form(json))`,
  ]);
  addFunction(file, `${schema}_number_text`, "txt", [
    "toString(toInt64(ifNull(toFloat64OrNull(txt), 0)))",
  ]);
}

function addLookup(file: GeneratedFile, { schema, hasSteps, hasExact }: Classification): void {
  const pattern = ["pattern", ...(hasSteps ? ["steps"] : []), ...(hasExact ? ["is_exact"] : [])];
  const lookup = `(SELECT (groupArray(id), groupArray(entries)) FROM ${schema}.entries)`;
  file.line();
  file.line(
    "-- The entries that bear a code, in the order in which they are tried. A success has no name.",
  );
  for (const line of [
    `CREATE OR REPLACE VIEW ${schema}.entries AS`,
    "SELECT id, arraySort(e -> e.5, groupArray((name, outcome, retry, texts, rank))) AS entries FROM (",
    "  SELECT concat(c.form, ' ', c.code) AS id, c.rank AS rank, ifNull(c.name, '') AS name,",
    "    e.outcome AS outcome, e.retry AS retry, p.texts AS texts",
    `  FROM ${schema}.codes AS c LEFT JOIN ${schema}.errors AS e ON e.name = c.name`,
    `  LEFT JOIN (SELECT name, groupArray(tuple(${pattern.join(", ")})) AS texts FROM ${schema}.patterns GROUP BY name) AS p ON p.name = c.name`,
    ") GROUP BY id;",
  ])
    file.line(line);
  addFunction(file, `${schema}_entries`, "form, id", [
    `arrayElement(tupleElement(${lookup}, 2), transform(concat(form, ' ', id),`,
    `  tupleElement(${lookup}, 1),`,
    `  arrayEnumerate(tupleElement(${lookup}, 1)), 0))`,
  ]);
  file.line();
  file.line("-- The place of the first entry that a text fits; 0 if it fits none.");
  addFunction(file, `${schema}_fit`, "entries, txt, bare", [
    `arrayFirstIndex(e -> arrayExists(p -> ifNull(${fits({ hasSteps, hasExact })}, false), e.4), entries)`,
  ]);
}

function fits({ hasSteps, hasExact }: Pick<Classification, "hasSteps" | "hasExact">): string {
  const either = "(bare LIKE p.1 OR bare LIKE concat(p.1, '.'))";
  const follow = (text: string) =>
    `arrayFold((rest, step) -> if(match(rest, step), replaceRegexpOne(rest, step, ''), ''), p.2, ${text})`;
  const stopped = "if(endsWith(bare, '.'), substring(bare, 1, length(bare) - 1), bare)";
  const cases = [
    ...(hasExact ? [`p.${hasSteps ? 3 : 2}, txt LIKE p.1`] : []),
    ...(hasSteps
      ? [`notEmpty(p.2), ${follow("bare")} LIKE p.1 OR ${follow(stopped)} LIKE p.1`]
      : []),
  ];
  return cases.length === 0 ? either : `multiIf(${cases.join(", ")}, ${either})`;
}

const TYPE =
  "Tuple(kind String, name Nullable(String), outcome Nullable(String), retry Nullable(String), drift Nullable(Bool))";

function addVerdict(file: GeneratedFile, { schema, wire }: Classification): void {
  const read = { form: "form", msg: "msg", status: "status" };
  file.line();
  file.line("-- What a response is, and what is known of it.");
  addFunction(file, `${schema}_kind`, "form, msg, status, is_success", [
    "CASE",
    ...kindCases(wire, read, "is_success").map((line) => `  ${line}`),
    "END",
  ]);
  addFunction(file, `${schema}_result`, "kind, entry, fits, msg, status", [
    "multiIf(",
    `  kind = 'success', CAST((kind, NULL, NULL, NULL, NULL), '${TYPE}'),`,
    `  kind = 'error' AND entry.1 <> '', CAST((kind, entry.1, entry.2, entry.3, NOT fits AND msg IS NOT NULL), '${TYPE}'),`,
    `  CAST((kind, if(kind = 'error', '${UNRECOGNIZED}', 'INVALID_RESPONSE'),`,
    `    ${unexplained(wire, "outcome", "status")},`,
    `    ${unexplained(wire, "retry", "status")}, NULL), '${TYPE}'))`,
  ]);
}

function addClassify(file: GeneratedFile, { schema, wire }: Classification): void {
  const received = { form: "form", code: "id", status: "status", statusText: "toString(status)" };
  const { form, code } = codeRead(wire, received);
  const blanks = BLANKS.map((blank) => `\\\\x{${blank.toString(16)}}`).join("");
  const sole =
    "if(fit > 0, entries[fit], if(length(entries) = 1, entries[1], ('', '', '', [], 0)))";
  file.line();
  file.line("-- Expressions that are used more than once are items of lists, which are named.");
  addFunction(file, `${schema}_classify_code`, "form, id, msg, status", [
    "arrayMap((own_form, entries) -> arrayMap(fit ->",
    `  ${schema}_result(${schema}_kind(own_form, msg, status, notEmpty(entries) AND entries[1].1 = ''),`,
    `    ${sole}, fit > 0, msg, status),`,
    `  [${schema}_fit(entries, msg, replaceRegexpAll(msg, '^[${blanks}]+|[${blanks}]+$', ''))])[1],`,
    `[${form}], [${schema}_entries(${form}, ${code})])[1]`,
  ]);
  file.line();
  file.line(
    "-- A code in a column of texts or of numbers. Returns a tuple: kind, name, outcome, retry, drift.",
  );
  addFunction(file, `${schema}_classify`, "code, msg, status", [
    `${schema}_classify_code(${schema}_code_form(code),`,
    `  if(${schema}_code_form(code) = 'number', ${schema}_number_text(toString(code)), ifNull(toString(code), '')),`,
    "  msg, status)",
  ]);
  file.line();
  file.line("-- A code as JSON has it, such as JSONExtractRaw returns it.");
  addFunction(file, `${schema}_classify_json`, "json, msg, status", [
    `${schema}_classify_code(${schema}_json_form(json),`,
    `  multiIf(${schema}_json_form(json) = 'string', JSONExtractString(concat('[', json, ']'), 1),`,
    `    ${schema}_json_form(json) = 'number', ${schema}_number_text(json), ifNull(json, '')),`,
    "  msg, status)",
  ]);
}
