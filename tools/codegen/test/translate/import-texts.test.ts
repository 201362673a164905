import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";
import { readLocale, unitsOf, xliff } from "./xliff.js";

test("importing a file reports each invalid text at its line, and imports the valid ones", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "de.json");
  await codegen(acme, "locale", "export", "de", "--format", "json", "--out", file);
  const { texts, ...head } = JSON.parse(readFileSync(file, "utf8"));
  texts.CARD_REFUSED.target.message = "Abgelehnt, bitte in {tagen} Tagen.";
  texts.API_ERROR.target.description = " ";
  texts.CARD_EXPIRED.target.message = "Abgelaufen {";
  texts.RATE_LIMITED.target.message = "Langsamer, bitte.";
  texts.RATE_LIMITED.status = "reviewed";
  texts.CARD_GONE = texts.CARD_EXPIRED;
  texts.CURRENCY_UNSUPPORTED.status = "done";
  writeFileSync(file, JSON.stringify({ ...head, texts }, undefined, 2));
  const before = readLocale(acme, "de");
  const { status, stdout, stderr } = await codegen(acme, "locale", "import", file);
  expect(status).toBe(1);
  for (const problem of [
    "the message is missing the placeholder {reason}",
    'CARD_REFUSED has no param "tagen"',
    "the description of API_ERROR is empty",
    "the message has a brace outside a placeholder",
    "CARD_GONE is not an error of the catalog",
    '"status" must be one of machine, translated, reviewed, final, stale, missing (it is "done")',
    `> ${
      readFileSync(file, "utf8")
        .split("\n")
        .findIndex((line) => line.includes("{tagen}")) + 1
    } |`,
  ])
    expect(stderr).toContain(problem);
  expect(stderr).toContain("rejected (unchanged): ");
  expect(stdout).toContain("1 of 11 texts changed (RATE_LIMITED)");
  for (const name of [
    "CARD_REFUSED",
    "API_ERROR",
    "CARD_EXPIRED",
    "CARD_GONE",
    "CURRENCY_UNSUPPORTED",
  ])
    expect(stderr.slice(stderr.indexOf("rejected (unchanged)"))).toContain(name);
  expect(readLocale(acme, "de")).toEqual({
    ...before,
    RATE_LIMITED: { ...before.RATE_LIMITED, message: "Langsamer, bitte.", status: "reviewed" },
  });
});

test("an imported file may have one text of an entry, untranslated texts, an alias of the locale, or no language", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "some.xlf");
  const [, description = ""] = unitsOf(
    "CARD_EXPIRED",
    "",
    (text) => `<target state="final">${text}</target>`,
  )
    .split(/(?=<trans-unit)/)
    .filter(Boolean);
  const draft = unitsOf(
    "API_ERROR",
    "",
    (text) => `<target state="needs-translation">${text}</target>`,
  );
  writeFileSync(file, xliff(description + draft, "pt"));
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain(
    "1 of 2 texts changed (CARD_EXPIRED)",
  );
  expect(readLocale(acme, "pt-BR").CARD_EXPIRED).toMatchObject({
    message: "O cartão expirou.",
    description: "Mehr.",
  });
  expect(readLocale(acme, "pt-BR")).not.toHaveProperty("API_ERROR");
  writeFileSync(
    file,
    xliff(
      unitsOf("RATE_LIMITED", "", (text) => `<target>${text}</target>`),
      "",
    ),
  );
  expect((await codegen(acme, "locale", "import", file, "--locale", "pt_br")).stdout).toContain(
    "1 of 1 texts changed",
  );
});
