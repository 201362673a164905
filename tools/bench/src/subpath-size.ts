import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { byEsbuild } from "./size.js";
import { row, table } from "./table.js";

const VALIDATOR = "@hashkey-errors/validator";

/** Measures how much each subpath of the validator adds to a bundle of its main module. */
export async function measureSubpaths(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve(`${VALIDATOR}/package.json`);
  const { exports } = JSON.parse(readFileSync(manifest, "utf8")) as { exports: object };
  const subpaths = Object.keys(exports).filter((path) => /^\.\/[\w-]+$/.test(path));
  const alone = await sizeOf([]);
  const rows: string[] = [];
  for (const subpath of subpaths) {
    const added = (await sizeOf([subpath])) - alone;
    rows.push(row(`\`${subpath}\``, "600 B", "400 B", `${added.toLocaleString("en")} B`));
  }
  return [
    "Bytes that all functions of a subpath add to a bundle of the validator's main module, minified by esbuild and compressed by gzip -9: the bundle of both, less the bundle of the main module.\n",
    table(["mark", "must", "aim", "measured"], rows),
  ].join("\n");
}

async function sizeOf(subpaths: readonly string[]): Promise<number> {
  const code = [
    `export * from "${VALIDATOR}";`,
    ...subpaths.map((path) => `export * from "${VALIDATOR}/${path.replace("./", "")}";`),
  ];
  return gzipSync(await byEsbuild(code.join("\n")), { level: 9 }).length;
}
