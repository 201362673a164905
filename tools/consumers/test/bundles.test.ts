import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { locales } from "@hashkey-errors/messages";
import { build } from "esbuild";
import { rollup } from "rollup";
import { expect, test } from "vitest";

const require = createRequire(import.meta.url);

/** Bundles a consumer's code; each returns the text of every output file, the entry first. */
const bundlers: Readonly<Record<string, (code: string) => Promise<readonly string[]>>> = {
  async esbuild(code) {
    const { outputFiles } = await build({
      stdin: { contents: code, resolveDir: import.meta.dirname },
      bundle: true,
      splitting: true,
      outdir: "out",
      format: "esm",
      charset: "utf8",
      write: false,
    });
    return outputFiles.map(({ text }) => text);
  },
  async rollup(code) {
    const bundle = await rollup({
      input: "entry",
      plugins: [
        {
          name: "node",
          resolveId: (id, importer) =>
            id === "entry"
              ? id
              : id.startsWith(".")
                ? fileURLToPath(new URL(id, `file://${importer}`))
                : fileURLToPath(import.meta.resolve(id)),
          load: (id) => (id === "entry" ? code : readFileSync(id, "utf8")),
        },
      ],
    });
    const { output } = await bundle.generate({ format: "esm", dir: "out" });
    return output.map((file) => (file.type === "chunk" ? file.code : ""));
  },
};

/** The sentence of each locale for no answer, which shows that its texts are in a bundle. */
const signs = new Map(
  locales.flatMap((tag) => {
    const file = require.resolve(`@hashkey-errors/messages/i18next/${tag}.json`);
    const sign = JSON.parse(readFileSync(file, "utf8")).NO_RESPONSE as string | undefined;
    // A new locale has no texts yet.
    return sign === undefined ? [] : [[tag, sign] as const];
  }),
);
const localesIn = (code: string) =>
  [...signs].filter(([, sign]) => code.includes(sign)).map(([tag]) => tag);

test.each(Object.entries(bundlers))("%s bundles only what is imported", async (_, bundle) => {
  const [none = ""] = await bundle('export { localize } from "@hashkey-errors/messages";');
  expect(localesIn(none)).toEqual([]);
  const [one = ""] = await bundle(
    'import { localize } from "@hashkey-errors/messages"; import { messages } from "@hashkey-errors/messages/zh-HK"; export const say = (error) => localize(error, messages);',
  );
  expect(localesIn(one)).toEqual(["zh-Hant-HK"]);
  // Neither negotiateLocale nor an unused locale is bundled.
  expect(one).not.toContain("Intl.Locale");
  const [unused = ""] = await bundle(
    'import { messages } from "@hashkey-errors/messages/ja"; export const a = 1;',
  );
  expect(unused.replaceAll(/\/\/.*/g, "").length).toBeLessThan(60);

  // With the loaders, each locale is in a separate file.
  const [entry = "", ...chunks] = await bundle(
    'export { loaders } from "@hashkey-errors/messages/loaders";',
  );
  expect(localesIn(entry)).toEqual([]);
  expect(chunks.flatMap(localesIn).sort()).toEqual([...signs.keys()].sort());
  expect(chunks.length).toBe(locales.length);
});
