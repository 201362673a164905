import type { Emitter } from "../emitter.js";
import { sqlTablesOf } from "../sql/classification.js";
import { printClickHouse } from "../sql/print-clickhouse.js";
import { printDuckDb } from "../sql/print-duckdb.js";
import { printPostgreSql } from "../sql/print-postgresql.js";

/**
 * `generated/errors.<engine>.sql`: the errors as tables, and what classifies the codes and texts of
 * logs in the engine where they lie. Engines differ in how functions are defined and texts are
 * escaped, so each has a file that its own client loads.
 */
export const emitter: Emitter = {
  name: "errors-sql",
  from: "catalog",
  emit: (catalog) => {
    const tables = sqlTablesOf(catalog);
    const dialects = [printClickHouse, printDuckDb, printPostgreSql];
    return dialects.map((print) => print(catalog, tables).toFile());
  },
};
