import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

type Part = "types" | "validator" | "messages" | "cli";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const compiler = createRequire(join(root, "package.json")).resolve("typescript/package.json");
const { default: getExePath } = await import(
  pathToFileURL(join(compiler, "../lib/getExePath.js")).href
);

/** The compiler of the workspace, a program of its own: its `tsc` starts Node only to start it. */
export const tsc: string = getExePath();

/** The command line is the one package that runs on Node alone. */
export const NODE: object = { types: ["node"], typeRoots: [join(root, "node_modules/@types")] };

/**
 * Compiles what was generated into `out/`, installs it under the given names in `node_modules`, and
 * returns the address of each main module. With `noCheck`, types are left out: where a test only
 * runs it.
 */
export function buildPackages(
  workspace: { readonly root: string },
  names: Readonly<Partial<Record<Part, string>>>,
  options: { readonly noCheck?: boolean } = {},
): Record<Part, string> {
  writeFileSync(join(workspace.root, "package.json"), '{ "type": "module" }');
  const built = {} as Record<Part, string>;
  for (const [part, name] of Object.entries(names) as [Part, string][]) {
    const project = join(workspace.root, "build", part);
    const dist = join(project, "dist");
    mkdirSync(dist, { recursive: true });
    mkdirSync(join(workspace.root, "node_modules", name, ".."), { recursive: true });
    symlinkSync(dist, join(workspace.root, "node_modules", name));
    const modules = {
      ".": "index",
      "./body": "body",
      "./loaders": "generated/loaders",
      "./traffic": "generated/subsets/traffic/index",
    };
    const paths = Object.entries({ ...modules, "./developer/*": "generated/bundles/developer/*" });
    const exports = Object.fromEntries(
      paths.map(([path, file]) => [path, { types: `./${file}.d.ts`, default: `./${file}.js` }]),
    );
    writeFileSync(join(dist, "package.json"), JSON.stringify({ name, type: "module", exports }));
    const rootDir = `../../out/${part}`;
    writeFileSync(
      join(project, "tsconfig.json"),
      JSON.stringify({
        extends: join(root, "tsconfig.base.json"),
        compilerOptions: { rootDir, outDir: dist, ...(part === "cli" && NODE), ...options },
        include: [rootDir],
      }),
    );
    compile(project);
    built[part] = pathToFileURL(join(dist, "index.js")).href;
  }
  return built;
}

/** Links what a command line depends on, as its owner's package.json would. */
export function linkDependencies({ root }: { readonly root: string }): void {
  const require = createRequire(import.meta.url);
  mkdirSync(join(root, "node_modules"), { recursive: true });
  for (const name of ["commander", "picocolors", "yaml"]) {
    const main = require.resolve(name);
    const folder = main.slice(0, main.lastIndexOf(join("node_modules", name)));
    symlinkSync(join(folder, "node_modules", name), join(root, "node_modules", name));
  }
}

/** Compiles the project in a folder; throws with what the compiler says if it does not compile. */
export function compile(folder: string): void {
  // Half of the compiler's garbage collection, for some more memory.
  const env = { ...process.env, GOGC: "400" };
  try {
    execFileSync(tsc, ["-p", folder], { encoding: "utf8", stdio: "pipe", env });
  } catch (error) {
    throw new Error((error as { stdout: string }).stdout);
  }
}
