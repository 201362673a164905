import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyCatalog } from "../empty-catalog.js";
import { codegen } from "../run.js";

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
