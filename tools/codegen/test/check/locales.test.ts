import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { testFaults } from "../test-faults.js";

testFaults([
  {
    name: "a placeholder that a translation makes up",
    edit: ["locales/pt-BR.json", "O cartão expirou.", "O cartão {nome} expirou."],
    problems: ['locales: CARD_EXPIRED has no param "nome" | it has none @ locales/pt-BR.json: {'],
  },
  {
    name: "a source locale that does not exist",
    edit: ["catalog.yaml", "sourceLocale: de", "sourceLocale: nl"],
    problems: ["locales: locales/nl.json does not exist @ catalog.yaml: nl"],
  },
  {
    name: "an alias of a locale that is no tag",
    edit: ["catalog.yaml", "pt: pt-BR", "../pt: pt-BR"],
    problems: ['locales: "../pt" is no canonical BCP 47 tag @ catalog.yaml: pt-BR'],
  },
]);

test("the catalog itself has no errors; what a locale lacks and what is stale are warnings", async () => {
  const acme = copyAcme();
  acme.edit("locales/pt-BR.json", "3c98809630f5", "another");
  const { problems } = await lint(acme.catalog);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const messages = problems.map(({ message }) => message);
  expect(messages).toContain(
    "pt-BR lacks 5 of 6 texts: UNRECOGNIZED, CARD_REFUSED, CURRENCY_UNSUPPORTED, RATE_LIMITED, API_ERROR",
  );
  expect(messages).toContain(
    "1 text of pt-BR is stale, since the source has changed: CARD_EXPIRED",
  );
});
