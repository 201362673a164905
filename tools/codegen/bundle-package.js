// Bundles the modules of the package in the current folder into few files: a program that imports
// it opens and reads each of them when it starts. All that the package's root needs is in its own
// file, from which the other entry points import what they share with it, by names of one letter
// that the declarations do not have. What only others share is in one more file. The declarations
// stay as the compiler writes them.
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "rolldown";

const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
const sources = readdirSync("src", { recursive: true })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".ts"));

/** The modules that programs can import, by the names of their files without the ending. */
const entryPoints = Object.values(exports).flatMap(({ default: file = "" }) => {
  const [, start, end] = /^\.\/dist\/([^*]*)(\*?)\.js$/.exec(file) ?? [];
  if (start === undefined) return [];
  const isMeant = (path) => (end === "" ? path === `${start}.ts` : path.startsWith(start));
  return sources.filter(isMeant).map((path) => path.replace(/\.ts$/, ""));
});

/** The ids of the modules that the root needs, its own included. */
const neededByRoot = new Set();

const findNeededByRoot = {
  name: "find-needed-by-root",
  buildEnd() {
    const add = (id) => {
      if (neededByRoot.has(id) || this.getModuleInfo(id)?.code == null) return;
      neededByRoot.add(id);
      this.getModuleInfo(id).importedIds.forEach(add);
    };
    add(resolve("src/index.ts"));
  },
};

/** Whether programs can import a module by itself. */
function isEntryPoint(id) {
  return entryPoints.some((name) => id === resolve(`src/${name}.ts`));
}

/** Whether a module belongs into the root's file. */
function isOfRoot(id) {
  return neededByRoot.has(id) && (id === resolve("src/index.ts") || !isEntryPoint(id));
}

await build({
  input: Object.fromEntries(entryPoints.map((name) => [name, `src/${name}.ts`])),
  resolve: { extensionAlias: { ".js": [".ts"] } },
  external: /^[^./]/,
  transform: { target: "es2022" },
  preserveEntrySignatures: "allow-extension",
  plugins: [findNeededByRoot],
  output: {
    dir: "dist",
    // Bundlers find by these what they can leave out.
    comments: { annotation: true, legal: false, jsdoc: false },
    chunkFileNames: "[name].js",
    codeSplitting: {
      groups: [
        { name: "index", priority: 1, test: isOfRoot },
        { name: "shared", minShareCount: 2, test: (id) => !isEntryPoint(id) },
      ],
    },
  },
  logLevel: "warn",
});
