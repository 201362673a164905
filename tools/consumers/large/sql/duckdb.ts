import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFetched, versionOf } from "../../registry/fetched.js";
import { COLUMNS, type Engine } from "./engine.js";

interface DuckDb {
  readonly DuckDBInstance: {
    create(path: string): Promise<{ connect(): Promise<Connection> }>;
  };
}

interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Record<string, unknown>[] }>;
}

/** Starts DuckDB in memory. */
export async function startDuckDb(): Promise<Engine> {
  const { DuckDBInstance } = await importFetched<DuckDb>("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const columns = Object.entries(COLUMNS).map(([name, type]) => `${name}: '${type.split(" ")[0]}'`);
  return {
    name: "DuckDB",
    version: versionOf("@duckdb/node-api").split("-")[0] ?? "",
    file: "errors.duckdb.sql",
    run: async (script) => void (await connection.run(script)),
    query: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson(),
    async fill(rows) {
      const folder = mkdtempSync(join(tmpdir(), "duckdb-"));
      const file = join(folder, "rows.ndjson");
      writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
      await connection.run(
        `CREATE OR REPLACE TABLE logs AS FROM read_json('${file}', format = 'newline_delimited', columns = {${columns.join(", ")}})`,
      );
      rmSync(folder, { recursive: true });
    },
    classified(schema, form) {
      const code = form === "json_code" ? "CAST(logs.json_code AS JSON)" : `logs.${form}`;
      return `(FROM logs WHERE form = '${form}') logs, ${schema}.classify(${code}, logs.msg, logs.status) r`;
    },
    differ: (one, other) => `${one} IS DISTINCT FROM ${other}`,
  };
}
