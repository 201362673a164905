import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseResponse } from "@hashkey-errors/validator";
import { errorBody } from "@hashkey-errors/validator/body";
import { beforeAll, expect, test } from "vitest";
import { installFetched } from "../registry/fetched.js";
import type { Engine } from "./sql/engine.js";
import { ENGINES, engineOf } from "./sql/engines.js";
import { findDifferences } from "./sql/find-differences.js";
import { hostileCatalog } from "./sql/hostile-catalog.js";
import { DESCRIPTION, HOSTILE } from "./sql/hostile-entries.js";
import { WIRES } from "./sql/hostile-wires.js";
import { type JudgedRow, judgeRow, type ParsedResult } from "./sql/judged-row.js";
import { type LogRow, logRows, type Render, toLogged } from "./sql/log-rows.js";

const { resolve } = createRequire(import.meta.url);
const published = (file: string) =>
  readFileSync(resolve(`@hashkey-errors/schemas/${file}`), "utf8");
const entries = toLogged(JSON.parse(published("catalog.json")).entries);

/** The schema, or database, that the published files make. */
const SCHEMA = "hashkey_errors";

const COUNT = Number(process.env.SQL_ROWS ?? 100_000);

beforeAll(installFetched);

/** The text that `errorBody` gives to params; undefined where they cannot be read back from it. */
const render: Render = (name, params) => {
  try {
    return (errorBody as (name: string, params: object) => { msg?: string })(name, params).msg;
  } catch {
    return undefined;
  }
};

const parse = ({ code, msg, status }: LogRow): ParsedResult =>
  parseResponse(
    { ...(code !== undefined && { code }), ...(msg !== null && { msg }) },
    { httpStatus: status ?? undefined },
  ) as ParsedResult;

function* judged(
  rows: Iterable<LogRow>,
  judge: (row: LogRow) => ParsedResult,
): Generator<JudgedRow> {
  let index = 0;
  for (const row of rows) yield judgeRow(row, index++, judge(row));
}

async function startWith(name: (typeof ENGINES)[number], skip: (reason: string) => void) {
  const engine = await engineOf(name, skip);
  await engine.run(published(engine.file));
  return engine;
}

test.for(ENGINES)(
  `%s judges ${COUNT.toLocaleString("en")} rows of a log as parseResponse does`,
  async (name, { skip }) => {
    const engine = await startWith(name, skip);
    const rows = logRows(entries, render, { seed: 1, count: COUNT });
    const found = await findDifferences(engine, SCHEMA, judged(rows, parse));
    expect(found).toEqual({ rows: COUNT, differences: 0, examples: [] });
  },
);

test.for(ENGINES)("a wrong verdict among the rows is found in %s", async (name, { skip }) => {
  const engine = await startWith(name, skip);
  const rows = [...judged(logRows(entries, render, { seed: 2, count: 1000 }), parse)];
  const wrong = rows.map((row, index) => (index === 500 ? { ...row, drift: !row.drift } : row));
  const { differences, examples } = await findDifferences(engine, SCHEMA, wrong);
  expect({ differences, examples: examples.length }).toEqual({ differences: 1, examples: 1 });
});

test("the rows have every kind of verdict", () => {
  const rows = judged(logRows(entries, render, { seed: 1, count: 20_000 }), parse);
  const kinds = new Set<string>();
  const names = new Set<string | null>();
  for (const { kind, name, drift, form } of rows) {
    kinds.add(`${kind} ${form} ${drift}`);
    names.add(name);
  }
  const known = ["error", "error", "error"].map((kind, at) => [kind, [true, false, null][at]]);
  const wanted = [...known, ["success", null], ["invalid", null]].flatMap(([kind, drift]) =>
    ["text_code", "int_code", "float_code", "json_code"].map((form) => `${kind} ${form} ${drift}`),
  );
  expect(wanted.filter((each) => !kinds.has(each))).toEqual([]);
  expect(entries.filter((entry) => !names.has(entry.name))).toEqual([]);
});

test.for(ENGINES)(
  "a second load of the file leaves the same tables in %s",
  async (name, { skip }) => {
    const engine = await startWith(name, skip);
    const count = () => engine.query(`SELECT count(*) AS total FROM ${SCHEMA}.errors`);
    const before = await count();
    await engine.run(published(engine.file));
    expect(await count()).toEqual(before);
    expect(Number(before[0]?.total)).toBe(entries.length);
  },
);

/** Expressions for the code -1141 in the types of columns that logs have. */
const CODES: Readonly<Record<(typeof ENGINES)[number], readonly string[]>> = {
  DuckDB: [
    "'-1141'",
    ...["SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "DECIMAL(9, 2)"].map(
      (type) => `CAST(-1141 AS ${type})`,
    ),
    "CAST('-1141' AS ENUM ('-1141', '0001'))",
    "CAST('-1141.0' AS JSON)",
    "CAST('\"\\u002d1141\"' AS JSON)",
  ],
  PostgreSQL: [
    "'-1141'",
    "CAST('-1141' AS varchar(10))",
    ...["smallint", "integer", "bigint", "real", "numeric(9, 2)"].map(
      (type) => `CAST(-1141 AS ${type})`,
    ),
    "CAST('-1141.0' AS jsonb)",
    "CAST('\"\\u002d1141\"' AS json)",
  ],
  ClickHouse: [
    "'-1141'",
    "toLowCardinality('-1141')",
    "toNullable('-1141')",
    "toFixedString('-1141', 5)",
    ...["Int16", "Int32", "Nullable(Int64)", "Float32", "Decimal(9, 2)"].map(
      (type) => `CAST(-1141 AS ${type})`,
    ),
  ],
};

test.for(ENGINES)("a code in a column of any type is read in %s", async (name, { skip }) => {
  const engine = await startWith(name, skip);
  const wrong: unknown[] = [];
  for (const code of CODES[name]) {
    const call =
      name === "ClickHouse"
        ? `(SELECT ${SCHEMA}_classify(${code}, NULL, NULL) AS r)`
        : `${SCHEMA}.classify(${code}, NULL) r`;
    const [row] = await engine.query(`SELECT r.name AS name FROM ${call}`);
    if (row?.name !== "ORDER_DUPLICATE") wrong.push([code, row]);
  }
  expect(wrong).toEqual([]);
});

const cases = Object.keys(WIRES).flatMap((wire) => ENGINES.map((name) => [name, wire] as const));

test.for(cases)(
  "%s judges hostile codes and texts of the wire %s as the generated validator does",
  async ([name, wire], { skip }) => {
    const engine = await engineOf(name, skip);
    const { schema, readSql, parse: parseHostile } = await hostileCatalog(wire);
    await engine.run(readSql(engine.file));
    const hostile = toLogged(HOSTILE.filter(({ replacedBy }) => replacedBy === undefined));
    // Each wire has rows of its own.
    const seed = 3 + Object.keys(WIRES).indexOf(wire);
    const rows = logRows(hostile, () => undefined, { seed, count: 20_000 });
    const found = await findDifferences(engine, schema, judged(rows, parseHostile));
    expect(found).toEqual({ rows: 20_000, differences: 0, examples: [] });
    // PostgreSQL has no texts with NUL.
    const description = DESCRIPTION.replace("\u0000", "\ufffd");
    expect(await textsIn(engine, schema)).toEqual(
      Object.fromEntries(HOSTILE.map(({ name, message }) => [name, [message, description]])),
    );
  },
);

async function textsIn(engine: Engine, schema: string): Promise<object> {
  const rows = await engine.query(`SELECT name, message, description FROM ${schema}.errors`);
  return Object.fromEntries(rows.map((row) => [row.name, [row.message, row.description]]));
}
