import { UNRECOGNIZED, type Wire } from "../../catalog/catalog.js";

/** SQL expressions for what is known of a response. */
export interface Received {
  /**
   * The type of the code: `string`, `number`, `null` (of JSON), `other` (not a code), or `none`.
   */
  readonly form: string;
  /** The code as a text. */
  readonly code: string;
  readonly msg: string;
  readonly status: string;
  /** The status as a text. */
  readonly statusText: string;
}

/** Returns the form and the code, where the HTTP status may stand for them or rule them out. */
export function codeRead(
  wire: Wire,
  { form, code, status, statusText }: Omit<Received, "msg">,
): Pick<Received, "form" | "code"> {
  const hasSucceeded = succeeded(wire, status);
  let ownForm = wire.code.length === 0 ? "'none'" : form;
  if (hasSucceeded !== undefined && ownForm === form)
    ownForm = `CASE WHEN ${hasSucceeded} THEN 'none' ELSE ${form} END`;
  if (!wire.statusIsCode) return { form: ownForm, code };
  const isStatus = `${ownForm} = 'none' AND ${status} >= 400`;
  return {
    form: `CASE WHEN ${isStatus} THEN 'string' ELSE ${ownForm} END`,
    code: `CASE WHEN ${isStatus} THEN ${statusText} ELSE ${code} END`,
  };
}

/**
 * Returns the cases of an expression for the kind of a response; the first that applies decides.
 */
export function kindCases(
  wire: Wire,
  { form, msg, status }: Pick<Received, "form" | "msg" | "status">,
  isSuccess: string,
): readonly string[] {
  const forms = wire.numericCodes ? "('string', 'number')" : "('string')";
  const hasSucceeded = succeeded(wire, status);
  return [
    `WHEN ${form} IN ${forms} AND NOT ${isSuccess} THEN 'error'`,
    `WHEN ${status} >= 400 THEN 'invalid'`,
    `WHEN ${form} <> 'none' AND NOT ${isSuccess} THEN 'invalid'`,
    ...(hasSucceeded === undefined ? [] : [`WHEN ${hasSucceeded} THEN 'success'`]),
    ...(isFlagged(wire)
      ? ["ELSE 'invalid'"]
      : [`WHEN ${form} = 'none' AND ${msg} IS NOT NULL THEN 'invalid'`, "ELSE 'success'"]),
  ];
}

/** Returns an expression for the name of a response, from the name of its entry. */
export function nameOf(kind: string, entry: string): string {
  const cases = [
    `WHEN 'error' THEN coalesce(${entry}, '${UNRECOGNIZED}')`,
    "WHEN 'invalid' THEN 'INVALID_RESPONSE'",
  ];
  return `CASE ${kind} ${cases.join(" ")} END`;
}

/** Returns an expression for the outcome or the retry of a response that no entry explains. */
export function unexplained(
  { statuses }: Wire,
  field: "outcome" | "retry",
  status: string,
): string {
  const cautious = { outcome: "unknown", retry: "after-reconcile" }[field];
  const cases = Object.entries(statuses)
    .filter(([, fact]) => fact[field] !== undefined && fact[field] !== cautious)
    .map(([each, fact]) => `WHEN ${each} THEN '${fact[field]}'`);
  return cases.length === 0
    ? `'${cautious}'`
    : `CASE ${status} ${cases.join(" ")} ELSE '${cautious}' END`;
}

/** Returns what somebody has to know who takes codes and texts out of bodies, in sentences. */
export function notesOn(wire: Wire): readonly string[] {
  const { codePattern, statusIsCode, code } = wire;
  const flags = isFlagged(wire) ? (wire.failed?.members ?? []) : [];
  return [
    ...(codePattern === undefined ? [] : [`The code is the part that ${codePattern} takes.`]),
    ...(statusIsCode ? [code.length > 0 ? STATUS_AS_WELL : STATUS_ALONE] : []),
    ...flags.map(
      ({ path }) => `Only for responses whose ${path.join(".")} says that the request failed.`,
    ),
  ];
}

const STATUS_AS_WELL = "Without a code, the HTTP status is the code.";
const STATUS_ALONE = "The HTTP status is the code: pass NULL in place of a code.";

/** Whether each body with an error says so in a flag, beside which no success counts. */
function isFlagged({ codeDecides, failed, error, isList }: Wire): boolean {
  const isBareList = isList && error.length === 0;
  return !codeDecides && !isBareList && (failed?.members.length ?? 0) > 0;
}

/** Returns a condition for a status that says that the request succeeded, whatever the code. */
function succeeded(wire: Wire, status: string): string | undefined {
  if (wire.codeDecides || isFlagged(wire)) return undefined;
  return `${status} > 0 AND ${status} < ${wire.failed?.status ?? 400}`;
}
