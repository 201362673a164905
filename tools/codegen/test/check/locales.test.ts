import { lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { testFaults } from "../test-faults.js";

testFaults([
  {
    name: "a placeholder that a translation makes up",
    edit: ["locales/pt-BR.json", "O cartão expirou.", "O cartão {nome} expirou."],
    problems: [
      'translations: CARD_EXPIRED has no param "nome" | its message in the catalog has no placeholders @ locales/pt-BR.json: "O cartão {nome} expirou.',
    ],
  },
  {
    name: "a source locale that does not exist",
    edit: ["catalog.yaml", "sourceLocale: de", "sourceLocale: nl"],
    problems: [
      "locales: there is no source locale nl: expected locales/nl.json @ catalog.yaml: nl",
    ],
  },
  {
    name: "an alias of a locale that is no tag",
    edit: ["catalog.yaml", "pt: pt-BR", "../pt: pt-BR"],
    problems: ['locales: "../pt" is not a canonical BCP 47 tag @ catalog.yaml: pt-BR'],
  },
]);

test("the catalog itself has no errors; what a locale lacks and what is stale are warnings", async () => {
  const acme = copyAcme();
  acme.edit("locales/pt-BR.json", "3c98809630f5", "another");
  const { problems } = await lint(acme.catalog);
  expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
  const messages = problems.map(({ message }) => message);
  expect(messages).toContain(
    "5 of 6 texts are missing in pt-BR: UNRECOGNIZED, CARD_REFUSED, CURRENCY_UNSUPPORTED, RATE_LIMITED, API_ERROR",
  );
  expect(messages).toContain("1 text in pt-BR is stale (its source changed): CARD_EXPIRED");
});
