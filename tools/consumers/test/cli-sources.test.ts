import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { compile, compilers, writeConsumer } from "./consumer.js";

const root = fileURLToPath(new URL("../../..", import.meta.url));

// The owner of another API compiles them, with the settings that the README names.
test.each(Object.entries(compilers))(
  "the sources of the command line and the validator compile with %s",
  (_, compiler) => {
    const folder = writeConsumer({});
    const config = {
      compilerOptions: {
        target: "ES2022",
        lib: ["ES2023"],
        types: ["node"],
        module: "nodenext",
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        verbatimModuleSyntax: true,
        skipLibCheck: true,
        noEmit: true,
      },
      include: ["cli", "validator"].map((name) => join(root, "packages", name, "src")),
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    expect(compile(compiler, folder)).toBe("");
  },
);
