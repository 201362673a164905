import { STATUS_CODES } from "node:http";
import { isStatus, statusOfName } from "../rows/read-status.js";
import { markUnsure, type Row } from "../rows/row.js";

/**
 * Takes codes for the HTTP statuses of their errors, if every number among the codes of a table
 * is an HTTP status: `NotFound = 404`. Without such a name, it is a guess.
 */
export function addOwnStatuses(rows: readonly Row[]): readonly Row[] {
  if (rows.some(({ code }) => /^-?\d+$/.test(code) && !Object.hasOwn(STATUS_CODES, code)))
    return rows;
  return rows.map((row) => {
    const { code, httpStatus, name = "" } = row;
    if (httpStatus !== undefined || !isStatus(code) || code === "200") return row;
    const withStatus = { ...row, httpStatus: Number(code) };
    return statusOfName(name) === code ? withStatus : markUnsure(withStatus, "httpStatus");
  });
}
