import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ScratchRepository } from "./scratch-repository.js";

const contributing = readFileSync(
  fileURLToPath(new URL("../../../CONTRIBUTING.md", import.meta.url)),
  "utf8",
);
const [, taughtEntry = ""] = /```yaml\n([\s\S]*?)```/.exec(contributing) ?? [];

/** The evidence of the entry. */
export const NOTES = "schemas/evidence/my-notes.md";

/** Adds the entry of CONTRIBUTING, `SUB_ACCOUNT_NOT_ACTIVE` (-9901), with its evidence. */
export function addNewEntry({ write, edit }: ScratchRepository): void {
  write(NOTES, "# My notes\n\n-9901 Sub account A7 is not active\n");
  edit(
    "schemas/evidence/README.md",
    "| --- | --- | --- |\n",
    "| --- | --- | --- |\n| my-notes.md | What I saw | 2026-11-27 |\n",
  );
  const entry = taughtEntry.trimEnd().replaceAll(/^ {3}/gm, "  ");
  edit("schemas/catalog/observed.yaml", "entries:\n", `entries:\n${entry}\n`);
}
