import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("..", import.meta.url));

const compilerOf = (name: string) => join(require.resolve(`${name}/package.json`), "../bin/tsc");

/** The oldest and the newest supported compiler. */
export const oldestCompiler: string = compilerOf("typescript-5.4");
export const newestCompiler: string = compilerOf("typescript");

/** The compilers to try: the oldest one takes ten times as long, and is left to `test:consumers`. */
export const compilers: Readonly<Record<string, string>> = {
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
      // The compiler's own declarations are no concern of ours.
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
export function compile(compiler: string, folder: string): string {
  try {
    return execFileSync(process.execPath, [compiler, "-p", folder, "--pretty", "false"], {
      encoding: "utf8",
    });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
