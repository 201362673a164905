import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

let library: typeof import("yaml") | undefined;

/**
 * Returns the library that parses any YAML. Loading it takes as long as reading a small catalog,
 * whose files are read without it: only one in which something is wrong or rare waits for it.
 */
export function yamlLibrary(): typeof import("yaml") {
  library ??= require("yaml") as typeof import("yaml");
  return library;
}
