// Copies the code that codegen generates into other catalogs' packages from its one home here.
import { cpSync, readdirSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const dist = join(import.meta.dirname, "dist");

// The packages' own code, for catalogs whose packages do not have it by hand. What lies in
// generated/ is made for each. What lies in hashkey/ is for one API.
for (const part of ["types", "validator", "messages", "cli"]) {
  const source = join(root, "packages", part, "src");
  const target = join(dist, "runtime", part);
  const isShared = (file) => !/^(generated|hashkey)\b/.test(file) && file.endsWith(".ts");
  for (const file of readdirSync(source, { recursive: true }).filter(isShared))
    cpSync(join(source, file), join(target, file));
}
