import { readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";
import { rollup } from "rollup";
import { documentedEntries } from "./entries.js";
import { row, table } from "./table.js";

const require = createRequire(import.meta.url);

/** Imports of consumers, each bundled separately. */
const BUNDLES: readonly [name: string, code: string][] = [
  ["`parseResponse`", 'export { parseResponse } from "@hashkey-errors/validator";'],
  ["`identify`", 'export { identify } from "@hashkey-errors/validator";'],
  ["`isErrorBody`", 'export { isErrorBody } from "@hashkey-errors/validator";'],
  ["the whole validator", 'export * from "@hashkey-errors/validator";'],
  ["`localize`", 'export { localize } from "@hashkey-errors/messages";'],
  ["locale `en`", 'export { messages } from "@hashkey-errors/messages/en";'],
  ["locale `zh-Hans`", 'export { messages } from "@hashkey-errors/messages/zh-Hans";'],
  ["messages of `en`", 'export { messages } from "@hashkey-errors/messages/brief/en";'],
  ["messages of `zh-Hans`", 'export { messages } from "@hashkey-errors/messages/brief/zh-Hans";'],
  [
    "zod 4, one object of a literal",
    'import { z } from "zod"; export const s = z.object({ code: z.literal(["0001"]) });',
  ],
  [
    "valibot, the same",
    'import * as v from "valibot"; const s = v.object({ code: v.picklist(["0001"]) }); export const f = (b) => v.is(s, b);',
  ],
  [
    "Ajv at run time",
    'import { Ajv } from "ajv"; export const f = new Ajv().compile({ enum: ["0001"] });',
  ],
  ["arktype", 'import { type } from "arktype"; export const f = type({ code: "\'0001\'" });'],
];

const gzip = (text: string) => gzipSync(text, { level: 9 }).length;

/** Measures bundles by esbuild and by rollup, minified and compressed. */
export async function measureSize(): Promise<string> {
  const measured: [string, number, number][] = [];
  for (const [name, code] of BUNDLES)
    measured.push([name, gzip(await byEsbuild(code)), gzip(await byRollup(code))]);
  const rows = measured.map(([name, esbuild, rolled]) =>
    row(name, esbuild.toLocaleString("en"), rolled.toLocaleString("en")),
  );
  const of = (name: string) => measured.find(([other]) => other === name)?.[1] ?? Number.NaN;
  const data = gzip(validatorData());
  const texts = (tag: string) => gzip(localeData(tag));
  const share = (tag: string) => `${(of(`locale \`${tag}\``) / texts(tag)).toFixed(2)} x`;
  const briefShare = (tag: string) =>
    `${(of(`messages of \`${tag}\``) / gzip(localeData(tag, true))).toFixed(2)} x`;
  return [
    "Bytes, minified and compressed by gzip -9.\n",
    table(["bundle", "esbuild", "rollup + esbuild"], rows),
    `The validator's data (names, codes, texts and classifications, as compact JSON) is ${data.toLocaleString("en")} bytes compressed; ${documentedEntries().length} of its ${allErrors().length} errors are documented.\n`,
    table(
      ["mark", "must", "aim", "measured"],
      [
        row(
          "`parseResponse` beyond the gzip of its data",
          "1,000 B",
          "800 B",
          `${(of("`parseResponse`") - data).toLocaleString("en")} B`,
        ),
        ...["en", "zh-Hans"].map((tag) =>
          row(`locale \`${tag}\` over the gzip of its texts`, "1.05 x", "1.0 x", share(tag)),
        ),
        ...["en", "zh-Hans"].map((tag) =>
          row(
            `messages of \`${tag}\` over the gzip of these and the outcomes`,
            "1.05 x",
            "1.0 x",
            briefShare(tag),
          ),
        ),
        row(
          "the command line as it is installed, uncompressed",
          "2,000,000 B",
          "",
          `${installedBytes().toLocaleString("en")} B`,
        ),
      ],
    ),
  ].join("\n");
}

/** The files of the command line's package, but for what npm adds. */
function installedBytes(): number {
  const root = dirname(require.resolve("hashkey-errors/package.json"));
  const files = ["bin", "dist"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }),
  );
  const paths = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  return [...paths, join(root, "package.json"), join(root, "README.md")]
    .map((path) => statSync(path).size)
    .reduce((sum, size) => sum + size, 0);
}

interface CatalogError {
  readonly [field: string]: unknown;
}

function allErrors(): readonly CatalogError[] {
  const { entries } = JSON.parse(
    readFileSync(require.resolve("@hashkey-errors/schemas/catalog.json"), "utf8"),
  ) as { entries: CatalogError[] };
  return entries.filter(({ kind }) => kind === "error");
}

/** Returns names, codes, texts, classifications, variants and aliases as compact JSON. */
function validatorData(): string {
  const fields = ["name", "code", "httpStatus", "category", "fault", "outcome", "retry", "message"];
  const others = (entry: CatalogError) => [
    (entry.variants as { message: string }[]).map(({ message }) => message),
    (entry.aliases as { code: string }[]).map(({ code }) => code),
  ];
  return JSON.stringify(
    allErrors().map((entry) => [...fields.map((field) => entry[field]), ...others(entry)]),
  );
}

/**
 * Returns the texts of a locale as compact JSON; without titles and descriptions where `isBrief`.
 */
function localeData(tag: string, isBrief = false): string {
  const { $schema, questions, developer, outcomes, ...texts } = JSON.parse(
    readFileSync(require.resolve(`@hashkey-errors/schemas/locales/${tag}.json`), "utf8"),
  ) as Record<string, Record<string, string>>;
  const fields = ["message", ...(isBrief ? [] : ["title", "description"]), "paramless", "values"];
  const rows = Object.entries(texts).map(([name, text]) => [
    name,
    fields.flatMap((field) => text[field] ?? []),
  ]);
  const { status, sourceHash, ...sentences } = outcomes ?? {};
  return JSON.stringify([sentences, Object.fromEntries(rows)]);
}

/** Bundles a module with all that it imports, and minifies it, with esbuild. */
export async function byEsbuild(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    bundle: true,
    minify: true,
    format: "esm",
    charset: "utf8",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** Bundles with rollup, which removes unused code, and minifies the result with esbuild. */
async function byRollup(contents: string): Promise<string> {
  const bundle = await rollup({
    input: "entry",
    onwarn: () => undefined,
    plugins: [
      {
        name: "node",
        resolveId: (id, importer) => {
          if (id === "entry") return id;
          if (importer === undefined || importer === "entry")
            return new URL(import.meta.resolve(id)).pathname;
          if (id.startsWith(".")) return new URL(id, `file://${importer}`).pathname;
          try {
            return new URL(import.meta.resolve(id)).pathname;
          } catch {
            return createRequire(importer).resolve(id);
          }
        },
        load: async (id) => {
          if (id === "entry") return contents;
          const code = readFileSync(id, "utf8");
          // CommonJS goes through esbuild as a whole: rollup alone cannot read it.
          return /\bexport\b|\bimport\b/.test(code)
            ? code
            : byEsbuild(`export { Ajv } from "ajv";`);
        },
      },
    ],
  });
  const { output } = await bundle.generate({ format: "esm" });
  return (await transform(output[0].code, { minify: true, format: "esm", charset: "utf8" })).code;
}
