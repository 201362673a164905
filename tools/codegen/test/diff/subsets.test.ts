import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bumpOf, compare, type Entry, lint, snapshotOf } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme, type Workspace } from "../acme.js";
import { git } from "../git.js";
import { addInternal } from "../internal-entry.js";
import { codegen } from "../run.js";
import { PAYMENTS, printErrors } from "../test-faults.js";
import { changesBetween, loadCatalog, REFUND } from "./edits.js";

const SUBSETS = `subsets:
  cards: { description: Cards., names: [CARD_EXPIRED, CARD_REFUSED] }
  ours: { description: Ours., names: ["CARD_*"], folder: ../ours }
errorClass:`;

type Edit = (acme: Workspace) => void;

const edit =
  (from: string, to: string, file = "catalog.yaml"): Edit =>
  (acme) =>
    acme.edit(file, from, to);

/** The changes that an edit makes in a catalog that has subsets, each in one line. */
async function changesOf(change: Edit): Promise<readonly string[]> {
  const acme = copyAcme();
  acme.edit("catalog.yaml", "errorClass:", SUBSETS);
  return changesBetween(acme, change);
}

test.each<[name: string, change: Edit, changes: readonly string[]]>([
  [
    "an entry that leaves a subset",
    edit("[CARD_EXPIRED, CARD_REFUSED]", "[CARD_EXPIRED]"),
    ["major CARD_REFUSED.subsets.cards (subset-narrowed)"],
  ],
  [
    "an entry that enters a subset",
    edit("[CARD_EXPIRED, CARD_REFUSED]", "[CARD_EXPIRED, CARD_REFUSED, API_ERROR]"),
    ["minor API_ERROR.subsets.cards (subset-widened)"],
  ],
  [
    "a removed subset",
    edit("  cards: { description: Cards., names: [CARD_EXPIRED, CARD_REFUSED] }\n", ""),
    ["major *.subsets.cards (subset-narrowed)"],
  ],
  [
    "an added subset, named like a member of every object",
    edit("  cards:", "  constructor: { description: All. }\n  cards:"),
    ["minor *.subsets.constructor (subset-widened)"],
  ],
  [
    "another description of a subset",
    edit("Cards.", "All cards."),
    ["patch *.subsets.cards.description (text-changed)"],
  ],
  [
    "a subset that leaves the packages for a folder",
    edit("CARD_REFUSED] }", "CARD_REFUSED], folder: ../cards }"),
    ["major *.subsets.cards.folder (contract-changed)"],
  ],
  [
    "a subset that leaves the packages for a folder, with another description",
    edit(
      "Cards., names: [CARD_EXPIRED, CARD_REFUSED] }",
      "All cards., names: [CARD_EXPIRED, CARD_REFUSED], folder: ../cards }",
    ),
    [
      "major *.subsets.cards.folder (contract-changed)",
      "patch *.subsets.cards.description (text-changed)",
    ],
  ],
  [
    "a subset that gets internal entries, and leaves the packages for it",
    edit("CARD_REFUSED] }", "CARD_REFUSED], folder: ../cards, audience: internal }"),
    ["major *.subsets.cards.folder (contract-changed)"],
  ],
  [
    "a subset that enters the packages",
    edit(", folder: ../ours", ""),
    ["minor *.subsets.ours.folder (subset-widened)"],
  ],
  [
    "an added entry of a subset, which is one change",
    (acme) => acme.write(PAYMENTS, acme.read(PAYMENTS) + REFUND.replace("REFUND_", "CARD_NOT_")),
    ["minor CARD_NOT_REFUSED.entry (entry-added)"],
  ],
  ["another folder of a subset", edit("../ours", "../theirs"), []],
  [
    "a tag, and entries that have it by rule",
    edit("subsets:", "tags: { cards: { description: Cards., codes: [api_error] } }\nsubsets:"),
    ["patch API_ERROR.tags (text-changed)", "patch *.tags.cards (text-changed)"],
  ],
  [
    "an entry that becomes internal, which does not change its subsets too",
    edit("name: CARD_EXPIRED", "name: CARD_EXPIRED\n    audience: internal", PAYMENTS),
    ["major CARD_EXPIRED.audience (entry-hidden)"],
  ],
  [
    "an added internal entry, with its texts",
    addInternalAlone,
    ["none QUAGGA_NAME.entry (internal-changed)"],
  ],
])("compare finds %s", async (_, change, changes) => {
  expect(await changesOf(change)).toEqual(changes);
});

function addInternalAlone(acme: Workspace): void {
  const before = acme.read(PAYMENTS);
  addInternal(acme);
  const added = acme.read(PAYMENTS);
  acme.write(PAYMENTS, before + added.slice(added.indexOf("  - name: QUAGGA_NAME")));
}

test("an entry that is no longer internal is a new one for users of what is published", async () => {
  const acme = copyAcme();
  const own = "name: CARD_EXPIRED\n    audience: internal";
  acme.edit(PAYMENTS, "name: CARD_EXPIRED", own);
  expect(await changesBetween(acme, edit(own, "name: CARD_EXPIRED", PAYMENTS))).toEqual([
    "minor CARD_EXPIRED.audience (entry-published)",
  ]);
});

test("a code becomes ambiguous by an internal entry too, whose name users are not told", async () => {
  const acme = copyAcme();
  await codegen(acme, "record");
  acme.write("evidence/inside.md", "api_error Refused\n");
  const entry = REFUND.replace("errors.md", "inside.md").replace(
    "code: refund_refused",
    "code: api_error\n    audience: internal",
  );
  acme.write(PAYMENTS, acme.read(PAYMENTS) + entry);
  const { bump, changes } = JSON.parse((await codegen(acme, "diff", "--format", "json")).stdout);
  expect(bump).toBe("minor");
  expect(changes).toMatchObject([
    { name: "API_ERROR", after: ["API_ERROR"], kind: "code-shared" },
    { name: "REFUND_REFUSED", kind: "internal-changed" },
  ]);
  const { stdout } = await codegen(acme, "diff");
  expect(stdout).toContain("API_ERROR (api_error): shares it with an error that is not published");
});

test("changes of an internal entry and of a subset for the inside require no release", async () => {
  const acme = copyAcme();
  addInternal(acme);
  acme.edit(
    "catalog.yaml",
    "errorClass:",
    "subsets: { inside: { description: All., audience: internal, folder: ../inside } }\nerrorClass:",
  );
  const changes = await changesBetween(acme, (workspace) => {
    workspace.edit(PAYMENTS, "code: quagga_code", "code: other_code");
    workspace.edit("locales/de.json", "Quagga title", "Quagga heading");
    workspace.edit("catalog.yaml", "description: All.", "description: Everything.");
  });
  expect(changes).toEqual([
    "none *.subsets.inside.description (internal-changed)",
    "none QUAGGA_NAME.code (internal-changed)",
    "none QUAGGA_NAME.locales.de (internal-changed)",
  ]);
});

test("a changeset has nothing of internal entries, which diff reports", async () => {
  const acme = copyAcme();
  addInternal(acme);
  git(acme, "init", "-q");
  mkdirSync(join(acme.root, ".changeset"));
  acme.write(
    "package.json",
    '{ "name": "@acme/catalog", "version": "1.0.0", "files": ["generated"] }',
  );
  expect(await codegen(acme, "record")).toMatchObject({ status: 0 });
  acme.edit(PAYMENTS, "retry: after-fix\n    audience", "retry: never\n    audience");
  const none = await codegen(acme, "diff", "--changeset");
  expect(none.stdout).toContain("require no release");
  expect(none.stdout).toContain("QUAGGA_NAME");
  expect(none.stderr).toContain("no changeset is needed");
  acme.edit(PAYMENTS, "Something went wrong", "Something went badly wrong");
  acme.edit("evidence/errors.md", "Something went wrong      ", "Something went badly wrong");
  expect(await codegen(acme, "diff", "--changeset")).toMatchObject({ status: 0 });
  const changeset = readFileSync(join(acme.root, ".changeset/catalog.md"), "utf8");
  expect(changeset).toContain("API_ERROR");
  expect(changeset).not.toMatch(/quagga/i);
});

test("a released entry that becomes internal is reported as a removal, and an internal one may go", async () => {
  const acme = copyAcme();
  const own = "name: CARD_EXPIRED\n    audience: internal";
  acme.edit(PAYMENTS, "name: CARD_EXPIRED", own);
  const { entries, ...rest } = snapshotOf(await loadCatalog(acme));
  acme.write("released.json", JSON.stringify({ ...rest, entries }));
  acme.edit(PAYMENTS, "name: RATE_LIMITED", "name: RATE_LIMITED\n    audience: internal");
  expect(await printErrors(acme.catalog)).toEqual([
    "released: RATE_LIMITED was released but is internal now | for its users that is a removal: retire it with a sunset first, or add it to retirement.exceptions in catalog.yaml @ released.json: 1:1",
  ]);
  const without = entries.filter(({ name }: Entry) => name !== "RATE_LIMITED");
  const gone = { ...without[0], name: "GONE", code: "gone", audience: "internal" } as Entry;
  acme.write("released.json", JSON.stringify({ ...rest, entries: [...without, gone] }));
  expect(await printErrors(acme.catalog)).toEqual([]);
});

test("a catalog that was generated knows no internal entry, and none is reported", async () => {
  const acme = copyAcme();
  addInternal(acme);
  const { catalog } = await lint(acme.catalog);
  if (catalog === undefined) throw new Error("the catalog is malformed");
  expect(await codegen(acme, "generate")).toMatchObject({ status: 0 });
  const before = JSON.parse(acme.read("generated/catalog.json"));
  const changes = compare(before, snapshotOf(catalog));
  expect(changes.map(({ name }) => name)).toEqual(["API_ERROR", "API_ERROR"]);
  expect(bumpOf(changes)).toBe("patch");
});
