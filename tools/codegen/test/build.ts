import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

type Part = "types" | "validator" | "messages";

const packages = fileURLToPath(new URL("../../../packages", import.meta.url));
const tsc = join(
  createRequire(join(packages, "../package.json")).resolve("typescript/package.json"),
  "../bin/tsc",
);

/**
 * Puts the packages' own code beside what was generated into `out/`, compiles it, installs it under the given names in
 * `node_modules`, and returns the address of each main module.
 */
export function buildPackages(
  { root }: { readonly root: string },
  names: Readonly<Partial<Record<Part, string>>>,
): Record<Part, string> {
  writeFileSync(join(root, "package.json"), '{ "type": "module" }');
  const built = {} as Record<Part, string>;
  for (const [part, name] of Object.entries(names) as [Part, string][]) {
    const source = join(root, "out", part);
    cpSync(join(packages, part, "src"), source, {
      recursive: true,
      filter: (path) => !path.includes("generated"),
    });
    const dist = join(root, "dist", part);
    mkdirSync(dist, { recursive: true });
    mkdirSync(join(root, "node_modules", name, ".."), { recursive: true });
    symlinkSync(dist, join(root, "node_modules", name));
    const exports = { ".": { types: "./index.d.ts", default: "./index.js" } };
    writeFileSync(join(dist, "package.json"), JSON.stringify({ name, type: "module", exports }));
    const compilerOptions = { rootDir: ".", outDir: dist };
    writeFileSync(
      join(source, "tsconfig.json"),
      JSON.stringify({ extends: join(packages, "../tsconfig.base.json"), compilerOptions }),
    );
    compile(source);
    built[part] = pathToFileURL(join(dist, "index.js")).href;
  }
  return built;
}

/** Compiles the project in a folder; throws with what the compiler says if it does not compile. */
export function compile(folder: string): void {
  try {
    execFileSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    throw new Error((error as { stdout: string }).stdout);
  }
}
