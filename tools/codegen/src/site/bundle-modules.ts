import { readFileSync } from "node:fs";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type Plugin } from "esbuild";

/** The site's own scripts and styles, which codegen brings with it. */
const ASSETS = new URL("../../site/", import.meta.url);

/** What scripts of the site call the packages' modules by. */
const PREFIX = "#";

/** The modules that the site has another form of: smaller, or loaded by a page. */
const REPLACED: Readonly<Record<string, string>> = {
  "cli/generated/entries.ts": "entries.ts",
  "cli/generated/loaders.ts": "loaders.ts",
};

/** Reads a file of the site's own, such as its styles. */
export function readAsset(name: string): string {
  return readFileSync(new URL(name, ASSETS), "utf8");
}

/** Bundles a module with all that it imports from a catalog's packages, which exist in memory only. */
export async function bundleModules(
  modules: ReadonlyMap<string, string>,
  entry: string,
  options: BuildOptions,
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: entry, loader: "ts", resolveDir: fileURLToPath(new URL("script/", ASSETS)) },
    bundle: true,
    write: false,
    charset: "utf8",
    target: "es2022",
    logLevel: "silent",
    // The configuration in the folder is for editors.
    tsconfigRaw: {},
    plugins: [resolveIn(modules)],
    ...options,
  });
  return outputFiles?.[0]?.text ?? "";
}

function resolveIn(modules: ReadonlyMap<string, string>): Plugin {
  return {
    name: "catalog-modules",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^#/ }, ({ path }) => toModule(path.slice(PREFIX.length)));
      onResolve({ filter: /^\./, namespace: "catalog" }, ({ path, importer }) =>
        toModule(posix.join(posix.dirname(importer), path)),
      );
      // Only a HAR has bodies in base64.
      onResolve({ filter: /^node:buffer$/ }, () => toOwn("buffer.ts"));
      onLoad({ filter: /.*/, namespace: "catalog" }, ({ path }) => {
        const contents = modules.get(path);
        return contents === undefined
          ? { errors: [{ text: `there is no module ${path}` }] }
          : { contents, loader: "ts" };
      });
    },
  };
}

function toModule(path: string): { path: string; namespace?: string; sideEffects: false } {
  const source = path.replace(/\.js$/, ".ts");
  const own = REPLACED[source];
  return own === undefined
    ? { path: source, namespace: "catalog", sideEffects: false }
    : toOwn(own);
}

function toOwn(name: string): { path: string; sideEffects: false } {
  return { path: fileURLToPath(new URL(`script/${name}`, ASSETS)), sideEffects: false };
}
