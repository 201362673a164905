import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { run } from "./run.js";

const captures = fileURLToPath(new URL("captures", import.meta.url));
const readme = new URL("../README.md", import.meta.url);

/** A command in the README, and the place of what it prints. */
const TRANSCRIPT = /<!-- transcript: hashkey-errors (.*) -->\n[\s\S]*?<!-- \/transcript -->/g;

/** The words of a command line, as a shell reads them. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? "");
}

test("the README shows what the commands print", () => {
  const text = readFileSync(readme, "utf8");
  const written = text.replaceAll(TRANSCRIPT, (_, command: string) => {
    const { output, errors } = run(wordsOf(command), { env: { COLUMNS: "100" }, cwd: captures });
    const transcript = `$ hashkey-errors ${command}\n${output.trimEnd()}${errors}`;
    return `<!-- transcript: hashkey-errors ${command} -->\n\`\`\`console\n${transcript}\n\`\`\`\n<!-- /transcript -->`;
  });
  expect(text.match(TRANSCRIPT)).toHaveLength(5);
  // Written where someone works; on a machine that only checks, a difference is a failure.
  if (process.env.CI === undefined) writeFileSync(readme, written);
  else expect(text).toBe(written);
});
