import { parseResponse } from "@hashkey-errors/validator";

/**
 * @param {import("@hashkey-errors/types").ApiError} error
 * @returns {string}
 */
export function reasonOf(error) {
  if (error.name === "REQUIRED_FIELD_INVALID") return error.params?.field ?? error.code;
  // @ts-expect-error a param that this error does not have
  if (error.name === "PARAMETER_INVALID") return error.params.field;
  return error.retry;
}

const response = parseResponse({ code: "0001" });
if (response.kind === "error") console.log(reasonOf(response.error));
