import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect } from "vitest";
import { commandOf, fetched, importFetched, versionOf } from "./fetched.js";
import { cell } from "./matrix.js";
import { installedProject } from "./project.js";

const project = installedProject("bundlers");

/** Bundles an entry of the project for production into a folder, with the bundler's defaults. */
type Bundle = (entry: string, out: string) => Promise<void> | void;

const run = (command: string, ...args: string[]) =>
  void project().succeed(process.execPath, [command, ...args]);

const bundlers: Readonly<Record<string, readonly [name: string, bundle: Bundle]>> = {
  esbuild: [
    "esbuild",
    (entry, out) =>
      void project().succeed(commandOf("esbuild"), [
        entry,
        "--bundle",
        "--minify",
        "--format=esm",
        `--outdir=${out}`,
      ]),
  ],
  rollup: [
    "Rollup",
    (entry, out) =>
      run(
        commandOf("rollup"),
        entry,
        "--plugin",
        fetched("@rollup/plugin-node-resolve", "dist/cjs/index.js"),
        "--plugin",
        fetched("@rollup/plugin-terser", "dist/cjs/index.js"),
        "--dir",
        out,
      ),
  ],
  vite: [
    "Vite",
    async (entry, out) => {
      const { build } = await importFetched<{ build(options: object): Promise<unknown> }>("vite");
      const { folder } = project();
      await build({
        root: folder,
        configFile: false,
        logLevel: "error",
        build: {
          outDir: out,
          modulePreload: false,
          rollupOptions: { input: join(folder, entry), output: { entryFileNames: "main.js" } },
        },
      });
    },
  ],
  webpack: [
    "webpack",
    (entry, out) =>
      new Promise((resolve, reject) => {
        importFetched<{ default: Webpack }>("webpack").then(({ default: webpack }) => {
          const { folder } = project();
          webpack(
            {
              context: folder,
              mode: "production",
              target: "web",
              entry: `./${entry}`,
              output: { path: join(folder, out) },
            },
            (error, stats) =>
              error || stats?.hasErrors() ? reject(error ?? new Error(String(stats))) : resolve(),
          );
        }, reject);
      }),
  ],
};

type Webpack = (
  options: object,
  done: (error: Error | null, stats?: { hasErrors(): boolean }) => void,
) => void;

/** The size budgets of tools/bench. */
const { "size-limit": limits } = JSON.parse(
  readFileSync(new URL("../../bench/package.json", import.meta.url), "utf8"),
) as { "size-limit": { name: string; limit: string }[] };
const budget = (...names: string[]) =>
  names
    .map((name) => limits.find((each) => each.name === name)?.limit ?? "0 kB")
    .reduce((sum, limit) => sum + Number.parseFloat(limit) * 1000, 0);

/** The bytes that bundlers add around a module. */
const AROUND = 300;

for (const [name, [consumer, bundle]] of Object.entries(bundlers)) {
  const bundled = async (entry: string) => {
    const out = join(name, entry.replace(".js", ""));
    mkdirSync(join(project().folder, out), { recursive: true });
    await bundle(entry, out);
    const folder = join(project().folder, out);
    const files = readdirSync(folder).filter((file) => /\.m?js$/.test(file));
    const texts = files.map((file) => readFileSync(join(folder, file), "utf8"));
    return {
      text: texts.join("\n"),
      size: gzipSync(texts.join("\n"), { level: 9 }).length,
      main: join(folder, files[0] ?? ""),
    };
  };
  cell(
    {
      consumer,
      version: versionOf(name),
      how: "bundles only what is imported, within the size budgets",
    },
    async () => {
      const parse = await bundled("parse-response.js");
      // The bundle has the messages on the wire, and the texts of no locale.
      expect(parse.text).toContain("timeout waiting for response from server");
      expect(parse.text).not.toContain("The exchange timed out");
      expect(parse.size).toBeLessThan(budget("parseResponse") + AROUND);

      const guard = await bundled("is-error-body.js");
      expect(guard.text).not.toContain("order not found");
      expect(guard.size).toBeLessThan(budget("isErrorBody") + AROUND);

      const locale = await bundled("one-locale.js");
      expect(locale.text).toContain("The exchange timed out;");
      // Neither the letters of another language, nor negotiateLocale.
      expect(locale.text).not.toMatch(/[\u3040-\u9fff\uac00-\ud7af]/);
      expect(locale.text).not.toContain("\\u4e");
      expect(locale.text).not.toContain("Intl.Locale");
      expect(locale.size).toBeLessThan(budget("locale en", "localize") + AROUND);

      const answer = await bundled("answer.js");
      expect(project().run(process.execPath, [answer.main])).toEqual({
        status: 0,
        output: "The exchange's server timed out; the request may have been executed.\n",
      });
    },
  );
}
