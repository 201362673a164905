import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";

async function warningsOf({ catalog }: Workspace) {
  const { problems } = await lint(catalog);
  return problems.map(({ rule, severity, message, hint, location }) => {
    expect([rule, severity]).toEqual(["coverage", "warning"]);
    return { message, hint, file: location.file };
  });
}

test("the rule coverage warns of missing texts, and names the first five", async () => {
  const acme = copyAcme();
  acme.write("locales/da.json", "{}");
  expect(await warningsOf(acme)).toEqual([
    {
      file: "locales/da.json",
      message:
        "10 of 10 texts are missing in da: outcomes, UNRECOGNIZED, INVALID_RESPONSE, NO_RESPONSE, NO_RESPONSE_rejected and 5 more",
      hint: "until texts are added, readers get their next language; start with codegen locale export da",
    },
    {
      file: "locales/pt-BR.json",
      message:
        "9 of 10 texts are missing in pt-BR: outcomes, UNRECOGNIZED, INVALID_RESPONSE, NO_RESPONSE, NO_RESPONSE_rejected and 4 more",
      hint: "until texts are added, readers get their next language; start with codegen locale export pt-BR",
    },
  ]);
});

test("the rule coverage says how to begin the source's own texts", async () => {
  const acme = copyAcme();
  const german = acme.read("locales/de.json");
  acme.write("locales/de.json", "{}");
  const hints = (await warningsOf(acme)).map(({ hint }) => hint);
  expect(hints).toContain(
    "codegen locale add de begins those of errors in the API's own words; for the others, start with codegen locale export de",
  );
  acme.write("locales/de.json", german.replace(/"UNRECOGNIZED": .+?\},\s*/s, ""));
  expect(await warningsOf(acme)).toContainEqual({
    file: "locales/de.json",
    message: "1 of 10 texts is missing in de: UNRECOGNIZED",
    hint: "start with codegen locale export de",
  });
  acme.edit("catalog.yaml", "sourceLocale: de", "sourceLocale: en");
  acme.write("locales/en.json", "{}");
  const english = (await warningsOf(acme)).map(({ hint }) => hint);
  expect(english).toContain("codegen locale add en begins them in the API's own words");
});

test("the rule coverage warns of texts whose source changed, with the hashes of the present source", async () => {
  const acme = copyAcme();
  const warned = await warningsOf(acme);
  acme.edit("locales/de.json", "Zu viele Anfragen.", "Zu viele Aufrufe.");
  expect(await warningsOf(acme)).toEqual(warned);
  acme.edit("locales/pt-BR.json", '"translated"', '"machine"');
  acme.edit("locales/de.json", "Die Karte ist abgelaufen.", "Die Karte gilt nicht mehr.");
  expect(await warningsOf(acme)).toEqual([
    ...warned,
    {
      file: "locales/pt-BR.json",
      message: "1 text in pt-BR is stale (its source changed): CARD_EXPIRED",
      hint: "review through codegen locale export pt-BR; or, where a text still fits, set its sourceHash: CARD_EXPIRED 0d64efe4c0d4",
    },
  ]);
  const { problems } = await lint(acme.catalog);
  const [before = ""] = acme.read("locales/pt-BR.json").split('"sourceHash"');
  expect(problems.at(-1)?.location.line).toBe(before.split("\n").length);
});

test("the rule coverage warns of texts whose error is judged anew", async () => {
  const acme = copyAcme();
  const warned = await warningsOf(acme);
  acme.edit("catalog/payments.yaml", "retry: after-delay", "retry: after-fix");
  expect(await warningsOf(acme)).toEqual([
    {
      file: "locales/de.json",
      message: "1 text in de is stale (its source changed): CARD_REFUSED",
      hint: "review through codegen locale export de; or, where a text still fits, set its sourceHash: CARD_REFUSED f514af2769d1",
    },
    ...warned,
  ]);
});

test("the rule coverage says nothing where entries could not be read", async () => {
  const acme = copyAcme();
  acme.edit("catalog/payments.yaml", "category: traffic", "category: trafic");
  const { problems } = await lint(acme.catalog);
  expect(problems.map(({ rule }) => rule)).toEqual(["schema"]);
});

test("the rule coverage leaves the texts of a removed error to the rule translations", async () => {
  const acme = copyAcme();
  const entries = acme.read("catalog/payments.yaml");
  acme.write(
    "catalog/payments.yaml",
    entries.replace(/ {2}- name: CARD_EXPIRED\n(?: {4}.*\n)*/, ""),
  );
  const { problems } = await lint(acme.catalog);
  const named = problems.filter(({ message }) => message.includes("CARD_EXPIRED"));
  expect(new Set(named.map(({ rule }) => rule))).toEqual(new Set(["translations"]));
});
