import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";
import { readLocale, unitsOf, xliff } from "./xliff.js";

test.each(["xliff", "json"])(
  "a file that another catalog exported as %s is rejected",
  async (format) => {
    const acme = copyAcme();
    const file = join(acme.root, "texts");
    await codegen(acme, "locale", "export", "de", "--format", format, "--out", file);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("acme-errors", "parcel-errors"));
    const before = readLocale(acme, "de");
    const { status, output } = await codegen(acme, "locale", "import", file);
    expect(status).toBe(1);
    expect(output).toContain(
      'texts has texts of "parcel-errors", and this catalog is acme-errors; nothing was changed',
    );
    expect(readLocale(acme, "de")).toEqual(before);
  },
);

test.each(["reviewed", "final"])(
  "a %s text is not replaced by one of another source",
  async (status) => {
    const acme = copyAcme();
    const before = readLocale(acme, "de");
    before.CARD_EXPIRED.status = status;
    acme.write("locales/de.json", JSON.stringify(before));
    const file = join(acme.root, "other.xlf");
    const units = unitsOf("CARD_EXPIRED", "", (text) => `<target state="final">${text}</target>`);
    writeFileSync(file, xliff(units.replaceAll("<source>", "<source>Parcel: ")));
    const { status: code, output } = await codegen(acme, "locale", "import", file);
    expect(code).toBe(1);
    expect(output).toContain(
      "error the text of CARD_EXPIRED was translated from another source than that of the reviewed text (import)",
    );
    expect(output).toContain("rejected (unchanged): CARD_EXPIRED");
    expect(readLocale(acme, "de")).toEqual(before);
  },
);

test("a text that no native speaker has read is replaced, and is stale", async () => {
  const acme = copyAcme();
  const before = readLocale(acme, "de");
  before.CARD_EXPIRED.status = "translated";
  acme.write("locales/de.json", JSON.stringify(before));
  const file = join(acme.root, "other.xlf");
  const units = unitsOf("CARD_EXPIRED", "", (text) => `<target state="final">${text}</target>`);
  writeFileSync(file, xliff(units.replaceAll("<source>", "<source>Before: ")));
  const { status, output } = await codegen(acme, "locale", "import", file);
  expect(status).toBe(0);
  expect(output).toContain("the source of CARD_EXPIRED has changed since the export");
  expect(readLocale(acme, "de").CARD_EXPIRED.message).toBe("Neu.");
});
