import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen, generatedFiles } from "../run.js";
import { readLocale } from "./xliff.js";

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
    await codegen(acme, "locale", "export", "pt-BR", "--format", "json", "-o", file);
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
  await codegen(acme, "locale", "export", "pt-BR", "-o", file);
  expect(readFileSync(file, "utf8")).toContain('state="needs-translation"');
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain(
    " 0 of 10 texts changed",
  );
  expect((await accept()).stdout).toContain("1 of 10 texts changed (RATE_LIMITED)");
  expect(await codegen(acme, "lint", "--release")).toMatchObject({ status: 0 });

  // The source locale is made from the catalog's own texts.
  acme.edit("catalog/payments.yaml", "Slow down.", "Slow down");
  expect((await codegen(acme, "lint")).stderr).toContain("1 text in de is stale");
});

test("a text stays stale if it comes from an old export, or is still marked as work to do", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "de.json");
  await codegen(acme, "locale", "export", "de", "--format", "json", "-o", file);
  // Only the meaning of a param has changed, not the source text.
  acme.edit("catalog/payments.yaml", "meaning: The currency's code", "meaning: The ISO code");
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain(
    " 0 of 10 texts changed",
  );
  expect((await codegen(acme, "lint")).stderr).toContain("1 text in de is stale");
  await codegen(acme, "locale", "export", "de", "--format", "json", "-o", file);
  const changed = readFileSync(file, "utf8").replace(
    "Die Karte unterstützt {currency}",
    "Nicht mit {currency}, diese Karte",
  );
  expect(changed).toContain('"stale"');
  writeFileSync(file, changed);
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain("1 of 10 texts changed");
  expect((await codegen(acme, "lint")).stderr).toContain("1 text in de is stale");
});
