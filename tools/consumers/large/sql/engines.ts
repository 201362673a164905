import { startClickHouse } from "./clickhouse.js";
import { startDuckDb } from "./duckdb.js";
import type { Engine } from "./engine.js";
import { startPostgreSql } from "./postgresql.js";

/** Starts each engine when it is first asked for; they run until the process ends. */
const STARTS = {
  DuckDB: startDuckDb,
  PostgreSQL: startPostgreSql,
  ClickHouse: startClickHouse,
} as const;

/** The names of the engines. */
export const ENGINES = Object.keys(STARTS) as readonly (keyof typeof STARTS)[];

const started = new Map<string, Promise<Engine>>();

/**
 * Returns an engine. If it cannot run on this machine, the test is skipped with the reason; where
 * everything has to run, it fails.
 */
export async function engineOf(
  name: (typeof ENGINES)[number],
  skip: (reason: string) => void,
): Promise<Engine> {
  const start = started.get(name) ?? STARTS[name]();
  started.set(name, start);
  try {
    return await start;
  } catch (cause) {
    const reason = `Missing: ${name} does not run here: ${(cause as Error).message}`;
    if (process.env.CI === "true") throw new Error(reason, { cause });
    skip(`${reason}; with CI=true this fails`);
    throw cause;
  }
}
