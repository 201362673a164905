import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("..", import.meta.url));

const inPackage = (name: string, file: string) =>
  join(require.resolve(`${name}/package.json`), "..", file);
const { default: getExePath } = await import(
  pathToFileURL(inPackage("typescript", "lib/getExePath.js")).href
);

/** The command that starts a compiler. */
type Compiler = readonly [program: string, ...args: string[]];

/** The oldest supported compiler. */
export const oldestCompiler: Compiler = [process.execPath, inPackage("typescript-5.4", "bin/tsc")];

/** The newest one is a program of its own: its `tsc` starts Node only to start it. */
export const newestCompiler: Compiler = [getExePath()];

/**
 * The compilers to try: the oldest one takes ten times as long, and is left to `test:consumers`.
 */
export const compilers: Readonly<Record<string, Compiler>> = {
  "TypeScript 7": newestCompiler,
  ...(process.env.THOROUGH && { "TypeScript 5.4": oldestCompiler }),
};

/**
 * Writes a consumer's files to a folder where the packages are installed, and removes it after the
 * test.
 */
export function writeConsumer(files: Readonly<Record<string, string>>): string {
  const parent = join(root, "node_modules/.cache/consumers");
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, "consumer-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const config = {
    compilerOptions: {
      target: "ES2022",
      module: "nodenext",
      moduleResolution: "nodenext",
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      // The compiler's own declarations are not our concern.
      skipDefaultLibCheck: true,
      lib: ["ES2022", "DOM"],
      types: [],
      resolveJsonModule: true,
      outDir: "out",
    },
    include: ["**/*.ts"],
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** Compiles a consumer, and returns what the compiler prints: nothing if there are no errors. */
export function compile([program, ...args]: Compiler, folder: string): string {
  try {
    return execFileSync(program, [...args, "-p", folder, "--pretty", "false"], {
      encoding: "utf8",
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
