import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { compile, newestCompiler, writeConsumer } from "./consumer.js";
import {
  type ExampleSetting,
  type HoverExample,
  parseExamples,
  readExamples,
  readExports,
  toProgram,
} from "./hover-examples.js";

const require = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(require.resolve(`@hashkey-errors/${name}/package.json`));
const { exports: subpaths } = require("@hashkey-errors/validator/package.json") as {
  readonly exports: Readonly<Record<string, unknown>>;
};

const PARTS = ["validator", "messages"] as const;
const declarations = PARTS.map((part) => join(folderOf(part), "dist"));
const exportsIn = (folders: readonly string[]) =>
  new Map(PARTS.flatMap((part, at) => [...readExports(part, folders[at] ?? "")]));
/** The module that only this catalog has. */
const ownFolder = join(declarations[0] ?? "", "hashkey");
const ours: ExampleSetting = {
  exports: new Map([...exportsIn(declarations), ...readExports("validator", ownFolder)]),
  specifierOf(path) {
    const [part = "", module = ""] = path.split("/");
    const isSubpath = part === "validator" && `./${module}` in subpaths;
    return `@hashkey-errors/${part}${isSubpath ? `/${module}` : ""}`;
  },
  bundle: "@hashkey-errors/messages/en",
  error: `const [name, params, code, msg] = ["REQUIRED_FIELD_INVALID", { field: "side" }, "0001", "Required field 'side' missing or invalid"] as const;
const body = { code, msg };`,
};

/** Compiles and runs examples in a folder; returns what the compiler and the program print. */
function run(folder: string): string {
  const errors = compile(newestCompiler, folder);
  if (errors !== "") return errors;
  try {
    return execFileSync(process.execPath, [join(folder, "out/examples.js")], {
      encoding: "utf8",
      stdio: "pipe",
    });
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
}

const runOurs = (examples: readonly HoverExample[]) =>
  run(writeConsumer({ "examples.ts": toProgram(examples, ours) }));

test("the examples on hover compile, and give what their comments say", () => {
  const examples = [...declarations, ownFolder].flatMap(readExamples);
  expect(examples.map(({ of }) => of)).toEqual(
    expect.arrayContaining([
      "identify",
      "parseResponse",
      "matchError",
      "localize",
      "nextStep",
      "fromCcxt",
    ]),
  );
  expect(runOurs(examples)).toContain(`${examples.length} examples\n`);
});

test("the examples on hover compile and run with the packages of another catalog", () => {
  const folder = writeConsumer({});
  const codegen = join(folderOf("codegen"), "bin/codegen.js");
  const codegenIn = (...args: readonly string[]) =>
    execFileSync(process.execPath, [codegen, ...args], { cwd: folder, stdio: "pipe" });
  codegenIn("init", "--id", "acme-errors", "--title", "Acme API errors");
  // No example is about these types, and to print them takes half the time.
  rmSync(join(folder, "schemas/openapi.yaml"));
  codegenIn("generate");
  const parts = PARTS.map((part) => join(folder, "src/acme-errors", part));
  const examples = parts.flatMap(readExamples);
  expect(examples.map(({ of }) => of)).toEqual(
    declarations.flatMap(readExamples).map(({ of }) => of),
  );
  const program = toProgram(examples, {
    exports: exportsIn(parts),
    specifierOf: (path) => `./src/acme-errors/${path}.js`,
    bundle: "./src/acme-errors/messages/generated/bundles/en.js",
    error: `const [name, params, code, msg] = ["ITEM_NOT_FOUND", { id: "A7" }, "1001", "Item 'A7' not found."] as const;
const body = { code, message: msg };`,
  });
  writeFileSync(join(folder, "examples.ts"), program);
  expect(run(folder)).toContain(`${examples.length} examples\n`);
});

test("an example that does not compile, or gives another value, is found", () => {
  const planted = (code: string) =>
    parseExamples(`/**\n * @example\n * ${code}\n */\nexport const a`);
  expect(runOurs(planted('identify("0211").nmae;'))).toContain("TS2339");
  expect(runOurs(planted('identify(code, msg).name; // "NOT_FOUND"'))).toContain("gives");
  expect(runOurs(planted('identify(code, msg).outcome; // "rejected" or "applied"'))).toBe(
    "1 examples\n",
  );
});
