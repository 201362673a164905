import { existsSync } from "node:fs";
import { join } from "node:path";
import { readPackage } from "../std/read-package.js";

/** The action that checks the repository out; actions are pinned to the commit of a version. */
export const CHECKOUT: string =
  "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1";
/** The action that installs Node. */
const SETUP_NODE = "actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0";

/** The values that all workflows of a catalog have in common. */
export interface WorkflowContext {
  /** The folder with the package.json, from the repository; empty if it is the same. */
  readonly folder: string;
  /** The catalog's folder, from the folder with the package.json. */
  readonly catalog: string;
  /** The catalog's folder, from the repository. */
  readonly inProject: string;
  readonly install: string;
  /** The command line of codegen: never a package of another one that npx would fetch. */
  readonly codegen: string;
}

/** Returns the commands of the package manager whose lockfile the folders have. */
export function managerOf(
  folders: readonly string[],
): Pick<WorkflowContext, "install" | "codegen"> {
  const has = (file: string) => folders.some((folder) => existsSync(join(folder, file)));
  if (has("yarn.lock")) {
    const install = "corepack enable && yarn install --immutable --mode=skip-build";
    return { install, codegen: "yarn codegen" };
  }
  const codegen = "npx --no -- codegen";
  if (!has("pnpm-lock.yaml")) return { install: "npm ci --ignore-scripts", codegen };
  const pnpm = folders.map(pnpmIn).find((found) => found !== undefined) ?? "pnpm";
  return { install: `npx -y ${pnpm} install --frozen-lockfile --ignore-scripts`, codegen };
}

/** The version of pnpm that a package.json names. */
function pnpmIn(folder: string): string | undefined {
  const { packageManager } = readPackage(folder);
  return /^pnpm@[\d.]+/.exec(String(packageManager))?.[0];
}

/** Prints the steps that install what the commands need. */
export function printSetup({ install }: WorkflowContext): string {
  return `      - uses: ${SETUP_NODE}
        with: { node-version: 22, package-manager-cache: false }
      - run: ${install}`;
}

/** Prints the folder that the commands of a job run in. */
export function printFolder({ folder }: WorkflowContext): string {
  if (folder === "") return "";
  return `    defaults: { run: { working-directory: ${JSON.stringify(folder)} } }\n`;
}

/** Prints a command line of codegen. */
export function command(
  { codegen, catalog }: WorkflowContext,
  words: string,
  options: string,
): string {
  const where = catalog === "schemas" ? "" : ` --catalog ${quote(catalog)}`;
  return `${codegen} ${words} ${options}${where}`;
}

/** A value of YAML in one line. */
export function yaml(text: string): string {
  return /:( |$)| #/.test(text) ? JSON.stringify(text) : text;
}

/** A word of a shell's command line. */
export function quote(word: string): string {
  return /^[\w./^:-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
