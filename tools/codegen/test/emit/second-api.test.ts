import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { buildPackages } from "../build.js";
import { schemas } from "../own-catalog.js";
import { codegen, generate, generatedFiles } from "../run.js";

test("another API's catalog generates working packages with the same runtime code", async () => {
  const acme = copyAcme();
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  const modules = buildPackages(acme, {
    types: "@acme/error-types",
    validator: "@acme/errors",
    messages: "@acme/error-messages",
  });
  const validator: Validator = await import(modules.validator);
  const refused = expectKnownError(validator);
  expectTextsToDecide(validator);
  expectOnlyTheEnvelopeToCount(validator);
  expectHelpers(validator, refused);
  await expectTexts(modules.messages, validator, refused);
});

/** The functions of the generated validator that the tests call; it is imported at run time. */
interface Validator {
  parseResponse(body: unknown, context?: object): object;
  identify(code: string, text?: string): object;
  matchError(error: object, handlers: object): unknown;
  isErrorBody(value: unknown): boolean;
  isAcmePaymentError(value: unknown, name?: string): boolean;
  readonly AcmePaymentError: new (error: object) => Error;
}

function expectKnownError({ parseResponse }: Validator): object {
  const refused = parseResponse({
    error: {
      code: "card_declined",
      message: "Your card was declined: do not honour. Try 2 days later.",
    },
  });
  expect(refused).toMatchObject({
    kind: "error",
    error: {
      name: "CARD_REFUSED",
      code: "card_declined",
      httpStatus: 402,
      category: "card",
      params: { reason: "do not honour", days: "2" },
      drift: false,
    },
  });
  return (refused as { error: object }).error;
}

/** Several errors share one code: the text decides, quoted or not. */
function expectTextsToDecide({ identify }: Validator): void {
  const texts = {
    "Your card was declined: `do not honour`. Try 2 days later": [
      "CARD_REFUSED",
      { reason: "do not honour", days: "2" },
    ],
    "Your card was declined": ["CARD_REFUSED", null],
    "Your card has expired": ["CARD_EXPIRED", {}],
    'Your card does not support "EUR"': ["CURRENCY_UNSUPPORTED", { currency: "EUR" }],
    "Your card does not support EUR": ["CURRENCY_UNSUPPORTED", { currency: "EUR" }],
  };
  for (const [text, [name, params]] of Object.entries(texts)) {
    expect(identify("card_declined", text)).toMatchObject({ name, params, drift: false });
  }
  expect(identify("card_declined")).toMatchObject({
    name: "UNRECOGNIZED",
    candidates: ["CARD_REFUSED", "CARD_EXPIRED", "CURRENCY_UNSUPPORTED"],
  });
}

/** The code of the body's own, or a number, means nothing where the error is in an envelope. */
function expectOnlyTheEnvelopeToCount({ parseResponse, isErrorBody }: Validator): void {
  expect(parseResponse({ code: "card_declined" })).toMatchObject({ kind: "success" });
  expect(parseResponse({ error: {} }, { httpStatus: 402 })).toMatchObject({
    kind: "invalid",
    outcome: "unknown",
  });
  expect(parseResponse({ id: 1, error: null })).toMatchObject({ kind: "success" });
  for (const error of ["boom", [], {}, { message: "no code" }, { code: 5 }, 0, false]) {
    expect(parseResponse({ error })).toMatchObject({ kind: "invalid" });
  }
  expect(parseResponse({ id: 1, result: [{ error: { code: "api_error" } }] })).toMatchObject({
    kind: "success",
  });
  expect(parseResponse({ error: { code: "api_error", message: 5 } })).toMatchObject({
    kind: "invalid",
    issues: [{ path: ["error", "message"], keyword: "type" }],
  });
  expect(isErrorBody({ error: { code: "api_error" } })).toBe(true);
  expect(isErrorBody({ code: "api_error" })).toBe(false);
}

function expectHelpers(validator: Validator, refused: object): void {
  const { identify, matchError, AcmePaymentError, isAcmePaymentError } = validator;
  expect(
    matchError(identify("rate_limited", "Slow down"), {
      RATE_LIMITED: () => "wait",
      _: () => "other",
    }),
  ).toBe("wait");
  const thrown = new AcmePaymentError(refused);
  expect(thrown.name).toBe("AcmePaymentError");
  expect(isAcmePaymentError(thrown, "CARD_REFUSED")).toBe(true);
}

async function expectTexts(
  module: string,
  { identify }: Validator,
  refused: object,
): Promise<void> {
  const { localize, negotiateLocale } = await import(module);
  const { messages: pt } = await import(new URL("generated/bundles/pt.js", module).href);
  const { messages: de } = await import(new URL("generated/bundles/de.js", module).href);
  expect(localize(identify("card_declined", "Your card has expired"), [pt, de])).toEqual({
    title: "Cartão expirado",
    message: "O cartão expirou.",
    // The Portuguese is not complete: it has no sentences for the outcomes.
    outcome: "Abgelehnt: nicht ausgeführt.",
    description: "Use outro cartão.",
    locale: "pt-BR",
    messageLocale: "pt-BR",
  });
  expect(localize(refused, [pt, de]).message).toBe(
    "Die Karte wurde abgelehnt (do not honour), bitte in 2 Tagen erneut.",
  );
  expect(negotiateLocale("pt-PT")).toBe("pt-BR");
  expect(negotiateLocale("ja")).toBe("de");
}

test("nothing generated for another API mentions HashKey", async () => {
  const acme = copyAcme();
  await generate(acme);
  const generated = Object.entries(generatedFiles(acme));
  // The packages' own code is among it.
  expect(generated.map(([file]) => file)).toContain("out/validator/parse-response.ts");
  const { entries } = JSON.parse(readFileSync(join(schemas, "generated/catalog.json"), "utf8"));
  const names = (entries as { name: string }[])
    .map(({ name }) => name)
    .filter((name) => name !== "SUCCESS");
  const own = new RegExp(`hashkey|\\bexchange\\b|\\b(${names.join("|")})\\b`, "i");
  for (const [file, { text }] of generated) expect(text, file).not.toMatch(own);
  expect("mentions ORDER_NOT_FOUND").toMatch(own);
  const source = fileURLToPath(new URL("../../src", import.meta.url));
  for (const file of readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  )) {
    expect(readFileSync(join(source, file), "utf8"), file).not.toMatch(/hashkey/i);
  }
});
