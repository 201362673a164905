import type { Catalog } from "../../catalog/catalog.js";
import type { OutputFile } from "../../write/output-file.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printKey, printLiteral } from "../literal.js";
import { moduleAddress, type PackageModule } from "../module-address.js";

/** A module of the command line that passes on what another package exports. */
interface Link extends PackageModule {
  readonly file: string;
  readonly exports: string;
}

const LINKS: readonly Link[] = [
  {
    file: "types.ts",
    key: "types",
    module: "index.js",
    exports: "type *",
  },
  {
    file: "validator.ts",
    key: "validator",
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

const LOADERS = "developer-loaders.ts";

/** Prints how the texts for developers are loaded, for each locale that has them. */
function printDeveloperLoaders(catalog: Catalog): OutputFile {
  const file = packageFile(catalog, "cli", LOADERS, "locales/*.json");
  file.doc("Loads what developers should know about errors, by the error's name.");
  file.block(
    "export const developerLoaders: Readonly<Record<string, () => Promise<Readonly<Record<string, string>>>>> = {",
    () => {
      for (const { tag, developer = {} } of catalog.locales) {
        if (Object.keys(developer).length === 0) continue;
        const subpath = `/developer/${tag}`;
        const module = `generated/bundles${subpath}.js`;
        const address = addressOf(catalog, LOADERS, { key: "messages", subpath, module });
        file.line(`${printKey(tag)}: async () => (await import(${address})).developer,`);
      }
    },
    "};",
  );
  return file.toFile();
}

function printLink(catalog: Catalog, link: Link): OutputFile {
  const file = packageFile(catalog, "cli", link.file, "catalog.yaml");
  file.line(`export ${link.exports} from ${addressOf(catalog, link.file, link)};`);
  return file.toFile();
}

/** Returns the literal by which a file of the command line imports a module. */
function addressOf(catalog: Catalog, file: string, module: PackageModule): string {
  return printLiteral(moduleAddress(catalog, ["cli", file], module));
}
