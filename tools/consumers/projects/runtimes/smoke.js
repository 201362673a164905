// Uses every entry point of the packages, and prints "all well" if all results are right.

import { localize, negotiateLocale } from "@hashkey-errors/messages";
import { messages } from "@hashkey-errors/messages/ja";
import { loaders } from "@hashkey-errors/messages/loaders";
import {
  assertErrorBody,
  errorBodySchema,
  HashKeyApiError,
  identify,
  isErrorBody,
  isHashKeyApiError,
  matchError,
  parseResponse,
  responseSchema,
} from "@hashkey-errors/validator";
import { parseFetchResponse } from "@hashkey-errors/validator/fetch";
import { toProblem } from "@hashkey-errors/validator/problem";

const body = { code: "-1130", msg: "Illegal parameter 'symbol'" };
const response = parseResponse(body);
const { error } = response;
const answers = [
  response.kind === "error" && error.params.parameter === "symbol",
  identify(211).name === "ORDER_NOT_FOUND",
  isErrorBody(body) && !isErrorBody({}),
  assertErrorBody(body) === undefined,
  errorBodySchema["~standard"].validate(body).value === body,
  responseSchema["~standard"].validate("text").issues.length > 0,
  matchError(error, { PARAMETER_INVALID: () => 1, _: () => 2 }) === 1,
  isHashKeyApiError(new HashKeyApiError(error, { body }), "PARAMETER_INVALID"),
  toProblem(error).status === 400,
  localize(error, messages).message.includes("symbol"),
  negotiateLocale("ja-JP") === "ja",
  // What the runtime itself expects of `nan-TW` depends on its version.
  negotiateLocale("nan-TW") === "zh-Hant-HK",
  (await loaders.ko()).locale === "ko",
  (await parseFetchResponse({ status: 400, text: async () => JSON.stringify(body) })).error.name ===
    error.name,
];
console.log(answers.every(Boolean) ? "all well" : `wrong: ${answers.join()}`);
