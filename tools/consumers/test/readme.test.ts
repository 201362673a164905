import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import catalog from "@hashkey-errors/schemas/catalog.json" with { type: "json" };
import { identify } from "@hashkey-errors/validator";
import { expect, test } from "vitest";
import { compile, compilers, newestCompiler, writeConsumer } from "./consumer.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const read = (file: string) => readFileSync(join(root, file), "utf8");
const examples = [
  "README.md",
  "schemas/README.md",
  ...["types", "validator", "messages"].map((name) => `packages/${name}/README.md`),
].map((file) => {
  const [, code = ""] = /```ts\n([\s\S]*?)```/.exec(read(file)) ?? [];
  return { file, name: `${file.replaceAll(/\W/g, "-").toLowerCase()}.ts`, code };
});
const writeExamples = () =>
  writeConsumer(Object.fromEntries(examples.map(({ name, code }) => [name, code])));

test("the example of each README prints what its comments say", () => {
  const folder = writeExamples();
  expect(compile(newestCompiler, folder)).toBe("");
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

test("the example of each README has at most twelve lines of code", () => {
  const lengths = examples.map(({ file, code }) => ({
    file,
    lines: code.match(/^.*\S/gm)?.length,
  }));
  expect(lengths.filter(({ lines = 0 }) => lines === 0 || lines > 12)).toEqual([]);
});

test.each(Object.entries(compilers))(
  "the example of each README compiles with %s",
  (_, compiler) => {
    expect(compile(compiler, writeExamples())).toBe("");
  },
);

test("the README counts the errors of the catalog", () => {
  const [, count] = /which of the more than (\d+) known errors/.exec(read("README.md")) ?? [];
  // Not to the last one: a new error must not need an edit of the README.
  const errors = catalog.entries.filter(({ kind }) => kind === "error");
  expect(errors.length).toBeGreaterThan(Number(count));
});

test("the README's table of outcome and retry agrees with the catalog", () => {
  const rows = [...read("README.md").matchAll(/^\| `([A-Z_]+)` +\| `(\S+)` +\| `(\S+)` +\|/gm)];
  expect(rows).toHaveLength(3);
  const codes: Readonly<Record<string, readonly [code: string, text: string]>> = {
    RATE_LIMIT_EXCEEDED: ["0003", "Rate limit exceeded"],
    ORDER_DUPLICATE: ["-1141", "Duplicate order"],
    SERVER_TIMEOUT: ["-1007", "Timeout waiting for response from server"],
  };
  const wrong = rows.filter(([, name = "", outcome, retry]) => {
    const error = identify(...(codes[name] ?? ["", ""]));
    return error.name !== name || error.outcome !== outcome || error.retry !== retry;
  });
  expect(wrong).toEqual([]);
});
