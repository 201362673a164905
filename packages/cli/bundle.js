// Bundles the command line with all that it needs, so that `npx` installs one small package. What
// a command alone needs is a file of its own, which is loaded when that command runs.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "rolldown";

const folder = import.meta.dirname;
const dist = join(folder, "dist");
rmSync(dist, { recursive: true, force: true });

const { output } = await build({
  cwd: folder,
  input: "src/cli.ts",
  platform: "node",
  resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
  transform: { target: "node20" },
  output: {
    dir: dist,
    minify: true,
    // The same names in each build: a cache that restores one leaves no files of another beside it.
    chunkFileNames: "[name].js",
    // What several commands need is one file: Node takes its time for each.
    codeSplitting: { groups: [{ name: "shared", minShareCount: 2 }] },
  },
  logLevel: "warn",
});

/** The folders of the packages of others in the bundle: their licenses have to come with it. */
const packages = new Set(
  output
    .flatMap(({ moduleIds = [] }) => moduleIds)
    .flatMap((id) => /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0] ?? []),
);

const licenses = [...packages].sort().map((root) => {
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return `${name} ${version}\n\n${readFileSync(join(root, "LICENSE"), "utf8").trim()}\n`;
});
writeFileSync(join(dist, "LICENSES.txt"), licenses.join(`\n${"-".repeat(80)}\n\n`));
