import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFetched } from "../../registry/fetched.js";
import { COLUMNS, type Engine } from "./engine.js";

interface ChDb {
  readonly Session: new (folder: string) => Session;
}

interface Session {
  query(sql: string, format?: string): string;
  cleanup(): void;
}

const TYPES: Readonly<Record<string, string>> = {
  VARCHAR: "String",
  BIGINT: "Int64",
  "DOUBLE PRECISION": "Float64",
  INTEGER: "Int32",
  BOOLEAN: "Bool",
};

/** Starts ClickHouse in a folder of its own: chDB is ClickHouse as a library. */
export async function startClickHouse(): Promise<Engine> {
  const { Session } = await importFetched<ChDb>("chdb");
  const folder = mkdtempSync(join(tmpdir(), "clickhouse-"));
  const session = new Session(folder);
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const query = async (sql: string) =>
    session
      .query(sql, "JSONEachRow")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  const [row] = await query("SELECT version() AS version");
  const structure = Object.entries(COLUMNS).map(
    ([name, type]) => `${name} Nullable(${TYPES[type]})`,
  );
  return {
    name: "ClickHouse",
    version: String(row?.version),
    file: "errors.clickhouse.sql",
    run: async (script) => void session.query(script),
    query,
    async fill(rows) {
      const file = join(folder, "rows.ndjson");
      writeFileSync(file, rows.map((each) => `${JSON.stringify(each)}\n`).join(""));
      session.query(`CREATE OR REPLACE TABLE logs (${structure.join(", ")}) ENGINE = Memory`);
      session.query(`INSERT INTO logs SELECT * FROM file('${file}', JSONEachRow)`);
    },
    classified(schema, form) {
      const classify = `${schema}_classify${form === "json_code" ? "_json" : ""}`;
      return `(SELECT *, ${classify}(${form}, msg, status) AS r FROM logs WHERE form = '${form}') AS logs`;
    },
    differ: (one, other) => `NOT (${one} <=> ${other})`,
  };
}
