import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";
import { readLocale, unitsOf, xliff } from "./xliff.js";

test("XLIFF of other tools is read: states, approval, marks, CDATA, placeholders and white space", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "de.xlf");
  const units = [
    unitsOf("CARD_EXPIRED", "", (text) => `<target state="signed-off">${text}</target>`),
    unitsOf(
      "RATE_LIMITED",
      ' approved="yes"',
      // A unit is as trusted as the least trusted of its texts.
      (text) =>
        `<target state="${text === "Mehr." ? "translated" : "signed-off"}"><mrk mtype="seg">${text}</mrk></target>`,
    ),
    unitsOf("API_ERROR", "", (text) => `<target>\n  <![CDATA[${text}]]>\n</target>`),
    unitsOf(
      "CURRENCY_UNSUPPORTED",
      ' approved="no"',
      (text) => `<target state="final">${text} <ph id="1">{currency}</ph> &amp; gut</target>`,
    ).replaceAll(/(Mehr\.|Titel) <ph id="1">\{currency\}<\/ph>/g, "$1"),
    unitsOf(
      "CARD_REFUSED",
      "",
      (text) =>
        `<target state="needs-review-translation">${text} <x id="1" equiv-text="{reason}"/> <x id="days"/></target>`,
    ).replaceAll(/(Mehr\.|Titel) <x id="1" equiv-text="\{reason\}"\/> <x id="days"\/>/g, "$1"),
    unitsOf("UNRECOGNIZED", "", () => '<target state="new"/>'),
  ];
  writeFileSync(file, xliff(units.join("")));
  const before = readLocale(acme, "de");
  const { status, stderr } = await codegen(acme, "locale", "import", file);
  expect(stderr).not.toContain("error");
  expect(status).toBe(0);
  expect(stderr).not.toContain("has changed since the export");
  const after = readLocale(acme, "de");
  const texts = { message: "Neu.", description: "Mehr." };
  expect(after.CARD_EXPIRED).toMatchObject({ ...texts, status: "reviewed" });
  expect(after.RATE_LIMITED).toMatchObject({ ...texts, status: "translated" });
  expect(after.API_ERROR).toMatchObject({ ...texts, status: "translated" });
  expect(after.CURRENCY_UNSUPPORTED).toMatchObject({
    message: "Neu. {currency} & gut",
    status: "translated",
  });
  expect(after.CARD_REFUSED).toMatchObject({
    message: "Neu. {reason} {days}",
    status: "translated",
  });
  expect(after.UNRECOGNIZED).toEqual(before.UNRECOGNIZED);
  expect((await codegen(acme, "lint")).stderr).not.toContain("texts in de are stale");
});

test.each<[name: string, unit: string]>([
  [
    "an inline element that would be lost",
    unitsOf(
      "API_ERROR",
      "",
      (text) => `<target state="final">${text} <it id="2">hier</it></target>`,
    ),
  ],
  ["an unknown state", unitsOf("API_ERROR", "", (text) => `<target state="done">${text}</target>`)],
  [
    "a duplicate",
    unitsOf("API_ERROR", "", (text) => `<target state="final">${text}</target>`).repeat(2),
  ],
  [
    "a second target",
    unitsOf("API_ERROR", "", (text) => `<target>${text}</target><target>${text}</target>`),
  ],
])("an XLIFF unit with %s is rejected, and its entry is unchanged", async (_, unit) => {
  const acme = copyAcme();
  const file = join(acme.root, "de.xlf");
  writeFileSync(
    file,
    xliff(unit + unitsOf("RATE_LIMITED", "", (text) => `<target state="final">${text}</target>`)),
  );
  const before = readLocale(acme, "de");
  const { status, stdout, stderr } = await codegen(acme, "locale", "import", file);
  expect(status).toBe(1);
  expect(stderr).toContain("rejected (unchanged): API_ERROR");
  expect(stdout).toContain("1 of 2 texts changed (RATE_LIMITED)");
  expect(readLocale(acme, "de").API_ERROR).toEqual(before.API_ERROR);
});

test("importing XLIFF without states neither loses nor invents a review", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "de.xlf");
  const exported = async () => {
    await codegen(acme, "locale", "export", "de", "--out", file);
    return readFileSync(file, "utf8");
  };
  acme.write("locales/de.json", acme.read("locales/de.json").replaceAll('"final"', '"machine"'));
  // A tool that drops the mark of machine translation, or every state, has reviewed nothing.
  for (const drop of [
    / state-qualifier="leveraged-mt"/g,
    / state="[^"]*" state-qualifier="[^"]*"/g,
  ]) {
    writeFileSync(file, (await exported()).replaceAll(drop, ""));
    expect((await codegen(acme, "locale", "import", file)).stdout).toContain(
      " 0 of 10 texts changed",
    );
  }
  // Some tools approve all that they save.
  const approve = async (start = "<trans-unit ") =>
    writeFileSync(
      file,
      (await exported()).replaceAll(start, start.replace(" ", ' approved="yes" ')),
    );
  await approve('<trans-unit id="API_ERROR');
  expect((await codegen(acme, "locale", "import", file)).stderr).toContain(
    "save: API_ERROR (import)",
  );
  await approve();
  const approved = await codegen(acme, "locale", "import", file);
  expect(approved.stdout).toContain(" 0 of 10 texts changed");
  expect(approved.stderr).toContain("and 9 more");
  expect(approved.stderr).toContain("import with --trust-approved");
  await approve();
  const trusted = await codegen(acme, "locale", "import", file, "--trust-approved");
  expect(trusted.stdout).toContain("10 of 10 texts changed");
  expect(trusted.stderr).not.toContain("more");
  expect(readLocale(acme, "de").API_ERROR.status).toBe("reviewed");
});

test("texts that a tool leaves marked as new are translated if they are not the source", async () => {
  const acme = copyAcme();
  await codegen(acme, "locale", "add", "nl");
  const file = join(acme.root, "nl.xlf");
  await codegen(acme, "locale", "export", "nl", "--out", file);
  const copy = readFileSync(file, "utf8");
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain(" 0 of 0 texts changed");
  // A tool that drops the states.
  writeFileSync(file, copy.replaceAll(' state="new"', ""));
  expect(await codegen(acme, "locale", "import", file)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(" 0 of 10 texts changed"),
  });
  // A tool that does not manage states, such as OmegaT.
  const translated = copy.replaceAll(
    /(id="API_ERROR\w*" [\s\S]*?<target state="new">)([^<]*)/g,
    (_, start: string) => `${start}Neu.`,
  );
  writeFileSync(file, translated);
  expect(await codegen(acme, "locale", "import", file)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(" 1 of 1 texts changed (API_ERROR)"),
  });
  const unit = readLocale(acme, "nl").API_ERROR;
  expect(unit).toMatchObject({ message: "Neu.", status: "translated" });
  // The source in place of a text replaces no translation, and is not an error.
  writeFileSync(file, copy.replaceAll('state="new"', 'state="needs-translation"'));
  expect(await codegen(acme, "locale", "import", file)).toMatchObject({
    status: 0,
    stdout: expect.stringContaining(" 0 of 10 texts changed"),
  });
  expect(readLocale(acme, "nl").API_ERROR).toEqual(unit);
});

test("texts that are marked as needing a translation are left out, and reported", async () => {
  const acme = copyAcme();
  await codegen(acme, "locale", "add", "nl");
  const file = join(acme.root, "nl.xlf");
  const units = (state: string) =>
    xliff(
      unitsOf("API_ERROR", "", (text) => `<target state="${state}">${text}</target>`) +
        unitsOf("RATE_LIMITED", "", () => `<target state="${state}">s</target>`),
      "nl",
    );
  for (const state of ["needs-translation", "needs-adaptation", "needs-l10n"]) {
    writeFileSync(file, units(state));
    const { status, stdout, stderr } = await codegen(acme, "locale", "import", file);
    expect(status).toBe(0);
    expect(stdout).toContain(" 0 of 2 texts changed");
    expect(stderr).toMatch(/nl\.xlf:1:\d+/);
    expect(stderr).toContain("API_ERROR is left out: its state says that it still needs");
    expect(stderr).toContain("left out (unchanged): API_ERROR");
    expect(readLocale(acme, "nl")).toEqual({});
  }
  writeFileSync(
    file,
    units("translated").replaceAll(/<trans-unit[^>]*RATE_LIMITED.*?<\/trans-unit>/g, ""),
  );
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain("(API_ERROR)");
});

test("JSON with texts filled in is imported though its statuses still say missing", async () => {
  const acme = copyAcme();
  await codegen(acme, "locale", "add", "nl");
  const file = join(acme.root, "nl.json");
  await codegen(acme, "locale", "export", "nl", "--format", "json", "--out", file);
  const sent = JSON.parse(readFileSync(file, "utf8"));
  sent.texts.API_ERROR.target = { title: "Titel", message: "Nieuw.", description: "Meer." };
  writeFileSync(file, JSON.stringify(sent));
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain("(API_ERROR)");
  expect(readLocale(acme, "nl").API_ERROR.status).toBe("translated");
});
