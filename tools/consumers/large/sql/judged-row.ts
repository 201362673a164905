import type { LogRow } from "./log-rows.js";

/** A row as the engines have it, with what the validator says of it. */
export interface JudgedRow extends Verdict {
  /** The column that has the code: a row has it in one of them. */
  readonly form: (typeof FORMS)[number];
  readonly text_code: string | null;
  readonly int_code: number | null;
  readonly float_code: number | null;
  readonly json_code: string | null;
  readonly msg: string | null;
  readonly status: number | null;
}

/** A response in the columns that the engines return. */
interface Verdict {
  readonly kind: string;
  readonly name: string | null;
  readonly outcome: string | null;
  readonly retry: string | null;
  readonly drift: boolean | null;
}

/** The columns for codes: texts, whole numbers, numbers, and JSON. */
export const FORMS = ["text_code", "int_code", "float_code", "json_code"] as const;

/** The columns of a verdict. */
export const VERDICT = ["kind", "name", "outcome", "retry", "drift"] as const;

/** The parts of `parseResponse`'s results that the tests read. */
export interface ParsedResult {
  readonly kind: string;
  readonly error?: {
    readonly name: string;
    readonly outcome: string;
    readonly retry: string;
    readonly drift?: boolean;
  };
}

/** Puts a row's code into a column that can hold it; the place in the log says which of several. */
export function judgeRow(row: LogRow, index: number, { kind, error }: ParsedResult): JudgedRow {
  const { code, msg, status } = row;
  const form = formOf(code, index);
  const json = code === undefined ? null : JSON.stringify(code);
  const codes = {
    text_code: null,
    int_code: null,
    float_code: null,
    json_code: null,
    [form]: form === "json_code" ? json : (code ?? null),
  };
  return {
    form,
    ...codes,
    msg,
    status,
    kind,
    name: error?.name ?? null,
    outcome: error?.outcome ?? null,
    retry: error?.retry ?? null,
    drift: error?.drift ?? null,
  };
}

function formOf(code: unknown, index: number): JudgedRow["form"] {
  const asJson = index % 4 === 0;
  if (code === undefined) return FORMS[index % 4] ?? "text_code";
  if (typeof code === "string") return asJson ? "json_code" : "text_code";
  if (typeof code !== "number" || asJson) return "json_code";
  return Number.isSafeInteger(code) && index % 2 === 0 ? "int_code" : "float_code";
}
