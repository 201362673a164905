import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../RESULTS.md", import.meta.url);

/** Writes sections to RESULTS.md. They replace those of the same titles; the others are kept. */
export function writeSections(
  sections: readonly (readonly [title: string, text: string])[],
  head?: string,
): void {
  const [oldHead = "", ...parts] = readFileSync(file, "utf8").split(/^## /m);
  const kept = new Map(
    parts.map((part): [string, string] => {
      const end = part.indexOf("\n");
      return [part.slice(0, end), part.slice(end + 1).trim()];
    }),
  );
  for (const [title, text] of sections) kept.set(title, text.trim());
  const body = [...kept].map(([title, text]) => `## ${title}\n\n${text}\n`).join("\n");
  writeFileSync(file, `${(head ?? oldHead).trim()}\n\n${body}`);
}
