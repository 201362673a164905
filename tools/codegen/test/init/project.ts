import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { codegenAt } from "../run.js";
import { temporaryFolder } from "../temporary-folder.js";

/** A project in a new folder with a name and files. */
export function createProject(files: Readonly<Record<string, string>> = {}, name = "acme") {
  const parent = temporaryFolder("init");
  const root = join(parent, name);
  const write = (file: string, text: string) => {
    mkdirSync(join(root, file, ".."), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  mkdirSync(root);
  for (const [file, text] of Object.entries(files)) write(file, text);
  return {
    root,
    write,
    read: (file: string) => readFileSync(join(root, file), "utf8"),
    files: () =>
      readdirSync(root, { recursive: true, encoding: "utf8" })
        .filter((file) => statSync(join(root, file)).isFile())
        .sort(),
    codegen: (...args: string[]) => codegenAt(root, ...args),
  };
}

/** The strictest options of the compiler. */
export const STRICT = {
  target: "ES2022",
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitOverride: true,
  noImplicitReturns: true,
  noFallthroughCasesInSwitch: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  erasableSyntaxOnly: true,
  isolatedDeclarations: true,
  declaration: true,
  verbatimModuleSyntax: true,
  types: [],
  rootDir: "src",
  outDir: "dist",
};
