import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSession, lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen, generatedFiles } from "../run.js";
import { PAYMENTS } from "../test-faults.js";
import { readLocale, unitsOf, xliff } from "./xliff.js";

test("editing a source text makes its translations stale, which only lint --release rejects", async () => {
  const acme = copyAcme();
  const complete = { ...readLocale(acme, "de"), ...readLocale(acme, "pt-BR") };
  for (const name of Object.keys(complete).filter((other) => other !== "CARD_EXPIRED")) {
    for (const field of Object.keys(complete[name]).filter((one) => !/^status|Hash$/.test(one)))
      complete[name][field] = `pt: ${complete[name][field]}`;
  }
  acme.write("locales/pt-BR.json", JSON.stringify(complete));
  const file = join(acme.root, "pt.json");
  const accept = async () => {
    await codegen(acme, "locale", "export", "pt-BR", "--format", "json", "--out", file);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll('"stale"', '"translated"'));
    return await codegen(acme, "locale", "import", file);
  };
  expect(await accept()).toMatchObject({ status: 0 });
  expect(await codegen(acme, "lint", "--release")).toMatchObject({ status: 0 });

  acme.edit("locales/de.json", "Zu viele Anfragen.", "Es kommen zu viele Anfragen.");
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  expect(await codegen(acme, "lint")).toMatchObject({ status: 0 });
  const { status, stderr } = await codegen(acme, "lint", "--release");
  expect(status).toBe(1);
  expect(stderr).toContain("1 text in pt-BR is stale (its source changed): RATE_LIMITED");
  const meta = generatedFiles(acme)["out/messages/generated/formats/meta.json"]?.text ?? "";
  expect(JSON.parse(meta).locales["pt-BR"]).toMatchObject({ coverage: 1, stale: 1 });
  expect(generatedFiles(acme)["spec/generated/texts.md"]?.text).toContain("**stale**");

  // A file that comes back unchanged was not reviewed: the text stays stale.
  await codegen(acme, "locale", "export", "pt-BR", "--out", file);
  expect(readFileSync(file, "utf8")).toContain('state="needs-translation"');
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain(
    " 0 of 10 texts changed",
  );
  expect((await accept()).stdout).toContain("1 of 10 texts changed (RATE_LIMITED)");
  expect(await codegen(acme, "lint", "--release")).toMatchObject({ status: 0 });

  // The source locale is made from the catalog's own texts.
  const isDeStable = () => {
    const file = generatedFiles(acme)["out/messages/generated/formats/meta.json"]?.text ?? "";
    return JSON.parse(file).locales.de.stability === "stable";
  };
  expect(isDeStable()).toBe(true);
  acme.edit("catalog/payments.yaml", "Slow down.", "Slow down");
  expect((await codegen(acme, "lint")).stderr).toContain("1 text in de is stale");
  await codegen(acme, "generate");
  expect(isDeStable()).toBe(false);
});

test("a value that is added to a param makes the texts of its error stale", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "example: EUR }", "example: EUR, values: [EUR, USD] }");
  const { stderr } = await codegen(acme, "lint");
  expect(stderr).toContain("1 text in de is stale (its source changed): CURRENCY_UNSUPPORTED");
});

test("translations become stale in a session too, where only the judgment of an error changed", async () => {
  const acme = copyAcme();
  const session = createSession();
  const staleIn = async () => {
    const { problems } = await lint(acme.catalog, { session });
    return problems.map(({ message }) => message).filter((message) => / is stale /.test(message));
  };
  expect(await staleIn()).toEqual([]);
  acme.edit(PAYMENTS, "retry: after-fix", "retry: never");
  expect(await staleIn()).toEqual([
    "1 text in de is stale (its source changed): CARD_EXPIRED",
    "1 text in pt-BR is stale (its source changed): CARD_EXPIRED",
  ]);
});

test("a text stays stale if it comes from an old export, or is still marked as work to do", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "de.json");
  await codegen(acme, "locale", "export", "de", "--format", "json", "--out", file);
  // Only the meaning of a param has changed, not the source text.
  acme.edit("catalog/payments.yaml", "meaning: The currency's code", "meaning: The ISO code");
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain(
    " 0 of 10 texts changed",
  );
  expect((await codegen(acme, "lint")).stderr).toContain("1 text in de is stale");
  await codegen(acme, "locale", "export", "de", "--format", "json", "--out", file);
  const changed = readFileSync(file, "utf8").replace(
    "Die Karte unterstützt {currency}",
    "Nicht mit {currency}, diese Karte",
  );
  expect(changed).toContain('"stale"');
  writeFileSync(file, changed);
  const { stdout, stderr } = await codegen(acme, "locale", "import", file);
  expect(stdout).toContain("1 of 10 texts changed");
  // The translator knows: the file was exported since.
  expect(stderr).not.toContain("has changed since the export");
  expect((await codegen(acme, "lint")).stderr).toContain("1 text in de is stale");
});

test("a file with one text of a stale unit is rejected: the others would count as up to date", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "Slow down.", "Slow down");
  const before = readLocale(acme, "de");
  const file = join(acme.root, "de.xlf");
  const units = unitsOf("RATE_LIMITED", "", (text) => `<target state="final">${text}</target>`);
  const [message = ""] = /<trans-unit.*?<\/trans-unit>/.exec(units) ?? [];
  writeFileSync(file, xliff(message));
  const { status, stderr } = await codegen(acme, "locale", "import", file);
  expect(status).toBe(1);
  expect(stderr).toContain("RATE_LIMITED is missing its title and description");
  expect(readLocale(acme, "de")).toEqual(before);
});

test("a unit that waits for its translation has no work if its texts are the source's and the locale's", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "Slow down.", "Slow down");
  const { title, description } = readLocale(acme, "de").RATE_LIMITED;
  const file = join(acme.root, "de.xlf");
  const units = unitsOf("RATE_LIMITED", "", (text) => {
    const target = { Titel: title, "Neu.": "Slow down", "Mehr.": description }[text];
    return `<target state="needs-translation">${target}</target>`;
  });
  writeFileSync(file, xliff(units.replaceAll("Slow down.", "Slow down")));
  const { stdout, stderr } = await codegen(acme, "locale", "import", file);
  expect(stdout).toContain(" 0 of 1 texts changed");
  expect(stderr).not.toContain("left out");
});
