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
  const main = await sizeOf("");
  const addedBy = async (path: string, names: string) => {
    const module = path.replace(".", VALIDATOR);
    return (await sizeOf(`export ${names} from "${module}";`)) - main;
  };
  const marks: string[] = [];
  const functions: string[] = [];
  for (const path of subpaths) {
    marks.push(row(`\`${path}\``, "600 B", "400 B", bytes(await addedBy(path, "*"))));
    const names = Object.keys((await import(path.replace(".", VALIDATOR))) as object);
    if (names.length === 1) continue;
    for (const name of names)
      functions.push(row(`\`${name}\``, `\`${path}\``, bytes(await addedBy(path, `{ ${name} }`))));
  }
  return [
    "Bytes that all functions of a subpath add to a bundle of the validator's main module, minified by esbuild and compressed by gzip -9: the bundle of both, less the bundle of the main module.\n",
    table(["mark", "must", "aim", "measured"], marks),
    "Bundlers leave out what is not imported. Bytes that one function adds by itself, where a subpath has several:\n",
    table(["function", "subpath", "alone"], functions),
  ].join("\n");
}

/** Returns the compressed size of the main module with more exports. */
async function sizeOf(more: string): Promise<number> {
  const code = await byEsbuild(`export * from "${VALIDATOR}";\n${more}`);
  return gzipSync(code, { level: 9 }).length;
}

function bytes(count: number): string {
  return `${count.toLocaleString("en")} B`;
}
