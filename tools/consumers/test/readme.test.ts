import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BUMP_RULES } from "@hashkey-errors/codegen";
import { expect, test } from "vitest";
import { compile, compilers, writeConsumer } from "./consumer.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const examples = [
  "README.md",
  "schemas/README.md",
  ...["types", "validator", "messages"].map((name) => `packages/${name}/README.md`),
].map((file) => {
  const [, code] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(root, file), "utf8")) ?? [];
  return { file, name: `${file.replaceAll(/\W/g, "-").toLowerCase()}.ts`, code: code ?? "" };
});

test("each README has an example that prints what it says", () => {
  const folder = writeConsumer(Object.fromEntries(examples.map(({ name, code }) => [name, code])));
  expect(compile(compilers["TypeScript 7"] ?? "", folder)).toBe("");
  for (const { file, name, code } of examples) {
    const printed = execFileSync(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", join(folder, "out", name.replace(".ts", ".js"))],
      { encoding: "utf8" },
    );
    const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
    expect(promised.length, file).toBeGreaterThan(0);
    expect(printed.trimEnd().split("\n"), file).toEqual(promised);
  }
});

test("CONTRIBUTING has the table of bumps that the code has", () => {
  const text = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
  const rows = [...text.matchAll(/^\| (?:patch|minor|major) \|.*$/gm)].map(([row]) => row);
  expect(rows).toEqual(
    Object.values(BUMP_RULES).map(
      ({ bump, what, affects }) => `| ${bump} | ${what} | ${affects} |`,
    ),
  );
});

test("each README's example compiles with TypeScript 5.4", () => {
  const folder = writeConsumer(Object.fromEntries(examples.map(({ name, code }) => [name, code])));
  expect(compile(compilers["TypeScript 5.4"] ?? "", folder)).toBe("");
});
