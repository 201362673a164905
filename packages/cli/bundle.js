// Bundles the command line with all that it needs, so that `npx` installs one small package. What
// a command alone needs is a file of its own, which is loaded when that command runs.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";

const folder = import.meta.dirname;
const dist = join(folder, "dist");
rmSync(dist, { recursive: true, force: true });

await build({
  entryPoints: [join(folder, "src/cli.ts")],
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  charset: "utf8",
  minify: true,
  chunkNames: "[name]-[hash]",
  // commander and picocolors are CommonJS and ask for Node's own modules.
  banner: {
    js: 'import { createRequire as _createRequire } from "node:module"; const require = _createRequire(import.meta.url);',
  },
  logLevel: "warning",
});

/** The packages of others that the bundle contains: their licenses have to come with it. */
const BUNDLED = ["commander", "picocolors", "yaml"];

const licenses = BUNDLED.map((name) => {
  const root = join(folder, "node_modules", name);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  return `${name} ${version}\n\n${readFileSync(join(root, "LICENSE"), "utf8").trim()}\n`;
});
writeFileSync(join(dist, "LICENSES.txt"), licenses.join(`\n${"-".repeat(80)}\n\n`));
