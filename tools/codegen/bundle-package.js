// Bundles the modules of the package in the current folder into few files: a program that imports
// it opens and reads each of them when it starts. What one entry point alone needs is in its own
// file, and what several need is in one more. The declarations stay as the compiler writes them.
import { readdirSync, readFileSync } from "node:fs";
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

/** Whether no program can import a module by itself. */
function isInternal(id) {
  return !entryPoints.some((name) => id.endsWith(`/src/${name}.ts`));
}

await build({
  input: Object.fromEntries(entryPoints.map((name) => [name, `src/${name}.ts`])),
  resolve: { extensionAlias: { ".js": [".ts"] } },
  external: /^[^./]/,
  transform: { target: "es2022" },
  output: {
    dir: "dist",
    // Bundlers find by these what they can leave out.
    comments: { annotation: true, legal: false, jsdoc: false },
    minifyInternalExports: false,
    chunkFileNames: "[name].js",
    codeSplitting: { groups: [{ name: "shared", minShareCount: 2, test: isInternal }] },
  },
  logLevel: "warn",
});
