import { readFileSync } from "node:fs";

/**
 * A module that uses every entry point of the packages, and prints "all well" if all results are
 * right.
 */
export const smoke: string = readFileSync(
  new URL("../projects/runtimes/smoke.js", import.meta.url),
  "utf8",
);
