import { failureOf } from "@hashkey-errors/validator";
import { parseFetchResponse } from "@hashkey-errors/validator/fetch";
import type { RunningMock } from "./start-mock.js";

export const ORDER = "/api/v1/spot/order";

/** Sends a request, and returns how the validator reads the answer. */
export async function send(
  { url }: RunningMock,
  headers: Readonly<Record<string, string>> = {},
  { method = "POST", path = ORDER, body = '{"clientOrderId":"a"}', patienceMs = 5_000 } = {},
) {
  const init = { method, headers, signal: AbortSignal.timeout(patienceMs) };
  try {
    const sent = await fetch(url + path, method === "GET" ? init : { ...init, body });
    return await parseFetchResponse(sent);
  } catch (error) {
    return failureOf(error);
  }
}
