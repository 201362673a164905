import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../fetched", import.meta.url));
const modules = join(folder, "node_modules");

/** Installs the packages of `fetched/pnpm-lock.yaml`, unless they are installed. */
export function installFetched(): void {
  install();
}

/** Imports Lighthouse from a folder of its own, which is small: few tests need it. */
export function importLighthouse<Module>(): Promise<Module> {
  install("lighthouse");
  return import(join(folder, "lighthouse/node_modules/lighthouse/core/index.js"));
}

function install(...part: readonly string[]): void {
  execFileSync(process.execPath, [join(import.meta.dirname, "install-fetched.js"), ...part], {
    stdio: "inherit",
  });
}

/** Returns the path of a file in a fetched package. */
export function fetched(name: string, ...path: string[]): string {
  return join(modules, name, ...path);
}

/** Returns the version of a fetched package. */
export function versionOf(name: string): string {
  return JSON.parse(readFileSync(fetched(name, "package.json"), "utf8")).version;
}

/** Returns the path of a fetched package's command. */
export function commandOf(name: string, command: string = name): string {
  const { bin } = JSON.parse(readFileSync(fetched(name, "package.json"), "utf8")) as {
    bin: string | Record<string, string>;
  };
  const path = typeof bin === "string" ? bin : bin[command];
  if (path === undefined) throw new Error(`${name} has no command ${command}`);
  return fetched(name, path);
}

/** Imports a fetched package, as its folder would. */
export function importFetched<Module>(name: string): Promise<Module> {
  return import(createRequire(join(folder, "package.json")).resolve(name));
}
