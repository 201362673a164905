import { importFetched } from "../../registry/fetched.js";
import { COLUMNS, type Engine } from "./engine.js";

interface PgLiteModule {
  readonly PGlite: new () => PgLite;
}

interface PgLite {
  exec(script: string): Promise<unknown>;
  query(
    sql: string,
    params?: readonly unknown[],
    options?: { readonly blob: Blob },
  ): Promise<{ readonly rows: Record<string, unknown>[] }>;
}

/** Starts PostgreSQL in memory: PGlite is PostgreSQL, compiled to WebAssembly. */
export async function startPostgreSql(): Promise<Engine> {
  const { PGlite } = await importFetched<PgLiteModule>("@electric-sql/pglite");
  const database = new PGlite();
  const query = async (sql: string) => (await database.query(sql)).rows;
  const [row] = await query("SHOW server_version");
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
  const types = names.map((name) => `${name} ${name === "json_code" ? "jsonb" : COLUMNS[name]}`);
  return {
    name: "PostgreSQL",
    version: String(row?.server_version).split(" ")[0] ?? "",
    file: "errors.postgresql.sql",
    run: async (script) => void (await database.exec(script)),
    query,
    async fill(rows) {
      const lines = rows.map((each) => `${names.map((name) => toCell(each[name])).join(",")}\n`);
      await database.exec(`DROP TABLE IF EXISTS logs; CREATE TABLE logs (${types.join(", ")})`);
      const blob = new Blob(lines);
      await database.query("COPY logs FROM '/dev/blob' (FORMAT csv)", [], { blob });
    },
    classified: (schema, form) =>
      `(SELECT * FROM logs WHERE form = '${form}') logs CROSS JOIN LATERAL ${schema}.classify(logs.${form}, logs.msg, logs.status) r`,
    differ: (one, other) => `${one} IS DISTINCT FROM ${other}`,
  };
}

/** Prints a cell of PostgreSQL's CSV, where NULL is empty without quotation marks. */
function toCell(value: unknown): string {
  return value === null ? "" : `"${String(value).replaceAll('"', '""')}"`;
}
