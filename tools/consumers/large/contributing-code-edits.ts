import type { TaughtEdit } from "./contributing-edits.js";

export const CODE_EDITS: readonly TaughtEdit[] = [
  {
    name: "add a rule",
    make({ write }) {
      write(
        "tools/codegen/src/check/rules/short-names.ts",
        `import type { Rule } from "../rule.js";

/** A name has at most 55 characters. */
export const rule: Rule = {
  name: "short-names",
  check({ entries }, report, places) {
    for (const [index, { name }] of entries.entries())
      if (name.length > 55) report(places.entryAt(index, ["name"]), \`\${name} is too long\`);
  },
};
`,
      );
      write(
        "tools/codegen/test/check/short-names.test.ts",
        `import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { PAYMENTS, printErrors } from "../test-faults.js";

test("the rule short-names reports a name of more than 55 characters", async () => {
  const acme = copyAcme();
  acme.edit(PAYMENTS, "name: API_ERROR", \`name: \${"A".repeat(56)}\`);
  expect((await printErrors(acme.catalog)).join()).toContain("is too long");
});
`,
      );
    },
    test: ["tools/codegen", "test/check/short-names.test.ts"],
  },
  {
    name: "add an output",
    make({ write }) {
      write(
        "tools/codegen/src/emit/emitters/names-txt.ts",
        `import { isErrorEntry } from "../../catalog/catalog.js";
import type { Emitter } from "../emitter.js";
import { GeneratedFile } from "../generated-file.js";

/** \`generated/names.txt\`: the name of each error, one a line. */
export const emitter: Emitter = {
  name: "names-txt",
  from: "catalog",
  emit: ({ entries }) => {
    const file = new GeneratedFile("generated/names.txt");
    for (const { name } of entries.filter(isErrorEntry)) file.line(name);
    return [file.toFile()];
  },
};
`,
      );
      write(
        "tools/codegen/test/emit/names-txt.test.ts",
        `import { expect, test } from "vitest";
import { emitFile } from "./tiny-catalog.js";

test("names.txt has the name of each error", async () => {
  expect(await emitFile("generated/names.txt")).toBe("ITEM_NOT_FOUND\\nSERVER_BUSY\\n");
});
`,
      );
    },
    test: ["tools/codegen", "test/emit/names-txt.test.ts"],
  },
];
