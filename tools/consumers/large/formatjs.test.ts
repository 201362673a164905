import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

const icu = dirname(createRequire(import.meta.url).resolve("@hashkey-errors/messages/icu/en.json"));

/**
 * Runs FormatJS' own check of a folder of ICU texts. Its command line is large, so npx fetches it.
 */
function verify(folder: string, ...options: string[]) {
  const { status, stdout, stderr } = spawnSync(
    "npx",
    [
      "-y",
      "@formatjs/cli@6.16.32",
      "verify",
      "--source-locale=en",
      ...options,
      "--extra-keys",
      "--structural-equality",
      join(folder, "*.json"),
    ],
    { encoding: "utf8" },
  );
  return { status, output: stdout + stderr };
}

// Missing texts do not stop anyone who edits; `codegen lint --release` refuses them.
test("FormatJS finds no extra key and the same placeholders in every locale", () => {
  expect(verify(icu)).toMatchObject({ status: 0 });
});

test.each<[fault: string, change: (texts: Record<string, string>) => void, says: RegExp]>([
  ["a missing text", (texts) => delete texts.ORDER_NOT_FOUND, /ORDER_NOT_FOUND/],
  ["an extra text", (texts) => Object.assign(texts, { ORDER_LOST: "x" }), /ORDER_LOST/],
  [
    "another placeholder",
    (texts) => Object.assign(texts, { PARAMETER_INVALID: "{param}" }),
    /PARAMETER_INVALID/,
  ],
])("FormatJS refuses %s", (_, change, says) => {
  const folder = mkdtempSync(join(tmpdir(), "icu-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(icu, "en.json"), join(folder, "en.json"));
  const file = join(folder, "ja.json");
  cpSync(join(folder, "en.json"), file);
  const texts = JSON.parse(readFileSync(file, "utf8"));
  change(texts);
  writeFileSync(file, JSON.stringify(texts));
  const { status, output } = verify(folder, "--missing-keys");
  expect(output).toMatch(says);
  expect(status).not.toBe(0);
});
