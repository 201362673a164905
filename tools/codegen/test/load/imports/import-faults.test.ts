import { cpSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { generate, lint } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import type { Workspace } from "../../acme.js";
import { errorsOf } from "../single-edits.js";
import {
  COMMON,
  commonCatalog,
  commonEntry,
  ENTRIES,
  importingAcme,
  installCopy,
  PACKAGE,
  PUBLISHED,
  type Published,
  TEXTS,
} from "./common.js";

/** The errors of a catalog on one line each: `file:line:column message | hint`. */
async function faultsOf(acme: Workspace): Promise<readonly string[]> {
  return (await errorsOf(acme)).map(
    ({ location: { file, line, column }, message, hint }) =>
      `${file}:${line}:${column} ${message} | ${hint}`,
  );
}

const LIST =
  "the package of a catalog exports ./catalog.json and ./locales/*.json; in a workspace, generate that catalog first";
const GENERATED = "codegen generates these files: install the package again, or ask its owner";

test.each<[name: string, published: Published, fault: string]>([
  [
    "is not a catalog",
    { "package.json": { name: COMMON, version: "1.0.0" } },
    `catalog.yaml:15:14 ${COMMON} is not an error catalog: it has no catalog.json of codegen's | ${LIST}`,
  ],
  [
    "keeps its catalog to itself",
    { ...PUBLISHED, "package.json": { ...PACKAGE, exports: {} } },
    `catalog.yaml:15:14 ${COMMON} is not an error catalog: it has no catalog.json of codegen's | ${LIST}`,
  ],
  [
    "has another catalog.json",
    { ...PUBLISHED, "generated/catalog.json": { books: [] } },
    `catalog.yaml:15:14 ${COMMON} is not an error catalog: it has no catalog.json of codegen's | ${LIST}`,
  ],
  [
    "has a catalog of a newer format",
    { ...PUBLISHED, "generated/catalog.json": commonCatalog(ENTRIES, { format: 2 }) },
    `catalog.yaml:15:14 the catalog of ${COMMON} has format 2, and this codegen reads format 1 | install a newer version of codegen`,
  ],
  [
    "has a catalog from before there were formats",
    { ...PUBLISHED, "generated/catalog.json": commonCatalog(ENTRIES, { format: undefined }) },
    `catalog.yaml:15:14 the catalog of ${COMMON} has format 0, and this codegen reads format 1 | install a newer version of ${COMMON}, or ask its owner to generate it again`,
  ],
  [
    "has a catalog that is cut off",
    { ...PUBLISHED, "generated/catalog.json": '{ "entries": [' },
    `catalog.yaml:15:14 the catalog of ${COMMON} cannot be read: generated/catalog.json:1:15 not valid JSON: close bracket expected | ${GENERATED}`,
  ],
  [
    "has a malformed entry",
    {
      ...PUBLISHED,
      "generated/catalog.json": commonCatalog([commonEntry("TENANT_LOCKED", "1", { code: 1 })]),
    },
    `catalog.yaml:15:14 the catalog of ${COMMON} cannot be read: generated/catalog.json:1:222 "code" must be a string (it is 1) | ${GENERATED}`,
  ],
  [
    "has a name twice",
    {
      ...PUBLISHED,
      "generated/catalog.json": commonCatalog([
        commonEntry("TENANT_LOCKED", "1"),
        commonEntry("TENANT_LOCKED", "2"),
      ]),
    },
    `catalog.yaml:15:14 the catalog of ${COMMON} cannot be read: duplicate name TENANT_LOCKED | ${GENERATED}`,
  ],
  [
    "has malformed texts",
    { ...PUBLISHED, "locales/de.json": { TENANT_LOCKED: { title: 7 } } },
    `catalog.yaml:15:14 the catalog of ${COMMON} cannot be read: locales/de.json:1:18 the field "message" is missing | ${GENERATED}`,
  ],
  [
    "is this catalog itself",
    { ...PUBLISHED, "generated/catalog.json": commonCatalog(ENTRIES, { id: "acme-errors" }) },
    `catalog.yaml:15:14 ${COMMON} is the catalog acme-errors, as this one is | a catalog does not import itself`,
  ],
])("a package that %s is reported at the line that imports it", async (_, published, fault) => {
  expect(await faultsOf(importingAcme([{ package: COMMON }], published))).toEqual([fault]);
});

test.each<[members: object, fault: string]>([
  [{ id: undefined }, 'the field "id" is missing'],
  [{ categories: undefined }, 'the field "categories" is missing'],
  [{ categories: { traffic: { status: 429 } } }, 'the field "description" is missing'],
  [{ imports: [{ package: "other" }] }, 'the field "names" is missing'],
  [{ sharedCodes: "1" }, '"sharedCodes" must be an array (it is "1")'],
  [{ entries: [{}] }, 'the field "name" is missing'],
])("a catalog.json with %j cannot be read", async (members, fault) => {
  const catalog = commonCatalog(ENTRIES, members);
  const published = { ...PUBLISHED, "generated/catalog.json": catalog };
  const [found, ...others] = await faultsOf(importingAcme([{ package: COMMON }], published));
  expect(found).toContain(`the catalog of ${COMMON} cannot be read: generated/catalog.json:1:`);
  expect(found).toContain(`${fault} | ${GENERATED}`);
  expect(others).toEqual([]);
});

test("a package that is not installed is reported with the command that installs it", async () => {
  const acme = importingAcme([{ package: "@acme/erorrs-common" }]);
  expect(await faultsOf(acme)).toEqual([
    "catalog.yaml:15:14 the package @acme/erorrs-common is not installed | install it where the catalog is: npm install --save-dev @acme/erorrs-common, or the same with pnpm or Yarn",
  ]);
});

test.each(["../common", "/etc", "./x", "@acme/errors-common/generated", "file:x", "node:fs"])(
  "%s is not the name of a package",
  async (name) => {
    const [fault] = await faultsOf(importingAcme([{ package: name }]));
    expect(fault).toContain(`catalog.yaml:15:14 "package" must be the name of an npm package`);
  },
);

test.each([
  ["a folder", {}],
  ["another package", { "../secret/package.json": { name: "secret" } }],
])(
  "a file that a link leads to in %s is not read, and none of its lines are shown",
  async (_, other) => {
    const acme = importingAcme([{ package: COMMON }], {
      ...PUBLISHED,
      "generated/catalog.json": "",
      "../secret/passwords.json": commonCatalog(ENTRIES, { id: "hunter2" }),
      ...other,
    });
    symlinkSync(join(acme.root, "secret/passwords.json"), join(acme.root, "common/generated.json"));
    const exports = { "./catalog.json": "./generated.json" };
    acme.write("../common/package.json", JSON.stringify({ ...PACKAGE, exports }));
    const { problems } = await lint(acme.catalog);
    expect(JSON.stringify(problems)).not.toContain("hunter2");
    expect(problems.map(({ message }) => message)).toContain(
      `${COMMON} is not an error catalog: it has no catalog.json of codegen's`,
    );
  },
);

test("a catalog that is imported twice is reported at its second line", async () => {
  const acme = importingAcme([{ package: COMMON }, { package: "copy" }]);
  installCopy(acme, join(acme.root, "common"), "copy");
  expect(await faultsOf(acme)).toEqual([
    `catalog.yaml:16:14 copy is the catalog common-errors, which is imported already | list all names in the import of ${COMMON}`,
  ]);
});

const OTHERS = commonCatalog(
  [
    ...ENTRIES,
    commonEntry("DONE", "ok", { kind: "success", httpStatus: 200, ...withoutJudgment() }),
    commonEntry("BASE_ERROR", "base"),
    commonEntry("TENANT_MOVED", "moved"),
    commonEntry("TENANT_CLOSED", "moved"),
  ],
  { imports: [{ package: "@acme/base", version: "1.0.0", names: ["BASE_ERROR"] }] },
);

function withoutJudgment(): object {
  return { category: undefined, fault: undefined, outcome: undefined, retry: undefined };
}

test.each<[what: string, name: string, fault: string]>([
  [
    "that the package does not have",
    "TENANT_UNKOWN",
    `${COMMON} has no error TENANT_UNKOWN | did you mean "TENANT_UNKNOWN"?`,
  ],
  [
    "that is like no other",
    "WEATHER",
    `${COMMON} has no error WEATHER | it has 4 errors; see its catalog.json`,
  ],
  [
    "of what means success",
    "DONE",
    `DONE of ${COMMON} is not an error but the success row | remove it: what means success is in wire.success of this catalog`,
  ],
  [
    "that the package imports itself",
    "BASE_ERROR",
    `${COMMON} imports BASE_ERROR from @acme/base itself, and does not pass it on | import it from @acme/base`,
  ],
  [
    "without another one of the same code",
    "TENANT_MOVED",
    'TENANT_MOVED has the code "moved", which TENANT_CLOSED has too: only a text tells them apart | add TENANT_CLOSED to names: a code is imported whole',
  ],
])("a name %s is reported at its place", async (_, name, fault) => {
  const imports = [{ package: COMMON, names: ["TENANT_UNKNOWN", name] }];
  const acme = importingAcme(imports, { ...PUBLISHED, "generated/catalog.json": OTHERS });
  expect(await faultsOf(acme)).toEqual([`catalog.yaml:18:9 ${fault}`]);
});

test.each<[what: string, entry: object, faults: readonly string[]]>([
  [
    "a name",
    commonEntry("RATE_LIMITED", "slow"),
    [
      `catalog/payments.yaml:40:11 this catalog, acme-errors, and ${COMMON} both have an entry named RATE_LIMITED | choose another name here, or import names without RATE_LIMITED`,
    ],
  ],
  [
    "a code",
    commonEntry("TOO_FAST", "rate_limited"),
    [
      `catalog/payments.yaml:41:11 RATE_LIMITED of this catalog, acme-errors, and TOO_FAST of ${COMMON} have the same code, "rate_limited" | choose another code here, or import names without TOO_FAST`,
    ],
  ],
  [
    "a code, as an alias,",
    commonEntry("TOO_FAST", "slow", {
      aliases: [{ code: "rate_limited", sources: [{ document: "common.md", line: 9 }] }],
    }),
    [
      `catalog/payments.yaml:41:11 RATE_LIMITED of this catalog, acme-errors, and TOO_FAST of ${COMMON} have the same code, "rate_limited" | choose another code here, or import names without TOO_FAST`,
    ],
  ],
  [
    "name and code",
    commonEntry("RATE_LIMITED", "rate_limited"),
    [
      `catalog/payments.yaml:40:11 this catalog, acme-errors, and ${COMMON} both have an entry named RATE_LIMITED | if both are the same error, remove it here, with its texts; otherwise import names without RATE_LIMITED`,
    ],
  ],
])("%s that an entry of the catalog has too is reported there", async (_, entry, faults) => {
  const catalog = commonCatalog([entry]);
  const acme = importingAcme(undefined, { ...PUBLISHED, "generated/catalog.json": catalog });
  expect(await faultsOf(acme)).toEqual(faults);
});

/** A workspace with a second package, whose catalog has one entry. */
function importingTwo(entry: object): Workspace {
  const acme = importingAcme([{ package: COMMON }, { package: "@acme/base" }]);
  acme.write("../base/package.json", JSON.stringify({ ...PACKAGE, name: "@acme/base" }));
  const catalog = commonCatalog([entry], { id: "base-errors" });
  acme.write("../base/generated/catalog.json", JSON.stringify(catalog));
  installCopy(acme, join(acme.root, "base"), "@acme/base");
  rmSync(join(acme.root, "base"), { recursive: true });
  return acme;
}

test("two packages with the same name or code are reported at the second import", async () => {
  expect(await faultsOf(importingTwo(commonEntry("TENANT_LOCKED", "locked")))).toEqual([
    `catalog.yaml:16:14 @acme/base and ${COMMON} both have an entry named TENANT_LOCKED | leave one of them out of names, or ask the owner of one for another name`,
  ]);
  expect(await faultsOf(importingTwo(commonEntry("LOCKED", "tenant_locked")))).toEqual([
    `catalog.yaml:16:14 LOCKED of @acme/base and TENANT_LOCKED of ${COMMON} have the same code, "tenant_locked" | leave one of them out of names, or ask the owner of one for another code`,
  ]);
});

test("codes that are the same number clash where codes may be numbers, and not otherwise", async () => {
  const published = {
    ...PUBLISHED,
    "generated/catalog.json": commonCatalog([commonEntry("TENANT_LOCKED", "007")]),
  };
  const numbered = () => {
    const acme = importingAcme(undefined, published);
    acme.edit("catalog/payments.yaml", "code: rate_limited", 'code: "7"');
    acme.write("evidence/errors.md", acme.read("evidence/errors.md").replace("rate_limited", "7"));
    return acme;
  };
  expect(await faultsOf(numbered())).toEqual([]);
  const acme = numbered();
  acme.edit("catalog.yaml", "numericCodes: false", "numericCodes: true");
  acme.edit("wire.schema.json", '"type": "string"', '"type": ["string", "integer"]');
  expect(await faultsOf(acme)).toEqual([
    `catalog/payments.yaml:41:11 RATE_LIMITED of this catalog, acme-errors, and TENANT_LOCKED of ${COMMON} have the codes "7" and "007", which are the same number | choose another code here, or import names without TENANT_LOCKED`,
  ]);
});

test("a code that means success here is reported", async () => {
  const acme = importingAcme();
  acme.edit("catalog.yaml", "success: []", "success: [tenant_locked]");
  expect(await faultsOf(acme)).toContainEqual(
    `catalog.yaml:15:14 the code "tenant_locked" of TENANT_LOCKED, imported from ${COMMON}, means success here: it is listed in wire.success | import names without TENANT_LOCKED, or remove the code from wire.success in catalog.yaml`,
  );
});

test("a body that the catalog's own schema rejects is reported at the import", async () => {
  const acme = importingAcme();
  acme.edit("wire.schema.json", '"type": "string"', '"type": "string", "pattern": "^[^t]"');
  expect(await faultsOf(acme)).toContainEqual(
    expect.stringMatching(/^catalog\.yaml:15:14 ErrorBody in wire\.schema\.json rejects .*tenant_/),
  );
});

test("a category and a venue that the manifest lacks are reported once, with the line to add", async () => {
  const entries = ["TENANT_LOCKED", "TENANT_UNKNOWN"].map((name) =>
    commonEntry(name, name, { category: "tenant", venue: "north" }),
  );
  const catalog = commonCatalog(entries, {
    categories: { tenant: { status: 403, description: "Whose data it is." } },
  });
  const acme = importingAcme(undefined, { ...PUBLISHED, "generated/catalog.json": catalog });
  expect(await faultsOf(acme)).toEqual([
    `catalog.yaml:15:14 TENANT_LOCKED, imported from ${COMMON}, has the category "tenant", which catalog.yaml lacks | add to catalog.yaml: categories: { tenant: { status: 403, description: "Whose data it is." } }`,
    `catalog.yaml:15:14 TENANT_LOCKED, imported from ${COMMON}, has the venue "north", which catalog.yaml lacks | add to catalog.yaml: venues: { north: "..." }`,
  ]);
});

test("an imported code in the range of a file is reported with whom to ask", async () => {
  const acme = importingAcme();
  const range = '  catalog/tenants.yaml: { owner: "@acme/tenants", codes: ["tenant_*"] }';
  acme.edit("catalog.yaml", "errorClass:", `ranges:\n${range}\nerrorClass:`);
  expect(await faultsOf(acme)).toEqual(
    ["TENANT_UNKNOWN", "TENANT_LOCKED"].map(
      (name) =>
        `catalog.yaml:15:14 the code "${name.toLowerCase()}" of ${name}, imported from ${COMMON}, is in the range "tenant_*" of catalog/tenants.yaml | ask @acme/tenants to narrow the range, or import names without ${name}`,
    ),
  );
});

test("a text of the catalog for an imported entry is reported: the owner's counts", async () => {
  const acme = importingAcme();
  const locale = JSON.parse(acme.read("locales/de.json"));
  const planted = { ...locale, ...(TEXTS as { readonly TENANT_LOCKED: object }) };
  acme.write("locales/de.json", JSON.stringify(planted, null, 2));
  const [fault] = await faultsOf(acme);
  expect(fault).toMatch(
    /^locales\/de\.json:\d+:3 TENANT_UNKNOWN is imported from @acme\/errors-common, whose texts it has \| remove this text: to change it, change it there$/,
  );
});

test("texts that the owner lacks are missing in a translation, and hold a release in the source language", async () => {
  const acme = importingAcme(undefined, { ...PUBLISHED, "locales/de.json": "" });
  const { problems } = await lint(acme.catalog);
  const found = problems.filter(({ rule }) => rule === "imports");
  expect(
    found.map(({ message, hint, severity, isAdvice = false }) => ({
      message,
      hint,
      severity,
      isAdvice,
    })),
  ).toEqual([
    {
      message: `2 texts are missing in de of ${COMMON}: TENANT_UNKNOWN, TENANT_LOCKED`,
      hint: "ask its owner for them; until then, readers get the API's own message",
      severity: "warning",
      isAdvice: false,
    },
    {
      message: `2 texts are missing in pt-BR of ${COMMON}: TENANT_UNKNOWN, TENANT_LOCKED`,
      hint: "ask its owner for them; until then, readers get their next language",
      severity: "warning",
      isAdvice: true,
    },
  ]);
});

test("an imported text that no owner's rules let pass is reported at the line that imports it", async () => {
  const texts = [
    "{b «{b}» now",
    "{a-b} is wrong",
    "{A}",
    "{__proto__}",
    "'{a}''{b}'",
    "{a}{b}",
    "%s",
  ];
  const params = { meaning: "A value", example: "1" };
  const entries = texts.map((message, at) =>
    commonEntry(`TEXT_${at}`, `${at}`, { message, params: { a: params, b: params } }),
  );
  const published = { ...PUBLISHED, "generated/catalog.json": commonCatalog(entries) };
  const faults = await faultsOf(importingAcme(undefined, published));
  const silent = texts.filter((_, at) =>
    faults.every(
      (fault) =>
        !fault.startsWith(`catalog.yaml:15:14 TEXT_${at} of ${COMMON} has a text that cannot be`),
    ),
  );
  expect(silent).toEqual([]);
});

test("a package that is installed again while codegen runs is reported, and nothing is generated from the old one", async () => {
  const acme = importingAcme();
  const next = join(acme.root, "next");
  cpSync(join(acme.root, "common"), next, { recursive: true });
  const link = join(acme.root, "node_modules", COMMON);
  acme.write(
    "emitters/install.mjs",
    `import { rmSync, symlinkSync } from "node:fs";
    const [next, link] = ${JSON.stringify([next, link])};
    const emit = () => { rmSync(link); symlinkSync(next, link); return []; };
    export const emitter = { name: "install", from: "catalog.yaml", emit };`,
  );
  acme.edit("catalog.yaml", "runtime:", "emitters: [emitters/install.mjs]\nruntime:");
  const { problems, changed } = await generate(acme.catalog);
  expect(problems).toEqual([
    expect.objectContaining({
      message: `${COMMON} was installed again while codegen runs`,
      hint: "start codegen again: Node remembers where a package is",
    }),
  ]);
  expect(changed).toEqual([]);
});
