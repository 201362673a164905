import type { ParsedResponse } from "../generated/types.js";
import { toInvalidResult } from "../invalid-response.js";
import { parseText } from "../parse-text.js";

/** Matches ccxt's name of the exchange, which the body follows. */
const BODY = /^hashkey (?=[{[])/;

/** Matches ccxt's words for an HTTP status: exchange, method, address, status, reason, body. */
const STATUS = /^hashkey [A-Z]+ \S+ (\d{3}) /;

/**
 * Returns the response that an error of ccxt has in its message: ccxt puts the whole body there,
 * and its own classes know less of it (a timeout of the server is a `NetworkError`, which loops
 * repeat). Undefined where the message has no response, such as for a timeout of the connection:
 * `failureOf` reads that.
 *
 * @example
 * try {
 *   await exchange.createOrder(symbol, "limit", "buy", amount, price);
 * } catch (thrown) {
 *   const result = fromCcxt(thrown) ?? failureOf(thrown);
 *   if (result === undefined) throw thrown;
 *   console.log(nextStep(result, { method: "POST" }).action);
 * }
 */
export function fromCcxt(thrown: unknown): ParsedResponse | undefined {
  const message = messageOf(thrown);
  const status = STATUS.exec(message);
  if (status !== null) {
    const rest = message.slice(status[0].length);
    // Nothing but its first character tells where the reason ends and the body begins.
    const body = rest.slice(Math.max(0, rest.search(/[{[<]/)));
    return readThrown(body, Number(status[1]));
  }
  return BODY.test(message) ? readThrown(message.replace(BODY, ""), undefined) : undefined;
}

/**
 * ccxt throws at every HTTP status but 200, and mostly drops it: then a body alone is not a
 * success.
 */
function readThrown(body: string, httpStatus: number | undefined): ParsedResponse {
  const result = parseText(body, { httpStatus });
  if (result.kind !== "success") return result;
  const issue = {
    message: "reads as a success, though ccxt threw it",
    path: [],
    keyword: "httpStatus",
  };
  return toInvalidResult([issue], result.body, httpStatus ?? null);
}

function messageOf(thrown: unknown): string {
  try {
    const { message } = thrown as { readonly message?: unknown };
    return typeof message === "string" ? message : "";
  } catch {
    return "";
  }
}
