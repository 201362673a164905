import type { Classification } from "./classification.js";
import { codeRead, kindCases, nameOf, unexplained } from "./verdict.js";

/** The differences between DuckDB and PostgreSQL. */
export interface RelationalDialect {
  /** Expressions for how a code came, and for the code as a text. */
  readonly form: string;
  readonly code: string;
  /** Words that keep the engine from evaluating a subquery again wherever its columns are used. */
  readonly fence: string;
  /** An expression for a text without blanks at its ends. */
  trim(text: string): string;
  /** A condition for a text that follows a pattern. */
  isLike(text: string, pattern: string): string;
  /** An expression for what the steps of a pattern leave of a text; empty if one fails. */
  follow(text: string, steps: string): string;
  /** An aggregate: the name of least rank, of those that a condition selects. */
  firstName(condition: string): string;
}

/** Returns the query that classifies one response, whose parts are parameters, line by line. */
export function classifyingQuery(
  classification: Classification,
  dialect: RelationalDialect,
): readonly string[] {
  const { schema, wire } = classification;
  const received = { ...dialect, status: "status", statusText: "CAST(status AS text)" };
  const { form, code } = codeRead(wire, received);
  const read = { form: "f.form", msg: "f.txt", status: "f.http" };
  return [
    "SELECT",
    "  k.kind,",
    `  ${nameOf("k.kind", "e.name")} AS name,`,
    "  CASE WHEN k.kind <> 'success'",
    `    THEN coalesce(e.outcome, ${unexplained(wire, "outcome", "k.http")}) END AS outcome,`,
    "  CASE WHEN k.kind <> 'success'",
    `    THEN coalesce(e.retry, ${unexplained(wire, "retry", "k.http")}) END AS retry,`,
    "  CASE WHEN e.name IS NOT NULL THEN k.fit IS NULL AND k.txt IS NOT NULL END AS drift",
    "FROM (",
    "  SELECT f.http, f.txt, f.fit, coalesce(f.fit, f.sole) AS entry,",
    `    CASE ${kindCases(wire, read, "f.is_success").join("\n      ")} END AS kind`,
    "  FROM (",
    "    SELECT min(i.form) AS form, min(i.txt) AS txt, min(i.http) AS http,",
    "      coalesce(bool_or(c.form IS NOT NULL AND c.name IS NULL), false) AS is_success,",
    `      ${dialect.firstName(fits(classification, dialect))} AS fit,`,
    "      CASE WHEN min(c.name) = max(c.name) THEN min(c.name) END AS sole",
    "    FROM (",
    `      SELECT ${form} AS form, ${code} AS id, msg AS txt, status AS http,`,
    `        ${dialect.trim("msg")} AS bare ${dialect.fence}`.trimEnd(),
    "    ) i",
    `    LEFT JOIN ${schema}.codes c ON c.form = i.form AND c.code = i.id`,
    `    LEFT JOIN ${schema}.patterns p ON p.name = c.name`,
    "  ) f",
    ") k",
    `LEFT JOIN ${schema}.errors e ON k.kind = 'error' AND e.name = k.entry`,
  ];
}

/** A condition for a text that follows a pattern, with or without a final full stop. */
function fits({ hasSteps, hasExact }: Classification, dialect: RelationalDialect): string {
  const { isLike, follow } = dialect;
  const either = `(${isLike("i.bare", "p.pattern")} OR ${isLike("i.bare", "(p.pattern || '.')")})`;
  const stopped = "CASE WHEN i.bare LIKE '%.' THEN left(i.bare, -1) ELSE i.bare END";
  const inSteps = ["i.bare", stopped]
    .map((text) => isLike(follow(text, "p.steps"), "p.pattern"))
    .join(" OR ");
  const cases = [
    ...(hasExact ? [`WHEN p.is_exact THEN ${isLike("i.txt", "p.pattern")}`] : []),
    ...(hasSteps ? [`WHEN array_length(p.steps, 1) > 0 THEN ${inSteps}`] : []),
  ];
  return cases.length === 0 ? either : `CASE ${cases.join(" ")} ELSE ${either} END`;
}
