import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { codegenMeanwhile } from "../paused-run.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";

const textsOf = (text: string) => JSON.parse(text) as Record<string, { readonly message: string }>;

/** The second catalog is translated in part, which is reported; CARD_EXPIRED is translated. */
async function expectNoProblems(acme: Workspace): Promise<void> {
  const fine = {
    status: 0,
    stderr: expect.not.stringMatching(/error|stale|CARD_(EXPIRED|OUTDATED)/),
  };
  expect(await codegen(acme, "generate")).toMatchObject(fine);
  expect(await codegen(acme, "lint")).toMatchObject(fine);
}

test("rename gives an entry that was never released its new name, with its texts", async () => {
  const acme = copyAcme();
  const before = { entries: acme.read(PAYMENTS), texts: acme.read("locales/de.json") };
  expect(await codegen(acme, "rename", "CARD_EXPIRED", "CARD_OUTDATED")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("CARD_EXPIRED is now CARD_OUTDATED."),
  });
  const renamed = (text: string) => text.replaceAll("CARD_EXPIRED", "CARD_OUTDATED");
  expect(acme.read(PAYMENTS)).toBe(renamed(before.entries));
  expect(acme.read("locales/de.json")).toBe(renamed(before.texts));
  await expectNoProblems(acme);
});

test("rename retires a released name beside the new entry, and every language keeps its text", async () => {
  const acme = copyAcme();
  expect(await codegen(acme, "record")).toMatchObject({ status: 0 });
  expect(
    await codegen(
      acme,
      "rename",
      "CARD_EXPIRED",
      "CARD_OUTDATED",
      "--reason",
      "A card has a date.",
    ),
  ).toMatchObject({ status: 0, stdout: expect.stringContaining("requires a major release") });
  const texts = textsOf(acme.read("locales/de.json"));
  expect(texts.CARD_OUTDATED).toEqual(texts.CARD_EXPIRED);
  const today = new Date().toISOString().slice(0, 10);
  expect(acme.read(PAYMENTS)).toContain(
    `    retired:\n      since: "${today}"\n      reason: "A card has a date."\n      replacedBy: CARD_OUTDATED\n`,
  );
  await expectNoProblems(acme);
});

test.each([
  ["1.4.0", "1.4.0", "2.0.0"],
  ["1.4.0", "2.1.0", "2.1.0"],
  ["0.3.1", "0.3.1", "0.4.0"],
  [undefined, undefined, new Date().toISOString().slice(0, 10)],
])(
  "after release %s of a package at %s, a renamed entry is retired since %s",
  async (released, version, since) => {
    const acme = copyAcme();
    const atVersion = (at: string | undefined) =>
      acme.write("package.json", JSON.stringify({ name: "acme", version: at }));
    atVersion(released);
    await codegen(acme, "record");
    atVersion(version);
    await codegen(acme, "rename", "CARD_EXPIRED", "CARD_OUTDATED");
    expect(acme.read(PAYMENTS)).toContain(`      since: "${since}"\n`);
  },
);

test("a name that is retired since it was renamed names the last of several new names", async () => {
  const acme = copyAcme();
  await codegen(acme, "record");
  await codegen(acme, "rename", "CARD_EXPIRED", "CARD_OLD");
  await codegen(acme, "rename", "CARD_OLD", "CARD_OUTDATED");
  expect(acme.read(PAYMENTS)).toContain(
    '      reason: "Renamed to CARD_OUTDATED."\n      replacedBy: CARD_OUTDATED\n',
  );
  expect(acme.read(PAYMENTS)).not.toContain("CARD_OLD");
  await expectNoProblems(acme);
});

test("rename keeps the comments, blank lines and order of a file", async () => {
  const acme = copyAcme();
  acme.edit(
    PAYMENTS,
    "  - name: CARD_EXPIRED\n",
    "\n  # Seen in 2025.\n  - name: CARD_EXPIRED # the card's date\n",
  );
  const before = acme.read(PAYMENTS);
  await codegen(acme, "rename", "CARD_EXPIRED", "CARD_OUTDATED");
  expect(acme.read(PAYMENTS)).toBe(before.replaceAll("CARD_EXPIRED", "CARD_OUTDATED"));
});

/** The second catalog, where no source tells two entries apart and a third one is retired. */
function withReferences(): Workspace {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "name: CARD_EXPIRED\n", "name: CARD_EXPIRED\n    alike: [RATE_LIMITED]\n");
  acme.edit(
    PAYMENTS,
    "name: RATE_LIMITED\n",
    "name: RATE_LIMITED\n    alike:\n      - CARD_EXPIRED\n",
  );
  const retired = "retired: { since: 1.1.0, reason: Gone., replacedBy: CARD_EXPIRED }";
  acme.edit(PAYMENTS, "name: API_ERROR\n", `name: API_ERROR\n    ${retired}\n`);
  const { CARD_EXPIRED, ...texts } = textsOf(acme.read("locales/de.json"));
  acme.write(
    "locales/de.json",
    JSON.stringify({ ...texts, CARD_EXPIRED, RATE_LIMITED: CARD_EXPIRED }),
  );
  return acme;
}

test("rename writes the new name where other entries refer to the old one", async () => {
  const acme = withReferences();
  const before = acme.read(PAYMENTS);
  await codegen(acme, "rename", "CARD_EXPIRED", "CARD_OUTDATED");
  expect(acme.read(PAYMENTS)).toBe(before.replaceAll("CARD_EXPIRED", "CARD_OUTDATED"));
});

const LISTS = `tags:
  # What is paid.
  money:
    description: Money.
    names: # of cards
      - CARD_REFUSED
      - CARD_EXPIRED # since 2025
      - CURRENCY_*
subsets:
  cards: { description: For the card service., names: [CARD_REFUSED, CARD_EXPIRED, CURRENCY_*] }
packages:
`;

test.each<[string, readonly string[], readonly string[]]>([
  ["in place of the old one", [], ["CARD_OUTDATED"]],
  ["beside one that was released", ["record"], ["CARD_EXPIRED", "CARD_OUTDATED"]],
])("rename lists the new name in the manifest %s", async (_, commands, [name, ...more]) => {
  const acme = copyAcme();
  acme.edit("catalog.yaml", "packages:\n", LISTS);
  for (const command of commands) await codegen(acme, command);
  const before = acme.read("catalog.yaml");
  expect(await codegen(acme, "rename", "CARD_EXPIRED", "CARD_OUTDATED")).toMatchObject({
    status: 0,
  });
  const items = [`${name} # since 2025`, ...more].map((item) => `      - ${item}\n`).join("");
  expect(acme.read("catalog.yaml")).toBe(
    before
      .replace("      - CARD_EXPIRED # since 2025\n", items)
      .replace("CARD_REFUSED, CARD_EXPIRED,", `CARD_REFUSED, ${[name, ...more].join(", ")},`),
  );
  await expectNoProblems(acme);
});

test("rename refuses what generate refuses: a name outside of its file's range", async () => {
  const acme = copyAcme();
  const ranges = `ranges:\n  ${PAYMENTS}: { owner: "@acme/cards", names: [CARD_EXPIRED, CARD_REFUSED, CURRENCY_*, RATE_*, API_*] }\n  catalog/old.yaml: { owner: "@acme/old", names: [OLD_*] }\n`;
  acme.edit("catalog.yaml", "packages:\n", `${ranges}packages:\n`);
  const files = [...FILES, "catalog.yaml"];
  const before = files.map(acme.read);
  for (const more of [[], ["--dry-run"]])
    expect(await codegen(acme, "rename", "CARD_EXPIRED", "OLD_CARD", ...more)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("catalog/old.yaml"),
    });
  expect(files.map(acme.read)).toEqual(before);
});

test("rename retires an entry at the end of a file without a line break, whose texts are on one line", async () => {
  const acme = withReferences();
  const [first = "", ...others] = acme.read(PAYMENTS).split(/(?<=\n)(?= {2}- name)/);
  const entry = others.find((text) => text.includes("name: CARD_EXPIRED\n")) ?? "";
  const rest = [first, ...others.filter((text) => text !== entry)].join("");
  acme.write(PAYMENTS, rest + entry.trimEnd());
  expect(await codegen(acme, "record")).toMatchObject({ status: 0 });
  await codegen(acme, "rename", "CARD_EXPIRED", "CARD_OUTDATED", "--reason", "Dates.");
  const today = new Date().toISOString().slice(0, 10);
  expect(acme.read(PAYMENTS)).toBe(
    `${(rest + entry).replaceAll("CARD_EXPIRED", "CARD_OUTDATED")}
${entry.replace("    alike: [RATE_LIMITED]\n", "")}    retired:
      since: "${today}"
      reason: "Dates."
      replacedBy: CARD_OUTDATED
`,
  );
  const texts = textsOf(acme.read("locales/de.json"));
  expect(texts.CARD_OUTDATED).toEqual(texts.CARD_EXPIRED);
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
});

test("rename retires an entry whose dash is on a line of its own", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "  - name: CARD_EXPIRED\n", "  -\n    name: CARD_EXPIRED\n");
  expect(await codegen(acme, "record")).toMatchObject({ status: 0 });
  await codegen(acme, "rename", "CARD_EXPIRED", "CARD_OUTDATED");
  await expectNoProblems(acme);
});

test.each<[string, readonly string[], string]>([
  [
    "a name that no entry has",
    ["CARD_LOST", "CARD_GONE"],
    "CARD_LOST is not a name of the catalog",
  ],
  ["a name that is taken", ["CARD_EXPIRED", "CARD_REFUSED"], "CARD_REFUSED is another entry"],
  ["what is not a name", ["CARD_EXPIRED", "card-outdated"], "write CARD_OUTDATED"],
  ["what no name is near", ["CARD_EXPIRED", "3d-secure"], "write capital letters, with _ between"],
])("rename refuses %s and changes nothing", async (_, names, message) => {
  const acme = copyAcme();
  const before = acme.read(PAYMENTS);
  expect(await codegen(acme, "rename", ...names)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining(message),
  });
  expect(acme.read(PAYMENTS)).toBe(before);
});

test("rename lists the files that it changes alone, and gives a copied text lines of its own", async () => {
  const acme = copyAcme();
  await codegen(acme, "record");
  const { stdout } = await codegen(acme, "rename", "CARD_EXPIRED", "CARD_OUTDATED");
  const listed = stdout.match(/(?:catalog|locales)\S*\.(?:yaml|json)$/gm) ?? [];
  expect(listed.sort()).toEqual(FILES);
  expect(acme.read("locales/de.json")).toMatch(/^ {2}\},\n {2}"CARD_OUTDATED": \{$/m);
});

test("rename refuses to replace an entry that an editor saves meanwhile", async () => {
  const acme = copyAcme();
  let saved: readonly string[] = [];
  const edit = () => {
    acme.edit(PAYMENTS, "- name: CARD_EXPIRED\n", "- name: CARD_EXPIRED # by hand\n");
    saved = [acme.read(PAYMENTS), acme.read("locales/de.json")];
  };
  const rename = ["rename", "CARD_EXPIRED", "CARD_OUTDATED"];
  expect(await codegenMeanwhile(acme, rename, edit)).toMatchObject({
    status: 1,
    output: expect.stringContaining("was changed while this command ran"),
  });
  expect([acme.read(PAYMENTS), acme.read("locales/de.json")]).toEqual(saved);
});

test("rename --dry-run names the files and writes none", async () => {
  const acme = copyAcme();
  const before = acme.read(PAYMENTS);
  const { stdout } = await codegen(acme, "rename", "CARD_EXPIRED", "CARD_OUTDATED", "--dry-run");
  expect(stdout).toContain("payments.yaml");
  expect(stdout).toContain("Nothing was written");
  expect(acme.read(PAYMENTS)).toBe(before);
});

test.each(["is renamed", "is retired"])(
  "rename that was interrupted after any of its files can be run again, where the entry %s",
  async (what) => {
    const prepare = async () => {
      const acme = copyAcme();
      if (what === "is retired") await codegen(acme, "record");
      return acme;
    };
    const rename = (acme: Workspace) => codegen(acme, "rename", "CARD_EXPIRED", "CARD_OUTDATED");
    const whole = await prepare();
    const { stdout } = await rename(whole);
    const files = FILES.toSorted((a, b) => stdout.indexOf(a) - stdout.indexOf(b));
    expect(files.filter((file) => !stdout.includes(file))).toEqual([]);
    for (let written = 0; written < files.length; written++) {
      const acme = await prepare();
      for (const file of files.slice(0, written)) acme.write(file, whole.read(file));
      expect(await rename(acme), `after ${written} files`).toMatchObject({ status: 0 });
      expect(FILES.map(acme.read)).toEqual(FILES.map(whole.read));
    }
  },
);

const FILES = [PAYMENTS, "locales/de.json", "locales/pt-BR.json"];
