import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as Validator from "@hashkey-errors/validator";
import type { BenchEntry } from "./entries.js";

/** Loads the built validator with another catalog's table in place of its own. */
export async function validatorOf(entries: readonly BenchEntry[]): Promise<typeof Validator> {
  const manifest = createRequire(import.meta.url).resolve("@hashkey-errors/validator/package.json");
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(
    join(dirname(manifest), "node_modules/@hashkey-errors"),
    join(folder, "node_modules/@hashkey-errors"),
  );
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  cpSync(join(dirname(manifest), "dist"), join(folder, "dist"), { recursive: true });
  const lines = entries.map(({ name, code, message }) => {
    const words = name.toLowerCase().replaceAll("_", " ");
    return `${code} ${words}|${JSON.stringify(message).replaceAll("|", "\\u007c")}`;
  });
  const table = [" order client rejected after-fix 400", ...lines].join("\n");
  const shared = join(folder, "dist/shared.js");
  const [before, , after] = readFileSync(shared, "utf8").split(/^(const table = ".*";)$/m);
  if (after === undefined) throw new Error(`${shared} has no table`);
  writeFileSync(shared, `${before}const table = ${JSON.stringify(table)};${after}`);
  return (await import(pathToFileURL(join(folder, "dist/index.js")).href)) as typeof Validator;
}
