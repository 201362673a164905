import { rmSync } from "node:fs";
import { join } from "node:path";
import {
  compare,
  type Entry,
  type Locale,
  type Snapshot,
  snapshotOf,
} from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { emitFile, tinyCatalog } from "../emit/tiny-catalog.js";
import { codegen } from "../run.js";
import { PAYMENTS } from "../test-faults.js";
import { changesOf, type EditCase, loadCatalog, replace } from "./edits.js";

test.each<EditCase>([
  [
    "a changed text of a locale",
    replace("Zu viele Anfragen.", "Viel zu viele.", "locales/de.json"),
    ["patch RATE_LIMITED.locales.de (text-changed)"],
  ],
  [
    "a changed status of a text",
    replace('"translated"', '"final"', "locales/pt-BR.json"),
    ["patch CARD_EXPIRED.locales.pt-BR (text-changed)"],
  ],
  [
    "a removed text of a locale, whose key message libraries have",
    (acme) => {
      const { CARD_REFUSED, ...others } = JSON.parse(acme.read("locales/de.json"));
      const { paramless: _, ...texts } = CARD_REFUSED;
      acme.write("locales/de.json", JSON.stringify({ ...others, CARD_REFUSED: texts }));
    },
    ["major CARD_REFUSED.locales.de (text-removed)"],
  ],
  [
    "a new locale",
    (acme) => acme.write("locales/fr.json", "{}"),
    ["minor *.locales.fr (export-added)"],
  ],
  [
    "a removed locale",
    (acme) => {
      rmSync(join(acme.catalog, "locales/pt-BR.json"));
      acme.edit("catalog.yaml", "localeAliases:\n  pt: pt-BR\n", "");
    },
    ["major *.localeAliases.pt (export-removed)", "major *.locales.pt-BR (export-removed)"],
  ],
  [
    "a new alias of a locale",
    replace("pt: pt-BR", "pt: pt-BR\n  pt-PT: pt-BR", "catalog.yaml"),
    ["minor *.localeAliases.pt-PT (export-added)"],
  ],
  [
    "a locale in place of an alias",
    (acme) => {
      acme.edit("catalog.yaml", "localeAliases:\n  pt: pt-BR\n", "");
      acme.write("locales/pt.json", "{}");
    },
    ["minor *.locales.pt (export-added)"],
  ],
  [
    "a change in how responses are read",
    replace("numericCodes: false", "numericCodes: true", "catalog.yaml"),
    ["major *.wire.numericCodes (contract-changed)"],
  ],
  [
    "a changed id of the catalog",
    replace("id: acme-errors", "id: acme-payments", "catalog.yaml"),
    ["major *.id (contract-changed)"],
  ],
  [
    "a changed title",
    replace("title: Acme payments", "title: Acme", "catalog.yaml"),
    ["patch *.title (text-changed)"],
  ],
  [
    "a new category",
    replace(
      "  traffic:",
      "  refund: { status: 409, description: Refunds. }\n  traffic:",
      "catalog.yaml",
    ),
    ["minor *.Category (value-added)"],
  ],
  [
    "a removed category",
    (acme) => {
      acme.write("catalog.yaml", acme.read("catalog.yaml").replace(/^ {2}traffic: .*\n/m, ""));
      acme.write(PAYMENTS, acme.read(PAYMENTS).replaceAll("category: traffic", "category: card"));
    },
    [
      "major RATE_LIMITED.category (identity-changed)",
      "major API_ERROR.category (identity-changed)",
      "major *.Category (value-removed)",
    ],
  ],
  [
    "a changed description of a category",
    replace("Cards and payments.", "Cards.", "catalog.yaml"),
    ["patch *.Category.card (text-changed)"],
  ],
  [
    "a changed status of a category",
    replace("status: 429", "status: 503", "catalog.yaml"),
    ["major *.categories.traffic.status (contract-changed)"],
  ],
  [
    "a changed name of a package",
    replace("@acme/errors", "@acme/payment-errors", "catalog.yaml"),
    ["major *.packages.validator.name (contract-changed)"],
  ],
  [
    "nothing in an added package",
    replace(
      "packages:\n",
      "packages:\n  cli: { name: acme, folder: ../out/cli }\n",
      "catalog.yaml",
    ),
    [],
  ],
  [
    "nothing in a default of the wire that is left out",
    replace("  success: []\n", "", "catalog.yaml"),
    [],
  ],
  [
    "a changed name of the error class",
    replace("AcmePaymentError", "AcmeError", "catalog.yaml"),
    ["major *.errorClass (contract-changed)"],
  ],
  [
    "a changed comment in the wire schema",
    replace('"$defs"', '"$comment": "New", "$defs"', "wire.schema.json"),
    ["patch *.wire.schema.json (text-changed)"],
  ],
  [
    "a changed shape of bodies",
    replace('"required": ["code"]', '"required": []', "wire.schema.json"),
    ["major *.wire.schema.json (contract-changed)"],
  ],
])("comparing catalogs finds %s", async (_, edit, changes) => {
  expect(await changesOf(edit)).toEqual(changes);
});

test.each([
  ["the folder of a package", "folder: ../out/types", "folder: ../lib/types"],
  ["the list of tables", "table: errors.md", "table: [errors.md]"],
  ["the table", "table: errors.md\n", ""],
  ["nameEndings", "runtime: true", "runtime: true\nnameEndings: [REFUSED]"],
  ["generateCommand", "runtime: true", "runtime: true\ngenerateCommand: make"],
  ["emitters", "runtime: true", "runtime: true\nemitters: [python.js]"],
  ["runtime", "runtime: true", "runtime: false"],
])("comparing catalogs ignores %s, which concerns only editors", async (_, from, to) => {
  expect(await changesOf(replace(from, to, "catalog.yaml"))).toEqual([]);
});

test.each(["code", "message", "batchCode", "batchMessage"])(
  "comparing catalogs finds another order of the paths of %s, of which the first counts",
  (member) => {
    const { manifest } = tinyCatalog();
    const snapshot = (...paths: readonly string[]): Snapshot => {
      const wire = { ...manifest.wire, batch: "result", [member]: paths };
      return { entries: [], manifest: { ...manifest, wire } };
    };
    expect(compare(snapshot("sub", "code"), snapshot("code", "sub"))).toEqual([
      {
        name: "*",
        code: "",
        field: `wire.${member}`,
        before: ["sub", "code"],
        after: ["code", "sub"],
        kind: "contract-changed",
      },
    ]);
    expect(compare(snapshot("sub", "code"), snapshot("sub", "code"))).toEqual([]);
  },
);

test("comparing catalogs tells what a status means from where that is said", () => {
  const { manifest } = tinyCatalog();
  const snapshot = (fact: object, line: number): Snapshot => {
    const statuses = { 429: { sources: [{ document: "errors.md", line }], ...fact } };
    return { entries: [], manifest: { ...manifest, wire: { ...manifest.wire, statuses } } };
  };
  const changed = (before: object, after: object, line = 1) =>
    compare(snapshot(before, 1), snapshot(after, line)).map(({ field, kind }) => [field, kind]);
  const minute = { retry: "after-delay", delay: "PT1M" };
  expect(changed(minute, minute)).toEqual([]);
  expect(changed(minute, minute, 2)).toEqual([["wire.statuses.429.sources", "text-changed"]]);
  const without = { entries: [], manifest };
  expect(compare(without, snapshot(minute, 1)).map(({ field }) => field)).toEqual([
    "wire.statuses.429",
  ]);
  const kinds = [{ retry: "never" }, { delay: "PT2M" }, { delay: "PT30S" }, { delay: "PT60S" }].map(
    (other) => changed(minute, { ...minute, ...other }),
  );
  expect(kinds).toEqual(
    ["contract-changed", "judgment-tightened", "judgment-relaxed", "text-changed"].map((kind) => [
      ["wire.statuses.429", kind],
    ]),
  );
});

/** The kinds of changes between two schemas of the bodies, or two OpenAPI documents. */
function kindsOf(before: object, after: object, part: "wireSchema" | "openapi" = "wireSchema") {
  const snapshot = (schema: object): Snapshot => ({ entries: [], [part]: { anyOf: [schema] } });
  return compare(snapshot(before), snapshot(after)).map(({ kind }) => kind);
}

test("comparing catalogs tells what bodies are from the texts of their schema, in lists too", () => {
  expect(kindsOf({ description: "a" }, { description: "b" })).toEqual(["text-changed"]);
  expect(kindsOf({ examples: [1] }, { examples: [{ a: 2 }] })).toEqual(["text-changed"]);
  expect(kindsOf({ summary: "a" }, { summary: "b" })).toEqual(["text-changed"]);
  const [one, other] = [{ required: ["a", "b"] }, { required: ["b", "a"], description: "b" }];
  expect(kindsOf(one, other)).toEqual(["text-changed"]);
  expect(kindsOf({ default: null }, { default: 1 })).toEqual(["contract-changed"]);
});

test.each(["description", "example", "title"])(
  "comparing catalogs finds a property of a body that is called %s",
  (name) => {
    const property = (schema: unknown) => ({ properties: { [name]: schema } });
    const [one, other] = [property({ type: "string" }), property({ type: "number" })];
    expect(kindsOf(one, other)).toEqual(["contract-changed"]);
    expect(kindsOf(one, other, "openapi")).toEqual(["contract-changed"]);
    expect(kindsOf(one, property(true))).toEqual(["contract-changed"]);
  },
);

test("comparing catalogs finds another title of a body, which is the name of its type", async () => {
  const { wireSchema } = tinyCatalog();
  const renamed = tinyCatalog({ wireSchema: { ...wireSchema, title: "AnyBody" } });
  const bodies = await Promise.all(
    [tinyCatalog(), renamed].map((catalog) =>
      emitFile("../types/src/generated/bodies.ts", catalog),
    ),
  );
  expect(bodies.map((text) => text.includes("ResponseBody"))).toEqual([true, false]);
  expect(compare(snapshotOf(tinyCatalog()), snapshotOf(renamed))).toMatchObject([
    { field: "wire.schema.json", kind: "contract-changed" },
  ]);
  expect(kindsOf({ title: "a" }, { title: "b" }, "openapi")).toEqual(["text-changed"]);
});

test("comparing catalogs finds that openapi.yaml, whose types can be imported, comes or goes", () => {
  const snapshot = (openapi?: object) =>
    snapshotOf(tinyCatalog(openapi && { openapi: { openapi: "3.1.0", ...openapi } }));
  const [none, one] = [snapshot(), snapshot({})];
  const change = { name: "*", field: "openapi" };
  expect(compare(none, one)).toMatchObject([{ ...change, kind: "export-added" }]);
  expect(compare(one, none)).toMatchObject([{ ...change, kind: "export-removed" }]);
  const [first, second] = ["1", "2"].map((version) => snapshot({ info: { version } }));
  expect(compare(first as Snapshot, second as Snapshot)).toMatchObject([
    { field: "openapi.yaml", kind: "text-changed" },
  ]);
});

test("comparing catalogs tells a component that openapi.yaml gets from one that it loses", () => {
  const snapshot = (components: unknown) => ({ entries: [], openapi: { components } });
  const [A, B] = [{ type: "string" }, { type: "number" }];
  const kinds = (before: unknown, after: unknown) =>
    compare(snapshot(before), snapshot(after)).map(({ kind }) => kind);
  for (const none of [undefined, null, {}, { schemas: null }]) {
    expect(kinds(none, { schemas: { A } })).toEqual(["export-added"]);
    expect(kinds({ schemas: { A } }, none)).toEqual(["contract-changed"]);
  }
  expect(kinds({ schemas: { A } }, { schemas: { A, B }, responses: { B } })).toEqual([
    "export-added",
  ]);
  expect(kinds({ schemas: { A, B } }, { schemas: { A } })).toEqual(["contract-changed"]);
  expect(kinds({ schemas: { A } }, { schemas: { A: B } })).toEqual(["contract-changed"]);
});

test("comparing catalogs finds that a locale has texts for developers, or none any more", () => {
  const [de, en] = tinyCatalog().locales as [Locale, Locale];
  const { developer: _, ...others } = en;
  const [one, other] = [tinyCatalog(), tinyCatalog({ locales: [de, others] })].map(snapshotOf);
  const kinds = (before: Snapshot, after: Snapshot) =>
    compare(before, after).map(({ name, field, kind }) => `${name}.${field} ${kind}`);
  const text = "SERVER_BUSY.locales.en text-changed";
  expect(kinds(one as Snapshot, other as Snapshot)).toEqual([
    "*.developer.en export-removed",
    text,
  ]);
  expect(kinds(other as Snapshot, one as Snapshot)).toEqual(["*.developer.en export-added", text]);
});

test("what only one of two catalogs has is not compared", async () => {
  const catalog = snapshotOf(await loadCatalog(copyAcme()));
  const { entries } = catalog;
  expect([compare(catalog, { entries }), compare({ entries }, catalog)]).toEqual([[], []]);
});

test("a released.json without vocabularies is not compared by vocabulary", async () => {
  const acme = copyAcme();
  expect(await codegen(acme, "record")).toMatchObject({ status: 0 });
  const { vocabularies, ...older } = JSON.parse(acme.read("released.json"));
  expect(vocabularies.Outcome).toMatchObject({ unknown: "It may have been executed." });
  acme.write("released.json", JSON.stringify(older));
  expect((await codegen(acme, "diff")).stdout).toContain("No changes since");
});

test("the texts of an entry that was added, renamed or removed are not reported separately", async () => {
  const { entries, ...rest } = snapshotOf(await loadCatalog(copyAcme()));
  const text = { message: "a", description: "", status: "final" } as const;
  const others = entries.filter(({ name }) => name !== "API_ERROR");
  const [entry] = entries.filter(({ name }) => name === "API_ERROR") as [Entry];
  const snapshot = (all: readonly Entry[], de: Record<string, typeof text>) => ({
    ...rest,
    entries: all,
    locales: { de },
  });
  const without = snapshot(others, {});
  const withIt = snapshot(entries, { API_ERROR: text });
  const renamed = snapshot([...others, { ...entry, name: "SOME_ERROR" }], { SOME_ERROR: text });
  const fields = (before: Snapshot, after: Snapshot) =>
    compare(before, after).map(({ name, field }) => `${name}.${field}`);
  expect(fields(without, withIt)).toEqual(["API_ERROR.entry"]);
  expect(fields(withIt, without)).toEqual(["API_ERROR.entry"]);
  expect(fields(withIt, renamed)).toEqual(["SOME_ERROR.name"]);
  expect(fields(snapshot(entries, {}), withIt)).toEqual(["API_ERROR.locales.de"]);
});
