import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyCatalog } from "../empty-catalog.js";
import { codegen, codegenProcess } from "../run.js";

test("import gives up at its time limit, and writes nothing", () => {
  const workspace = emptyCatalog({ id: "slow" });
  const file = join(workspace.root, "errors.csv");
  const rows = Array.from({ length: 100_000 }, (_, at) => `E${at},Order ${at} not found\n`);
  writeFileSync(file, `code,message\n${rows.join("")}`);
  const { status, stderr } = codegenProcess(workspace, "import", file, "--timeout", "0.5");
  expect(status).toBeNull();
  expect(stderr).toBe(
    `${file} takes longer than 0.5 seconds to read; nothing was written. Give it a part of the document, or more time with --timeout.\n`,
  );
  expect(existsSync(join(workspace.catalog, "catalog"))).toBe(false);
});

test.each(["", "soon", "-1", "1e9", "Infinity"])(
  "import --timeout %j is wrong usage",
  async (timeout) => {
    const workspace = emptyCatalog({ id: "slow" });
    const file = join(workspace.root, "errors.csv");
    writeFileSync(file, "code,message\nE1,a\n");
    const { status, stderr } = await codegen(workspace, "import", file, `--timeout=${timeout}`);
    expect(status).toBe(2);
    expect(stderr).toContain(`--timeout: ${JSON.stringify(timeout)} is not a number of seconds`);
  },
);
