import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Workspace } from "../acme.js";
import { codegen } from "../run.js";

/** Exports the German texts, as a translator returns them with a new one. */
export async function translate(
  acme: Workspace,
  file: string,
  name: string,
  message: string,
): Promise<string> {
  const path = join(acme.root, file);
  await codegen(acme, "locale", "export", "de", "--format", "json", "--out", path);
  const { unedited: _, ...exported } = JSON.parse(readFileSync(path, "utf8"));
  const { target, ...text } = exported.texts[name];
  exported.texts = { [name]: { ...text, target: { ...target, message } } };
  writeFileSync(path, JSON.stringify(exported));
  return path;
}
