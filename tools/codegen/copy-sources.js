// Copies the code that codegen generates into other catalogs' packages from its one home here.
import { cpSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const dist = join(import.meta.dirname, "dist");

// The packages' own code, for catalogs whose packages do not have it by hand. What lies in generated/ is made for each,
// and what lies in hashkey/ is this catalog's own.
for (const part of ["types", "validator", "messages"]) {
  const source = join(root, "packages", part, "src");
  const target = join(dist, "runtime", part);
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(source).filter(
    (name) => name.endsWith(".ts") || name === "by-path",
  ))
    cpSync(join(source, file), join(target, file), { recursive: true });
}
