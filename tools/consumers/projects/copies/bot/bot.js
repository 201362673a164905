import { HashKeyApiError, isHashKeyApiError, parseResponse } from "@hashkey-errors/validator";

export const copy = HashKeyApiError;
export const knows = isHashKeyApiError;

/** Throws the exchange's answer. */
export function placeOrder(body) {
  const response = parseResponse(body);
  if (response.kind === "error") throw new HashKeyApiError(response.error, { body });
}
