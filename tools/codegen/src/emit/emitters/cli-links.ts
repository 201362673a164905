import { posix } from "node:path";
import type { Catalog } from "../../catalog/catalog.js";
import type { OutputFile } from "../../write/output-file.js";
import type { Emitter } from "../emitter.js";
import { type PackageKey, packageFile, packagePath } from "../generated-file.js";
import { printKey, printLiteral } from "../literal.js";

/** A module of the command line that passes on what another package exports. */
interface Link {
  readonly file: string;
  readonly key: Exclude<PackageKey, "cli">;
  /** The subpath of the package; empty: its root. */
  readonly subpath: string;
  /** The module's path in the package's folder. */
  readonly module: string;
  readonly exports: string;
}

const LINKS: readonly Link[] = [
  {
    file: "types.ts",
    key: "types",
    subpath: "",
    module: "index.js",
    exports: "type *",
  },
  {
    file: "validator.ts",
    key: "validator",
    subpath: "",
    module: "index.js",
    exports: "{ failureOf, identify, parseResponse, parseText }",
  },
  {
    file: "body.ts",
    key: "validator",
    subpath: "/body",
    module: "body.js",
    exports: "{ errorBody }",
  },
  {
    file: "messages.ts",
    key: "messages",
    subpath: "",
    module: "index.js",
    exports: "{ type LocalizedError, localize, type MessageBundle, negotiateLocale }",
  },
  {
    file: "loaders.ts",
    key: "messages",
    subpath: "/loaders",
    module: "generated/loaders.js",
    exports: "{ loaders }",
  },
];

/** The modules that say which packages the command line is built on. */
export const emitter: Emitter = {
  name: "cli-links",
  from: "catalog.yaml",
  emit: (catalog) =>
    catalog.manifest.packages.cli === undefined
      ? []
      : [...LINKS.map((link) => printLink(catalog, link)), printDeveloperLoaders(catalog)],
};

/** Prints how the texts for developers are loaded, for each locale that has them. */
function printDeveloperLoaders(catalog: Catalog): OutputFile {
  const file = packageFile(catalog, "cli", "developer-loaders.ts", "locales/*.json");
  file.doc("Loads what developers should know about errors, by the error's name.");
  file.block(
    "export const developerLoaders: Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>> = {",
    () => {
      for (const { tag, developer = {} } of catalog.locales) {
        if (Object.keys(developer).length === 0) continue;
        const subpath = `/developer/${tag}`;
        const module = `generated/bundles${subpath}.js`;
        const link = { file: "developer-loaders.ts", key: "messages", subpath, module } as const;
        const address = printLiteral(addressOf(catalog, link));
        file.line(`${printKey(tag)}: async () => (await import(${address})).developer,`);
      }
    },
    "};",
  );
  return file.toFile();
}

function printLink(catalog: Catalog, link: Link): OutputFile {
  const file = packageFile(catalog, "cli", link.file, "catalog.yaml");
  file.line(`export ${link.exports} from ${printLiteral(addressOf(catalog, link))};`);
  return file.toFile();
}

/** Returns the name of a package's module, or its path where all are folders of one project. */
function addressOf(
  { manifest }: Catalog,
  { file, key, subpath, module }: Omit<Link, "exports">,
): string {
  const { name, folder } = manifest.packages[key];
  if (name !== undefined) return name + subpath;
  const from = posix.dirname(packagePath(manifest, "cli", file));
  const path = posix.relative(from, posix.join(folder, module));
  return path.startsWith(".") ? path : `./${path}`;
}
