import { localize, negotiateLocale } from "@hashkey-errors/messages";
import { messages } from "@hashkey-errors/messages/ja";
import { loaders } from "@hashkey-errors/messages/loaders";
import type { ApiError, ErrorParams, KnownError, ParsedResponse } from "@hashkey-errors/types";
import type { components } from "@hashkey-errors/types/openapi";
import {
  errorBodySchema,
  HashKeyApiError,
  isErrorBody,
  isHashKeyApiError,
  matchError,
  parseResponse,
} from "@hashkey-errors/validator";
import { parseFetchResponse } from "@hashkey-errors/validator/fetch";
import { toProblem } from "@hashkey-errors/validator/problem";

/** Decides what to do with a response: the order may have been placed unless it was rejected. */
export function decide(response: ParsedResponse): "done" | "wait" | "fix" | "look" {
  if (response.kind === "success") return "done";
  if (response.kind === "batch") return response.items.length > 0 ? "look" : "done";
  if (response.kind === "invalid") return "look";
  const { error } = response;
  if (error.name === "REQUIRED_FIELD_INVALID") {
    const code: "0001" = error.code;
    const field: string | undefined = error.params?.field;
    return code.length > 0 && field !== undefined ? "fix" : "look";
  }
  switch (error.retry) {
    case "after-delay":
      return "wait";
    case "after-fix":
      return "fix";
    default:
      return "look";
  }
}

const body: components["schemas"]["ErrorBody"] = { code: "0211", msg: "Order not found" };
const response = parseResponse(body, { httpStatus: 400 });
const params: ErrorParams["PARAMETER_MISSING"] = { parameter: "symbol", type: "String" };
const known: KnownError<"ORDER_NOT_FOUND" | "ORDER_DUPLICATE">["code"] = "0211";

function report(error: ApiError): string {
  const said: string | number = matchError(error, {
    ORDER_NOT_FOUND: ({ code }) => code,
    PARAMETER_INVALID: ({ params: carried }) => carried?.parameter.length ?? 0,
    _: ({ outcome }) => outcome,
  });
  return `${said} ${localize(error, messages).message} ${toProblem(error).status}`;
}

try {
  if (response.kind === "error") throw new HashKeyApiError(response.error, { body });
} catch (thrown) {
  if (isHashKeyApiError(thrown, "ORDER_NOT_FOUND")) {
    const code: "0211" = thrown.failure.code;
    console.log(code === known, report(thrown.failure), decide(response), params.type);
  }
}
const validated = errorBodySchema["~standard"].validate(body);
const read = parseFetchResponse({ status: 200, text: () => Promise.resolve("[]") });
const tags: readonly string[] = [negotiateLocale("ja-JP"), ...Object.keys(loaders)];
console.log(isErrorBody(body), validated.issues === undefined, read, tags.length);
// @ts-expect-error a name that does not exist
if (response.kind === "error" && response.error.name === "ORDER_NOT_FUOND") console.log("never");
