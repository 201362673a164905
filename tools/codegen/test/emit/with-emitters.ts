import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { copyAcme, type Workspace } from "../acme.js";

const codegenPackage = fileURLToPath(new URL("../..", import.meta.url));

/** A catalog with custom emitters, in a project that has codegen installed. */
export function withEmitters(modules: Readonly<Record<string, string>>): Workspace {
  const acme = copyAcme();
  const scope = join(acme.root, "node_modules/@hashkey-errors");
  mkdirSync(scope, { recursive: true });
  symlinkSync(codegenPackage, join(scope, "codegen"));
  for (const [file, text] of Object.entries(modules)) acme.write(file, text);
  acme.write(
    "catalog.yaml",
    `${acme.read("catalog.yaml")}emitters: ${JSON.stringify(Object.keys(modules))}\n`,
  );
  return acme;
}

/** A module whose emitter generates these files. */
export const generating = (files: string, more = "") =>
  `export const emitter = { name: "own", from: "catalog.yaml", ${more} emit: (catalog) => ${files} };`;
