import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { copyAcme, type Workspace } from "../../acme.js";

/** The name of the package that the second catalog imports in these tests. */
export const COMMON = "@acme/errors-common";

const FILES = { files: ["generated", "locales"] };

/** The `package.json` of a catalog that others import. */
export const PACKAGE = {
  name: COMMON,
  version: "1.0.0",
  exports: { "./catalog.json": "./generated/catalog.json", "./locales/*": "./locales/*" },
  ...FILES,
};

/** An entry of the common catalog; `fields` replace parts of it. */
export function commonEntry(name: string, code: string, fields: object = {}): object {
  return {
    name,
    kind: "error",
    code,
    aliases: [],
    httpStatus: 400,
    message: `${name} happened`,
    variants: [],
    params: {},
    description: "",
    category: "traffic",
    fault: "client",
    outcome: "rejected",
    retry: "after-fix",
    documented: true,
    sources: [{ document: "common.md", line: 7 }],
    ...fields,
  };
}

/** Two errors: one with a param. */
export const ENTRIES: readonly object[] = [
  commonEntry("TENANT_UNKNOWN", "tenant_unknown", {
    message: "There is no tenant {tenant}",
    params: { tenant: { meaning: "The tenant's name", example: "north" } },
  }),
  commonEntry("TENANT_LOCKED", "tenant_locked"),
];

/** A `catalog.json` as codegen generates it. */
export function commonCatalog(entries: readonly object[] = ENTRIES, members: object = {}): object {
  return {
    $schema: "catalog.schema.json",
    format: 1,
    id: "common-errors",
    title: "Common errors",
    categories: { traffic: { status: 429, description: "Too many requests." } },
    entries,
    ...members,
  };
}

/** The texts of the common catalog in one language. */
export const TEXTS: object = {
  TENANT_UNKNOWN: text("Mandant unbekannt", "Den Mandanten {tenant} gibt es nicht."),
  TENANT_LOCKED: text("Mandant gesperrt", "Der Mandant ist gesperrt."),
};

function text(title: string, message: string): object {
  const description = "Bitte prüfen.";
  return { title, message, description, status: "final", sourceHash: "000000000000" };
}

/** The files published in the package of the common catalog, by path. */
export type Published = Readonly<Record<string, object | string>>;

/** Publishes the common catalog. */
export const PUBLISHED: Published = {
  "package.json": PACKAGE,
  "generated/catalog.json": commonCatalog(),
  "locales/de.json": TEXTS,
};

/**
 * The second catalog beside a package of a common one, as pnpm installs it: a link to a folder of
 * the workspace. `imports` is what its manifest says.
 */
export function importingAcme(
  imports: unknown = [{ package: COMMON }],
  published: Published = PUBLISHED,
): Workspace {
  const acme = copyAcme();
  writePublished(acme, published);
  mkdirSync(join(acme.root, "node_modules/@acme"), { recursive: true });
  symlinkSync(join(acme.root, "common"), join(acme.root, "node_modules", COMMON));
  acme.edit("catalog.yaml", "errorClass:", `${stringify({ imports })}errorClass:`);
  return acme;
}

/** Writes the files of the common catalog's package; those with the value "" are left out. */
export function writePublished({ root }: Workspace, published: Published): void {
  for (const [path, content] of Object.entries(published)) {
    if (content === "") continue;
    const file = join(root, "common", path);
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  }
}

/** Installs a copy of a package, as npm does. */
export function installCopy({ root }: Workspace, folder: string, name: string): void {
  cpSync(folder, join(root, "node_modules", name), { recursive: true });
}
