// What codegen gives to others, and has its one home elsewhere in this repository.
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const dist = join(import.meta.dirname, "dist");
const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));

// The packages' own code, for catalogs whose packages do not have it by hand. What lies in generated/ is made for each.
for (const part of ["types", "validator", "messages"]) {
  const source = join(root, "packages", part, "src");
  const target = join(dist, "runtime", part);
  mkdirSync(target, { recursive: true });
  for (const file of readdirSync(source).filter((name) => name.endsWith(".ts")))
    cpSync(join(source, file), join(target, file));
}

// The schemas that `init` starts a catalog with: this repository's, in the words of no API.
const schemas = join(dist, "schemas");
mkdirSync(schemas);
cpSync(join(root, "schemas/manifest.schema.json"), join(schemas, "manifest.schema.json"));
const catalog = readJson(join(root, "schemas/catalog.schema.json"));
const words = readJson(join(import.meta.dirname, "schema-words.json"));
delete catalog.$defs.Venue;
delete catalog.$defs.Entry.properties.venue;
delete catalog.$defs.Entry.then.properties.venue;
for (const [name, oneOf] of Object.entries(words)) catalog.$defs[name].oneOf = oneOf;
writeFileSync(join(schemas, "catalog.schema.json"), `${JSON.stringify(catalog, undefined, 2)}\n`);
