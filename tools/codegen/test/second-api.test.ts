import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "./acme.js";
import { codegen } from "./run.js";

const packages = fileURLToPath(new URL("../../../packages", import.meta.url));
const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");
const PARTS = {
  types: "@acme/error-types",
  validator: "@acme/errors",
  messages: "@acme/error-messages",
};

test("another API's catalog makes packages of its own, with the same runtime code", async () => {
  const acme = copyAcme();
  expect(codegen(acme, "generate")).toMatchObject({ status: 0 });
  const modules = buildPackages(acme);
  const { parseResponse, identify, matchError, isErrorBody, AcmePaymentError, isAcmePaymentError } =
    await import(modules.validator);

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
  // Several messages to one code: the text decides, quotation marks or not.
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
  // The code stands in an envelope; a code of the body's own, or a number, means nothing here.
  expect(parseResponse({ code: "card_declined" })).toMatchObject({ kind: "success" });
  expect(parseResponse({ error: {} }, { httpStatus: 402 })).toMatchObject({
    kind: "invalid",
    outcome: "unknown",
  });
  expect(parseResponse({ id: 1, result: [{ error: { code: "api_error" } }] })).toMatchObject({
    kind: "success",
  });
  expect(parseResponse({ error: { code: "api_error", message: 5 } })).toMatchObject({
    kind: "invalid",
    issues: [{ path: ["error", "message"], keyword: "type" }],
  });
  expect(isErrorBody({ error: { code: "api_error" } })).toBe(true);
  expect(isErrorBody({ code: "api_error" })).toBe(false);
  expect(
    matchError(identify("rate_limited", "Slow down"), {
      RATE_LIMITED: () => "wait",
      _: () => "other",
    }),
  ).toBe("wait");
  const thrown = new AcmePaymentError(refused.error);
  expect(thrown.name).toBe("AcmePaymentError");
  expect(isAcmePaymentError(thrown, "CARD_REFUSED")).toBe(true);

  const { localize, negotiateLocale } = await import(modules.messages);
  const { messages: pt } = await import(new URL("generated/bundles/pt.js", modules.messages).href);
  const { messages: de } = await import(new URL("generated/bundles/de.js", modules.messages).href);
  expect(localize(identify("card_declined", "Your card has expired"), [pt, de])).toEqual({
    message: "O cartão expirou.",
    description: "Use outro cartão.",
    locale: "pt-BR",
  });
  expect(localize(refused.error, [pt, de]).message).toBe(
    "Die Karte wurde abgelehnt (do not honour), bitte in 2 Tagen erneut.",
  );
  expect(negotiateLocale("pt-PT")).toBe("pt-BR");
  expect(negotiateLocale("ja")).toBe("de");
});

test("nothing that is generated for another API speaks of HashKey", () => {
  const acme = copyAcme();
  codegen(acme, "generate");
  const generated = readdirSync(acme.root, { recursive: true, encoding: "utf8" }).filter((file) =>
    /generated\/.*\.\w+$/.test(file),
  );
  expect(generated.length).toBeGreaterThan(10);
  for (const file of generated)
    expect(readFileSync(join(acme.root, file), "utf8"), file).not.toMatch(/hashkey/i);
  const source = fileURLToPath(new URL("../src", import.meta.url));
  for (const file of readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".ts"),
  )) {
    expect(readFileSync(join(source, file), "utf8"), file).not.toMatch(/hashkey/i);
  }
});

/** Puts the packages' own code beside what was generated, compiles it, and returns where each module is. */
function buildPackages(acme: Workspace): Record<keyof typeof PARTS, string> {
  const built = {} as Record<keyof typeof PARTS, string>;
  for (const [part, name] of Object.entries(PARTS) as [keyof typeof PARTS, string][]) {
    const source = join(acme.root, "out", part);
    cpSync(join(packages, part, "src"), source, {
      recursive: true,
      filter: (path) => !path.includes("generated"),
    });
    const module = join(acme.root, "node_modules", name);
    mkdirSync(join(module, ".."), { recursive: true });
    mkdirSync(join(acme.root, "dist", part), { recursive: true });
    symlinkSync(join(acme.root, "dist", part), module);
    const exports = { ".": { types: "./index.d.ts", default: "./index.js" } };
    writeFileSync(join(module, "package.json"), JSON.stringify({ name, type: "module", exports }));
    writeFileSync(
      join(source, "tsconfig.json"),
      JSON.stringify({
        extends: join(packages, "../tsconfig.base.json"),
        compilerOptions: { rootDir: ".", outDir: `../../dist/${part}` },
      }),
    );
    writeFileSync(join(acme.root, "package.json"), '{ "type": "module" }');
    execFileSync(process.execPath, [tsc, "-p", source], { stdio: "pipe", encoding: "utf8" });
    built[part] = pathToFileURL(join(acme.root, "dist", part, "index.js")).href;
  }
  return built;
}
