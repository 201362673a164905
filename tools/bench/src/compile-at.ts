import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { timingOf } from "./spread.js";
import { codegenManifest, codegenProgram, writeCatalog } from "./synthetic-catalog.js";

// The cost of generated code for its users, at one size of a catalog: each compiler on a program
// that narrows an error and handles it, then import and first call of the validator.

const [entries = 0] = process.argv.slice(2).map(Number);
/** Above this, compiling fills the memory of a machine. */
const COMPILED = 10_000;
const results: [name: string, value: number | null][] = [];

/** Returns the compiler that a package of this repository depends on. */
const compilerOf = (manifest: string) =>
  join(dirname(createRequire(manifest).resolve("typescript/package.json")), "bin/tsc");
const compilers = [
  ["tsc 7", compilerOf(new URL("../../../package.json", import.meta.url).pathname)],
  ["tsc 5.9", compilerOf(codegenManifest)],
] as const;

const root = mkdtempSync(join(tmpdir(), "compile-"));
try {
  await writeCatalog(root, { entries, locales: 1 });
  execFileSync(process.execPath, [codegenProgram, "generate"], { cwd: root, stdio: "pipe" });
  const source = join(root, "src/synthetic-errors");
  const [, name = "", code = ""] =
    /^ {2}readonly (\w+): \{\n {4}readonly code: (".*");$/m.exec(
      readFileSync(join(source, "types/generated/entries.ts"), "utf8"),
    ) ?? [];
  writeFileSync(join(source, "use.ts"), program(name, code));
  for (const [compiler, file] of entries <= COMPILED ? compilers : []) {
    const [seconds, memory] = compile(file);
    results.push([`${compiler}, s`, seconds], [`${compiler}, MiB`, memory]);
  }
  results.push(["import and first `parseResponse`, ms", await start(source, code)]);
} finally {
  rmSync(root, { recursive: true, force: true });
}
console.log(JSON.stringify(results));

function program(name: string, code: string): string {
  return `import { identify, matchError, parseResponse } from "./validator/index.js";
const error = identify(${code});
if (error.name === "${name}") console.log(error.code satisfies ${code}, error.params);
const response = parseResponse({});
if (response.kind === "error") console.log(response.error.name === "${name}" || response.error.outcome);
export const said: string = matchError(error, { ${name}: (known) => known.name, _: () => "other" });
`;
}

/** Compiles the program. Returns seconds and MiB as the compiler reports them; null if it fails. */
function compile(compiler: string): readonly [seconds: number | null, memory: number | null] {
  const options =
    "--noEmit --strict --target es2022 --module nodenext --rootDir src --extendedDiagnostics";
  const { status, stdout } = spawnSync(
    process.execPath,
    [compiler, ...options.split(" "), "src/synthetic-errors/use.ts"],
    { cwd: root, encoding: "utf8" },
  );
  if (status !== 0) return [null, null];
  const [, seconds] = /Total time:\s+([\d.]+)s/.exec(stdout) ?? [];
  const [, kibibytes] = /Memory used:\s+(\d+)K/.exec(stdout) ?? [];
  return [Number(seconds), Number(kibibytes) / 1024];
}

/** Returns the median of nine fresh processes, in milliseconds. */
async function start(source: string, code: string): Promise<number> {
  const outfile = join(root, "validator.mjs");
  await build({
    entryPoints: [join(source, "validator/index.ts")],
    bundle: true,
    format: "esm",
    outfile,
  });
  const script = `const started = performance.now(); const { parseResponse } = await import(${JSON.stringify(pathToFileURL(outfile).href)}); const { error } = parseResponse({ code: ${code} }); const time = performance.now() - started; if (error.code !== ${code}) throw error; console.log(time);`;
  const times = Array.from({ length: 9 }, () =>
    Number(execFileSync(process.execPath, ["--input-type=module", "-e", script])),
  );
  return timingOf(times).median;
}
