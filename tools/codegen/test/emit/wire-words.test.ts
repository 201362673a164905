import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { buildPackages } from "../build.js";
import { codegen } from "../run.js";

interface Validator {
  parseResponse(body: unknown, context?: object): object;
}

test("another API's flags, texts and HTTP statuses are read as its manifest says", async () => {
  const acme = copyAcme();
  acme.edit(
    "catalog.yaml",
    "  message: message\n  success: []",
    `  message: [message, detail]
  success: []
  failed: { state: [error, failed], ok: false }
  statuses:
    429: { outcome: rejected, retry: after-delay, sources: [{ document: limits.md, line: 1 }] }
    403: { retry: never, sources: [{ document: limits.md, line: 2 }] }`,
  );
  acme.write("evidence/limits.md", "429: nothing was done\n403: blocked for good\n");
  acme.edit(
    "wire.schema.json",
    '"SuccessBody": { "title": "SuccessBody", "type": "object"',
    `"SuccessBody": {
      "title": "SuccessBody",
      "type": "object",
      "properties": {
        "state": { "type": "string", "not": { "enum": ["error", "failed"] } },
        "ok": { "const": true }
      }`,
  );
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  const modules = buildPackages(acme, {
    types: "@acme/error-types",
    validator: "@acme/errors",
    messages: "@acme/error-messages",
  });
  const { parseResponse }: Validator = await import(modules.validator);

  expect(parseResponse({ state: "done", ok: true })).toMatchObject({ kind: "success" });
  for (const body of [{ state: "failed" }, { state: "error" }, { state: 1 }, { ok: false }])
    expect(parseResponse(body)).toMatchObject({ kind: "invalid" });
  expect(parseResponse({ ok: false, error: { code: "api_error" } })).toMatchObject({
    kind: "error",
  });

  const error = { code: "card_declined", detail: "Your card has expired" };
  expect(parseResponse({ error })).toMatchObject({
    error: { name: "CARD_EXPIRED", msg: "Your card has expired" },
  });
  expect(parseResponse({ error: { ...error, message: "Your card was declined" } })).toMatchObject({
    error: { name: "CARD_REFUSED" },
  });

  expect(parseResponse("<html>", { httpStatus: 429 })).toMatchObject({
    error: { name: "INVALID_RESPONSE", outcome: "rejected", retry: "after-delay" },
  });
  expect(parseResponse({ error: { code: "new" } }, { httpStatus: 403 })).toMatchObject({
    error: { name: "UNRECOGNIZED", outcome: "unknown", retry: "never" },
  });
});
