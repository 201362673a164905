import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { type OutputOptions, type Plugin, rolldown } from "rolldown";

/** The site's own scripts and styles, which codegen brings with it. */
const ASSETS = new URL("../../site/", import.meta.url);

/** The prefix by which scripts of the site import the packages' modules. */
const PREFIX = "#";

/** The prefix by which the bundler names modules that are in memory. */
const IN_MEMORY = "catalog:";

const ENTRY = `${IN_MEMORY}entry.ts`;

/** The modules that the site has another form of: smaller, or loaded by a page. */
const REPLACED: Readonly<Record<string, string>> = {
  "cli/generated/entries.ts": "entries.ts",
};

/** Reads a file of the site's own, such as its styles. */
export function readAsset(name: string): string {
  return readFileSync(new URL(name, ASSETS), "utf8");
}

/** Options for bundling modules. */
interface BundleOptions {
  readonly output: OutputOptions;
  /** The code that names in the modules stand for. */
  readonly define?: Readonly<Record<string, string>>;
  /** The modules that another script of the site has: by path, where it keeps what they export. */
  readonly shared?: Readonly<Record<string, string>>;
}

/**
 * Bundles a module with all that it imports from a catalog's packages, which are in memory only.
 */
export async function bundleModules(
  modules: ReadonlyMap<string, string>,
  entry: string,
  { output, define = {}, shared = {} }: BundleOptions,
): Promise<string> {
  const bundle = await rolldown({
    input: ENTRY,
    // The configuration in the folder is for editors.
    tsconfig: false,
    platform: "neutral",
    transform: { define, target: "es2022" },
    plugins: [resolveIn(new Map([...modules, ["entry.ts", entry]]), shared)],
    onLog: () => {},
  });
  try {
    const { output: chunks } = await bundle.generate({
      ...output,
      codeSplitting: false,
      globals: shared,
    });
    return chunks[0].code;
  } finally {
    await bundle.close();
  }
}

function resolveIn(
  modules: ReadonlyMap<string, string>,
  shared: Readonly<Record<string, string>>,
): Plugin {
  const toModule = (path: string) => findModule(path, shared);
  return {
    name: "catalog-modules",
    resolveId(id, importer = "") {
      if (id === ENTRY) return id;
      // Only a HAR has bodies in base64.
      if (id === "node:buffer") return toOwn("buffer.ts");
      if (id.startsWith(PREFIX)) return toModule(id.slice(PREFIX.length));
      if (importer === ENTRY) return toOwn(id.replace(/\.js$/, ".ts"));
      if (!importer.startsWith(IN_MEMORY)) return toSource(importer, id);
      return toModule(posix.join(posix.dirname(importer.slice(IN_MEMORY.length)), id));
    },
    load(id) {
      if (!id.startsWith(IN_MEMORY)) return null;
      const code = modules.get(id.slice(IN_MEMORY.length));
      if (code === undefined) throw new Error(`there is no module ${id}`);
      return { code, moduleType: "ts" };
    },
  };
}

type Resolved = string | { readonly id: string; readonly external: true };

function findModule(path: string, shared: Readonly<Record<string, string>>): Resolved {
  const source = path.replace(/\.js$/, ".ts");
  if (source in shared) return { id: source, external: true };
  const own = REPLACED[source];
  return own === undefined ? IN_MEMORY + source : toOwn(own);
}

function toOwn(name: string): string {
  return fileURLToPath(new URL(`script/${name}`, ASSETS));
}

function toSource(importer: string, id: string): string {
  return `${importer.replace(/[^/\\]+$/, "")}${id.replace(/^\.\//, "").replace(/\.js$/, ".ts")}`;
}
