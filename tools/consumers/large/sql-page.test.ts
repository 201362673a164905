import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, onTestFinished, test } from "vitest";
import { installFetched } from "../registry/fetched.js";
import type { Engine } from "./sql/engine.js";
import { ENGINES, engineOf } from "./sql/engines.js";
import { VERDICT } from "./sql/judged-row.js";

const { resolve } = createRequire(import.meta.url);
const file = fileURLToPath(new URL("../../../docs/sql.md", import.meta.url));
const page = readFileSync(file, "utf8");

const COLUMNS = ["id", ...VERDICT];
const RESULT = /(<!-- result -->\n)[\s\S]*?(<!-- \/result -->)/;

beforeAll(installFetched);

/** The first code block after a text of the page. */
function blockAfter(text: string): string {
  const from = page.indexOf(text);
  const [, block] = /^```\w+\n([\s\S]*?)^```$/m.exec(page.slice(Math.max(from, 0))) ?? [];
  if (from < 0 || block === undefined) throw new Error(`docs/sql.md has no block after ${text}`);
  return block;
}

/** The example's responses. */
const lines = blockAfter("Each line of `logs.ndjson`");

/** The example's query for an engine, on the example's responses. */
async function exampleFor({ name, run }: Engine): Promise<string> {
  const query = blockAfter(`\n${name}`);
  const rows = lines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { id: number; status: number; body: object });
  const values = rows
    .map(({ id, status, body }) => `(${id}, ${status}, '${JSON.stringify(body)}')`)
    .join(", ");
  if (name === "PostgreSQL") {
    await run("CREATE TABLE logs (id integer, status integer, body jsonb)");
    await run(`INSERT INTO logs VALUES ${values}`);
  }
  if (name === "ClickHouse") {
    await run("CREATE TABLE logs (id Int32, status Int32, body String) ENGINE = Memory");
    await run(`INSERT INTO logs VALUES ${values}`);
  }
  if (name !== "DuckDB") return query;
  const folder = mkdtempSync(join(tmpdir(), "sql-page-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "logs.ndjson"), lines);
  return query.replace("'logs.ndjson'", `'${join(folder, "logs.ndjson")}'`);
}

/** The table that the first engine returned. */
let first: string | undefined;

/** Without `CI=true`, the first engine's table is written into the page. */
test.for(ENGINES)("the example of docs/sql.md returns its table in %s", async (name, { skip }) => {
  const engine = await engineOf(name, skip);
  await engine.run(readFileSync(resolve(`@hashkey-errors/schemas/${engine.file}`), "utf8"));
  const rows = await engine.query(await exampleFor(engine));
  const cells = rows.map((row) => COLUMNS.map((column) => String(row[column] ?? "NULL")));
  const table = [COLUMNS, COLUMNS.map(() => "---"), ...cells]
    .map((row) => `| ${row.join(" | ")} |\n`)
    .join("");
  const text = readFileSync(file, "utf8");
  const written = text.replace(RESULT, (_, begin, end) => `${begin}${table}${end}`);
  if (process.env.CI !== "true" && first === undefined) writeFileSync(file, written);
  first ??= table;
  expect(table).toBe(first);
  expect(readFileSync(file, "utf8")).toBe(written);
  expect(rows).toHaveLength(lines.trimEnd().split("\n").length);
});

test.for(["DuckDB", "PostgreSQL"] as const)(
  "the query of docs/sql.md for requests that may have been executed runs in %s",
  async (name, { skip }) => {
    const engine = await engineOf(name, skip);
    await engine.run(
      "DROP TABLE IF EXISTS logs; CREATE TABLE logs (code text, msg text, status integer)",
    );
    await engine.run(
      "INSERT INTO logs VALUES ('-1007', NULL, 400), ('-1007', 'x', 400), ('0211', NULL, 400)",
    );
    const rows = await engine.query(blockAfter("Which requests may have been executed?"));
    expect(rows.map((row) => [row.name, Number(row.requests)])).toEqual([["SERVER_TIMEOUT", 2]]);
  },
);
