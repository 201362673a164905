import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";
import { readLocale } from "./xliff.js";

test.each(["xliff", "json"])(
  "a locale that is exported as %s and imported again is unchanged",
  async (format) => {
    const acme = copyAcme();
    const file = join(acme.root, "out.txt");
    const texts = readLocale(acme, "de");
    for (const [index, status] of ["machine", "translated", "reviewed", "final"].entries())
      Object.assign(texts[Object.keys(texts)[index] ?? ""], { status, allow: ["overlong"] });
    const $schema = "../generated/locale.schema.json";
    const before = `${JSON.stringify({ $schema, ...texts }, undefined, 2)}\n`;
    acme.write("locales/de.json", before);
    expect(
      await codegen(acme, "locale", "export", "de", "--format", format, "--out", file),
    ).toMatchObject({
      status: 0,
    });
    acme.write("locales/de.json", before.replaceAll('"machine"', '"final"'));
    expect(await codegen(acme, "locale", "import", file)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(" 1 of 10 texts changed"),
    });
    expect(acme.read("locales/de.json")).toBe(before);
  },
);

test.each(["xliff", "json"])(
  "letters that a tool has taken apart in %s are put together again",
  async (format) => {
    const acme = copyAcme();
    const before = acme.read("locales/de.json");
    expect(before.normalize("NFD")).not.toBe(before);
    const file = join(acme.root, "texts");
    await codegen(acme, "locale", "export", "de", "--format", format, "--out", file);
    writeFileSync(file, readFileSync(file, "utf8").normalize("NFD"));
    const { stdout } = await codegen(acme, "locale", "import", file);
    expect(stdout).toContain(" 0 of 10 texts changed");
    expect(acme.read("locales/de.json")).toBe(before);
  },
);

test("a text with the special characters of XML and ICU survives export and import", async () => {
  const acme = copyAcme();
  const odd = `<b>"&amp;" 'x' ]]> <!-- -- --> {currency} </b> \u00a0\u3000 🙂 %s $1`;
  acme.edit(
    "locales/de.json",
    "Die Karte unterstützt {currency} nicht.",
    odd.replaceAll('"', '\\"'),
  );
  const file = join(acme.root, "out.xlf");
  await codegen(acme, "locale", "export", "de", "--out", file);
  acme.edit("locales/de.json", odd.replaceAll('"', '\\"'), "Die Karte kann {currency} nicht.");
  expect(await codegen(acme, "locale", "import", file)).toMatchObject({ status: 0 });
  expect(readLocale(acme, "de").CURRENCY_UNSUPPORTED.message).toBe(odd);
});

test.each(["xliff", "json"])(
  "words for values, texts for developers and questions survive export as %s and import",
  async (format) => {
    const acme = copyAcme();
    acme.edit(PAYMENTS, "example: EUR }", 'example: EUR, values: [EUR, "A_B"] }');
    acme.edit(
      "locales/de.json",
      '"Falsche Währung",',
      '"Währung", "values": { "currency": { "EUR": "Euro", "A_B": "Test" } },',
    );
    acme.edit(
      "locales/de.json",
      "{",
      '{ "questions": ["Euro?"], "developer": { "API_ERROR": { "text": "Look it up.", "status": "translated", "sourceHash": "" } },',
    );
    const file = join(acme.root, "out.txt");
    await codegen(acme, "locale", "export", "de", "--format", format, "--out", file);
    const exported = readFileSync(file, "utf8");
    writeFileSync(file, exported.replaceAll("Test", "Probe").replaceAll("Look it", "Schlag es"));
    const before = readLocale(acme, "de");
    await codegen(acme, "locale", "import", file);
    const after = readLocale(acme, "de");
    expect(after.questions).toEqual(["Euro?"]);
    expect(after.CURRENCY_UNSUPPORTED.values).toEqual({ currency: { EUR: "Euro", A_B: "Probe" } });
    expect(after.developer.API_ERROR).toMatchObject({ text: "Schlag es up." });
    expect(after.outcomes).toEqual(before.outcomes);
  },
);

/** The texts of a catalog itself, as a locale has them. */
const catalogTexts = (language: string, status: string, sourceHash: string) => ({
  title: `Acme (${language})`,
  description: `Fehler von Acme (${language}).`,
  categories: {
    card: { name: `Karten (${language})`, description: `Karten und Zahlungen (${language}).` },
  },
  status,
  sourceHash,
});

const PORTUGUESE = {
  title: "Acme (pt)",
  description: "Erros da Acme.",
  category_card: "Cartões",
  category_card_description: "Cartões e pagamentos.",
};

function translateJson(exported: string): string {
  const { texts, ...rest } = JSON.parse(exported);
  const catalog = { ...texts.catalog, target: PORTUGUESE, status: "translated" };
  return JSON.stringify({ ...rest, texts: { ...texts, catalog } });
}

function translateXliff(exported: string): string {
  return Object.entries(PORTUGUESE).reduce((text, [field, words]) => {
    const unit = new RegExp(`(id="catalog_${field}"[\\s\\S]*?)<target state="new">[^<]*`);
    return text.replace(unit, `$1<target state="translated">${words}`);
  }, exported);
}

test.each(["xliff", "json"])(
  "what a catalog and its categories are called is translated as %s, and is stale if its source changes",
  async (format) => {
    const acme = copyAcme();
    const file = join(acme.root, "out.txt");
    const german = { ...readLocale(acme, "de"), catalog: catalogTexts("de", "final", "") };
    acme.write("locales/de.json", JSON.stringify(german));
    await codegen(acme, "locale", "export", "pt-BR", "--format", format, "--out", file);
    const exported = readFileSync(file, "utf8");
    expect(exported).toContain("Karten und Zahlungen (de).");
    writeFileSync(file, format === "json" ? translateJson(exported) : translateXliff(exported));
    await codegen(acme, "locale", "import", file);
    expect(readLocale(acme, "pt-BR").catalog).toMatchObject({
      title: "Acme (pt)",
      description: "Erros da Acme.",
      categories: { card: { name: "Cartões", description: "Cartões e pagamentos." } },
      status: "translated",
    });
    acme.edit("locales/de.json", "Karten und Zahlungen (de).", "Karten, Zahlungen und mehr.");
    await codegen(acme, "locale", "export", "pt-BR", "--format", "xliff", "--out", file);
    expect(readFileSync(file, "utf8")).toContain(
      '<target state="needs-translation">Cartões e pagamentos.',
    );
  },
);
