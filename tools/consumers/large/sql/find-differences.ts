import type { Engine } from "./engine.js";
import { FORMS, type JudgedRow, VERDICT } from "./judged-row.js";

/** The comparison of an engine's verdicts with the validator's. */
export interface Comparison {
  /** The number of rows that the engine classified. */
  readonly rows: number;
  readonly differences: number;
  /** The first of them. */
  readonly examples: readonly string[];
}

/** More rows at once take more memory. */
const ROWS_AT_ONCE = 100_000;

/** Has an engine classify rows, and finds those that the validator judges in another way. */
export async function findDifferences(
  engine: Engine,
  schema: string,
  rows: Iterable<JudgedRow>,
): Promise<Comparison> {
  let found: Comparison = { rows: 0, differences: 0, examples: [] };
  for (const some of inChunks(rows)) {
    await engine.fill(some);
    for (const form of FORMS) found = add(found, await compareForm(engine, schema, form));
  }
  return found;
}

async function compareForm(
  engine: Engine,
  schema: string,
  form: JudgedRow["form"],
): Promise<Comparison> {
  const from = engine.classified(schema, form);
  const differs = VERDICT.map((name) => engine.differ(`r.${name}`, `logs.${name}`)).join(" OR ");
  const [count] = await engine.query(
    `SELECT count(*) AS total, sum(CASE WHEN ${differs} THEN 1 ELSE 0 END) AS different FROM ${from}`,
  );
  const differences = Number(count?.different ?? 0);
  const columns = VERDICT.map((name) => `r.${name} AS got_${name}, logs.${name} AS want_${name}`);
  const examples =
    differences === 0
      ? []
      : await engine.query(
          `SELECT logs.${form}, logs.msg, logs.status, ${columns.join(", ")} FROM ${from} WHERE ${differs} LIMIT 3`,
        );
  return {
    rows: Number(count?.total),
    differences,
    examples: examples.map((row) => JSON.stringify(row)),
  };
}

function add(one: Comparison, other: Comparison): Comparison {
  return {
    rows: one.rows + other.rows,
    differences: one.differences + other.differences,
    examples: [...one.examples, ...other.examples].slice(0, 5),
  };
}

function* inChunks(rows: Iterable<JudgedRow>): Generator<JudgedRow[]> {
  let chunk: JudgedRow[] = [];
  for (const row of rows) {
    chunk.push(row);
    if (chunk.length < ROWS_AT_ONCE) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
