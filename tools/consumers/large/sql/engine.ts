import type { JudgedRow } from "./judged-row.js";

/** A database engine that runs within the test's process. */
export interface Engine {
  readonly name: string;
  readonly version: string;
  /** The generated file that is for it. */
  readonly file: string;
  /** Runs a script of several statements. */
  run(script: string): Promise<void>;
  query(sql: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** Replaces the table `logs` by one that has these rows. */
  fill(rows: readonly JudgedRow[]): Promise<void>;
  /** Returns a FROM clause: the rows whose code is in a column, each with its verdict as `r`. */
  classified(schema: string, form: JudgedRow["form"]): string;
  /** A condition for two values that differ; NULL is a value. */
  differ(one: string, other: string): string;
}

/** The columns of `logs`, with their types in standard SQL. */
export const COLUMNS: Readonly<Record<keyof JudgedRow, string>> = {
  form: "VARCHAR",
  text_code: "VARCHAR",
  int_code: "BIGINT",
  float_code: "DOUBLE PRECISION",
  json_code: "VARCHAR",
  msg: "VARCHAR",
  status: "INTEGER",
  kind: "VARCHAR",
  name: "VARCHAR",
  outcome: "VARCHAR",
  retry: "VARCHAR",
  drift: "BOOLEAN",
};
