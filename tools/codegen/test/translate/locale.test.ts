import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegen, generatedFiles } from "../run.js";

const locale = (acme: Workspace, tag: string) => JSON.parse(acme.read(`locales/${tag}.json`));

test.each(["xliff", "json"])(
  "what goes out as %s and comes back changes no byte",
  async (format) => {
    const acme = copyAcme();
    const file = join(acme.root, "out.txt");
    const texts = locale(acme, "de");
    for (const [index, status] of ["machine", "translated", "reviewed", "final"].entries())
      Object.assign(texts[Object.keys(texts)[index] ?? ""], { status, allow: ["overlong"] });
    const before = `${JSON.stringify(texts, undefined, 2)}\n`;
    acme.write("locales/de.json", before);
    expect(
      await codegen(acme, "locale", "export", "de", "--format", format, "-o", file),
    ).toMatchObject({
      status: 0,
    });
    acme.write("locales/de.json", before.replaceAll('"machine"', '"final"'));
    expect(await codegen(acme, "locale", "import", file)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining(" 1 of 6 entries changed"),
    });
    expect(acme.read("locales/de.json")).toBe(before);
  },
);

test("texts with every character that XML and ICU care about survive the round trip", async () => {
  const acme = copyAcme();
  const odd = `<b>"&amp;" 'x' ]]> <!-- -- --> {currency} </b> \u00a0\u3000 🙂 %s $1`;
  acme.edit(
    "locales/de.json",
    "Die Karte unterstützt {currency} nicht.",
    odd.replaceAll('"', '\\"'),
  );
  const file = join(acme.root, "out.xlf");
  await codegen(acme, "locale", "export", "de", "-o", file);
  acme.edit("locales/de.json", odd.replaceAll('"', '\\"'), "Die Karte kann {currency} nicht.");
  expect(await codegen(acme, "locale", "import", file)).toMatchObject({ status: 0 });
  expect(locale(acme, "de").CURRENCY_UNSUPPORTED.message).toBe(odd);
});

test("an edit of the source marks its translations stale and says which; a release waits, editing goes on", async () => {
  const acme = copyAcme();
  const complete = { ...locale(acme, "de"), ...locale(acme, "pt-BR") };
  for (const name of Object.keys(complete).filter((other) => other !== "CARD_EXPIRED")) {
    complete[name].message = `pt: ${complete[name].message}`;
    complete[name].description = `pt: ${complete[name].description}`;
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
  expect(stderr).toContain("1 text of pt-BR is stale, since the source has changed: RATE_LIMITED");
  const meta = generatedFiles(acme)["out/messages/generated/formats/meta.json"]?.text ?? "";
  expect(JSON.parse(meta).locales["pt-BR"]).toMatchObject({ coverage: 1, stale: 1 });
  expect(generatedFiles(acme)["spec/generated/texts.md"]?.text).toContain("**stale**");

  // As it came, nobody has read it again: it stays stale.
  await codegen(acme, "locale", "export", "pt-BR", "-o", file);
  expect(readFileSync(file, "utf8")).toContain('state="needs-translation"');
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain(
    " 0 of 6 entries changed",
  );
  expect((await accept()).stdout).toContain("1 of 6 entries changed (RATE_LIMITED)");
  expect(await codegen(acme, "lint", "--release")).toMatchObject({ status: 0 });

  // So does the catalog's own text to the source locale.
  acme.edit("catalog/payments.yaml", "Slow down.", "Slow down");
  expect((await codegen(acme, "lint")).stderr).toContain("1 text of de is stale");
});

test("only valid texts are let in; each mistake is told by its entry and line, and the others come in", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "de.json");
  await codegen(acme, "locale", "export", "de", "--format", "json", "-o", file);
  const { texts, ...head } = JSON.parse(readFileSync(file, "utf8"));
  texts.CARD_REFUSED.message = "Abgelehnt, bitte in {tagen} Tagen.";
  texts.API_ERROR.description = "";
  texts.CARD_EXPIRED.message = "Abgelaufen {";
  texts.RATE_LIMITED.message = "Langsamer, bitte.";
  texts.RATE_LIMITED.status = "reviewed";
  texts.CARD_GONE = texts.CARD_EXPIRED;
  texts.CURRENCY_UNSUPPORTED.status = "done";
  writeFileSync(file, JSON.stringify({ ...head, texts }, undefined, 2));
  const before = locale(acme, "de");
  const { status, stdout, stderr } = await codegen(acme, "locale", "import", file);
  expect(status).toBe(1);
  for (const problem of [
    "the message lacks {reason}",
    'CARD_REFUSED has no param "tagen"',
    "the description of API_ERROR is empty",
    "a brace that belongs to no placeholder",
    "CARD_GONE is no error of the catalog",
    '"status" must be one of machine, translated, reviewed, final, stale, missing (it is "done")',
    `> ${
      readFileSync(file, "utf8")
        .split("\n")
        .findIndex((line) => line.includes("{tagen}")) + 1
    } |`,
  ])
    expect(stderr).toContain(problem);
  expect(stderr).toContain("refused, and left as they were: ");
  expect(stdout).toContain("1 of 7 entries changed (RATE_LIMITED)");
  for (const name of [
    "CARD_REFUSED",
    "API_ERROR",
    "CARD_EXPIRED",
    "CARD_GONE",
    "CURRENCY_UNSUPPORTED",
  ])
    expect(stderr.slice(stderr.indexOf("refused, and left"))).toContain(name);
  expect(locale(acme, "de")).toEqual({
    ...before,
    RATE_LIMITED: { ...before.RATE_LIMITED, message: "Langsamer, bitte.", status: "reviewed" },
  });
});

/** An XLIFF document with these units, as some other tool may write it. */
const xliff = (units: string, language = "de") =>
  `\ufeff<?xml version="1.0"?><xliff version="1.2"><file source-language="en" target-language="${language}"><body>${units}</body></file></xliff>`;

/** Both units of an entry. */
const both = (name: string, attributes: string, target: (text: string) => string) =>
  ["Neu.", "Mehr."]
    .map(
      (text, index) =>
        `<trans-unit id="${index}" resname="${name}${index === 0 ? "" : "_description"}"${attributes}><source>s</source>${target(text)}<alt-trans><source>no</source><target>no</target></alt-trans></trans-unit>`,
    )
    .join("");

test("what other tools write is understood: states, approval, marks, CDATA, placeholders, white space", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "de.xlf");
  const units = [
    both("CARD_EXPIRED", "", (text) => `<target state="signed-off">${text}</target>`),
    both(
      "RATE_LIMITED",
      ' approved="yes"',
      (text) => `<target state="translated"><mrk mtype="seg">${text}</mrk></target>`,
    ),
    both("API_ERROR", "", (text) => `<target>\n  <![CDATA[${text}]]>\n</target>`),
    both(
      "CURRENCY_UNSUPPORTED",
      ' approved="no"',
      (text) => `<target state="final">${text} <ph id="1">{currency}</ph> &amp; gut</target>`,
    ).replace('Mehr. <ph id="1">{currency}</ph>', "Mehr."),
    both(
      "CARD_REFUSED",
      "",
      (text) =>
        `<target state="needs-review-translation">${text} <x id="1" equiv-text="{reason}"/> <x id="days"/></target>`,
    ).replace('Mehr. <x id="1" equiv-text="{reason}"/> <x id="days"/>', "Mehr."),
    both("UNRECOGNIZED", "", () => '<target state="new"/>'),
  ];
  writeFileSync(file, xliff(units.join("")));
  const before = locale(acme, "de");
  const { status, stderr } = await codegen(acme, "locale", "import", file);
  expect(stderr.replaceAll(/.*has changed since the export.*/g, "")).not.toContain("error");
  expect(status).toBe(0);
  // None of them was made from the source that stands now.
  expect(stderr.match(/has changed since the export/g)).toHaveLength(5);
  const after = locale(acme, "de");
  const both_ = { message: "Neu.", description: "Mehr." };
  expect(after.CARD_EXPIRED).toMatchObject({ ...both_, status: "reviewed" });
  expect(after.RATE_LIMITED).toMatchObject({ ...both_, status: "reviewed" });
  expect(after.API_ERROR).toMatchObject({ ...both_, status: "translated" });
  expect(after.CURRENCY_UNSUPPORTED).toMatchObject({
    message: "Neu. {currency} & gut",
    status: "translated",
  });
  expect(after.CARD_REFUSED).toMatchObject({
    message: "Neu. {reason} {days}",
    status: "translated",
  });
  expect(after.UNRECOGNIZED).toEqual(before.UNRECOGNIZED);
  expect((await codegen(acme, "lint")).stderr).toContain("5 texts of de are stale");
});

test.each<[name: string, unit: string]>([
  [
    "an inline element that would be lost",
    both("API_ERROR", "", (text) => `<target state="final">${text} <it id="2">hier</it></target>`),
  ],
  ["an unknown state", both("API_ERROR", "", (text) => `<target state="done">${text}</target>`)],
  [
    "a unit that stands twice",
    both("API_ERROR", "", (text) => `<target state="final">${text}</target>`).repeat(2),
  ],
  [
    "a second target",
    both("API_ERROR", "", (text) => `<target>${text}</target><target>${text}</target>`),
  ],
])("of %s the entry is refused, and stays as it was", async (_, unit) => {
  const acme = copyAcme();
  const file = join(acme.root, "de.xlf");
  writeFileSync(
    file,
    xliff(unit + both("RATE_LIMITED", "", (text) => `<target state="final">${text}</target>`)),
  );
  const before = locale(acme, "de");
  const { status, stdout, stderr } = await codegen(acme, "locale", "import", file);
  expect(status).toBe(1);
  expect(stderr).toContain("refused, and left as they were: API_ERROR");
  expect(stdout).toContain("1 of 2 entries changed (RATE_LIMITED)");
  expect(locale(acme, "de").API_ERROR).toEqual(before.API_ERROR);
});

test("review state is neither lost nor made up by a tool that says nothing of it", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "de.xlf");
  const exported = async () => {
    await codegen(acme, "locale", "export", "de", "-o", file);
    return readFileSync(file, "utf8");
  };
  acme.write("locales/de.json", acme.read("locales/de.json").replaceAll('"final"', '"machine"'));
  // Dropping what marks a machine's text, or every state, makes nobody a reader.
  for (const drop of [
    / state-qualifier="leveraged-mt"/g,
    / state="[^"]*" state-qualifier="[^"]*"/g,
  ]) {
    writeFileSync(file, (await exported()).replaceAll(drop, ""));
    expect((await codegen(acme, "locale", "import", file)).stdout).toContain(
      " 0 of 6 entries changed",
    );
  }
  writeFileSync(file, (await exported()).replaceAll("<trans-unit ", '<trans-unit approved="yes" '));
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain(
    "6 of 6 entries changed",
  );
  expect(locale(acme, "de").API_ERROR.status).toBe("reviewed");
});

test("an old export does not make a text fresh, and a text that was left to be worked on stays stale", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "de.json");
  await codegen(acme, "locale", "export", "de", "--format", "json", "-o", file);
  // Only what a param means has changed: the text of the source is the same.
  acme.edit("catalog/payments.yaml", "meaning: The currency's code", "meaning: The ISO code");
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain(
    " 0 of 6 entries changed",
  );
  expect((await codegen(acme, "lint")).stderr).toContain("1 text of de is stale");
  await codegen(acme, "locale", "export", "de", "--format", "json", "-o", file);
  const changed = readFileSync(file, "utf8").replace(
    "Die Karte unterstützt {currency}",
    "Nicht mit {currency}, diese Karte",
  );
  expect(changed).toContain('"stale"');
  writeFileSync(file, changed);
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain(
    "1 of 6 entries changed",
  );
  expect((await codegen(acme, "lint")).stderr).toContain("1 text of de is stale");
});

test("a file may hold half an entry, drafts, an alias's tag, or no tag at all", async () => {
  const acme = copyAcme();
  const file = join(acme.root, "some.xlf");
  const [, description = ""] = both(
    "CARD_EXPIRED",
    "",
    (text) => `<target state="final">${text}</target>`,
  )
    .split(/(?=<trans-unit)/)
    .filter(Boolean);
  const draft = both(
    "API_ERROR",
    "",
    (text) => `<target state="needs-translation">${text}</target>`,
  );
  writeFileSync(file, xliff(description + draft, "pt"));
  expect((await codegen(acme, "locale", "import", file)).stdout).toContain(
    "1 of 2 entries changed (CARD_EXPIRED)",
  );
  expect(locale(acme, "pt-BR").CARD_EXPIRED).toMatchObject({
    message: "O cartão expirou.",
    description: "Mehr.",
  });
  expect(locale(acme, "pt-BR")).not.toHaveProperty("API_ERROR");
  writeFileSync(
    file,
    xliff(
      both("RATE_LIMITED", "", (text) => `<target>${text}</target>`),
      "",
    ),
  );
  expect((await codegen(acme, "locale", "import", file, "--locale", "pt_br")).stdout).toContain(
    "1 of 1 entries changed",
  );
});

test.each<[name: string, text: string, problem: string]>([
  ["XML that breaks off", "<xliff><file>", "not valid XML"],
  ["XLIFF 2", '<xliff version="2.0"/>', "XLIFF 2.0 cannot be read: expected XLIFF 1.2"],
  ["another document", "<html/>", "<html> cannot be read: expected XLIFF 1.2"],
  ["JSON that breaks off", '{ "locale": "de", ', "not valid JSON"],
  ["JSON of another form", '["de"]', "not an export of a locale"],
  ["a locale's own file", '{ "API_ERROR": { "message": "x" } }', "not an export of a locale"],
  [
    "a file that names no locale",
    '<xliff version="1.2"/>',
    "does not say what locale it holds: say it with --locale",
  ],
  [
    "several languages",
    '<xliff version="1.2"><file target-language="de"/><file target-language="fr"/></xliff>',
    "several target languages: de, fr",
  ],
  [
    "an entry that stands twice",
    '{ "locale": "de", "texts": { "API_ERROR": {}, "API_ERROR": { "source": { "message": "a", "description": "b" }, "message": "Neu.", "description": "Mehr.", "status": "final" } } }',
    'the key "API_ERROR" stands twice',
  ],
  ["a locale that is not there", '{ "locale": "nl", "texts": {} }', "the catalog has no locale nl"],
  ["nothing", "", "not valid JSON"],
  ["another encoding", "\xff\xfe<\0", "is not UTF-8"],
])("%s is refused with a clear message, and changes nothing", async (_, text, problem) => {
  const acme = copyAcme();
  const before = acme.read("locales/de.json");
  const file = join(acme.root, "file");
  writeFileSync(file, text, "latin1");
  const { status, stderr } = await codegen(acme, "locale", "import", file);
  expect(status).toBeGreaterThan(0);
  expect(stderr).toContain(problem);
  expect(stderr).not.toContain("    at ");
  expect(acme.read("locales/de.json")).toBe(before);
});

test("a new locale is one file and one command: its bundle is there, and falls back until the texts follow", async () => {
  const acme = copyAcme();
  expect(await codegen(acme, "locale", "add", "vi")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("Vietnamese, 6 texts to translate"),
  });
  const generated = await codegen(acme, "generate");
  expect(generated).toMatchObject({ status: 0 });
  expect(generated.stdout).toContain("vi 0%");
  const files = generatedFiles(acme);
  expect(files["out/messages/generated/bundles/vi.ts"]?.text).toContain('locale: "vi"');
  expect(files["out/messages/generated/loaders.ts"]?.text).toContain("vi: async () =>");
  const file = join(acme.root, "vi.xlf");
  await codegen(acme, "locale", "export", "vi", "-o", file);
  expect(readFileSync(file, "utf8")).not.toContain("<target");
  for (const [tag, problem] of [
    ["vi", "is there already"],
    ["pt", "is an alias of pt-BR"],
    ["zh_hant", "write zh-Hant"],
    ["not a tag", "is no canonical BCP 47 tag"],
    ["de-XA", "is the pseudo-locale for tests"],
  ] as const)
    expect(await codegen(acme, "locale", "add", tag)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(problem),
    });
  expect(await codegen(acme, "locale")).toMatchObject({ status: 2 });
});
