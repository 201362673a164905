import type { Failure } from "../generated/types.js";
import type { EntryInfo } from "./entry-info.js";

/** Returns an entry as the error of a response without a text. */
export function toFailure(entry: EntryInfo, code: string = entry.code): Failure {
  const { name, httpStatus, category, fault, outcome, retry, params } = entry;
  const values = Object.keys(params).length === 0 ? {} : null;
  const judgment = { category, fault, outcome, retry };
  // The values of the catalog were checked when it was generated.
  return {
    name,
    code,
    httpStatus,
    ...judgment,
    params: values,
    msg: null,
    drift: false,
  } as unknown as Failure;
}
