// Bundles the command line with all that it needs, so that `npx` installs one small package. What
// a command alone needs is a file of its own, which is loaded when that command runs.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "rolldown";

const folder = import.meta.dirname;
const dist = join(folder, "dist");
rmSync(dist, { recursive: true, force: true });

await build({
  cwd: folder,
  input: "src/cli.ts",
  platform: "node",
  resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
  transform: { target: "node20" },
  output: {
    dir: dist,
    minify: true,
    chunkFileNames: "[name]-[hash].js",
    // What several commands need is one file: Node takes its time for each.
    codeSplitting: { groups: [{ name: "shared", minShareCount: 2 }] },
  },
  logLevel: "warn",
});

/** The packages of others that the bundle contains: their licenses have to come with it. */
const BUNDLED = ["commander", "picocolors", "yaml"];

const licenses = BUNDLED.map((name) => {
  const root = join(folder, "node_modules", name);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return `${name} ${version}\n\n${readFileSync(join(root, "LICENSE"), "utf8").trim()}\n`;
});
writeFileSync(join(dist, "LICENSES.txt"), licenses.join(`\n${"-".repeat(80)}\n\n`));
