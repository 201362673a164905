import { HashKeyApiError, isHashKeyApiError, parseResponse } from "@hashkey-errors/validator";

export const copy = HashKeyApiError;
export const knows = isHashKeyApiError;

/** Throws what the exchange answers. */
export function placeOrder(body) {
  const response = parseResponse(body);
  if (response.kind === "error") throw new HashKeyApiError(response.error, { body });
}
