import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { writeConsumer } from "./consumer.js";
import { smoke } from "./smoke.js";

const packages = ["validator", "messages", "types"].map((name) => {
  const manifest = createRequire(import.meta.url).resolve(`@hashkey-errors/${name}/package.json`);
  return { name, dist: join(dirname(manifest), "dist") };
});

test("the packages run with --disallow-code-generation-from-strings", () => {
  const folder = writeConsumer({ "smoke.js": smoke });
  const printed = execFileSync(
    process.execPath,
    ["--disallow-code-generation-from-strings", join(folder, "smoke.js")],
    { encoding: "utf8" },
  );
  expect(printed).toBe("all well\n");
  // The flag blocks code that is made from strings.
  const evil = writeConsumer({ "evil.js": "new Function('return 1')();" });
  const run = () =>
    execFileSync(
      process.execPath,
      ["--disallow-code-generation-from-strings", join(evil, "evil.js")],
      { stdio: "pipe" },
    );
  expect(run).toThrow("Code generation from strings disallowed");
});

test.each(packages)("$name has no require, no eval, and imports only its siblings", ({ dist }) => {
  const modules = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".js"),
  );
  expect(modules.length).toBeGreaterThan(1);
  for (const file of modules) {
    const code = readFileSync(join(dist, file), "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");
    expect(code, file).not.toMatch(
      /\brequire\(|\beval\(|\bnew Function\b|\bimport\((?!"\.\/bundles\/)/,
    );
    for (const [, from] of code.matchAll(/\bfrom\s+"([^"]+)"/g))
      expect(from, file).toMatch(/^(?:\.{1,2}\/|@hashkey-errors\/)/);
  }
});
