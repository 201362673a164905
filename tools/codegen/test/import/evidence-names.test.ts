import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { copyAcme } from "../acme.js";
import { codegen } from "../run.js";

test("an imported document gets a name that every system can have, whatever it was called", async () => {
  const acme = copyAcme();
  const names: Readonly<Record<string, string>> = {
    ".con.csv": "con-.csv",
    "..aux .csv": "aux- .csv",
    "con .csv": "con- .csv",
    "NUL.tar.csv": "NUL-.tar.csv",
    "COM\u00b9.csv": "COM\u00b9-.csv",
    "lpt9  .csv": "lpt9-  .csv",
    "conin$.csv": "conin$-.csv",
    "a:b|c.csv": "a-b-c.csv",
    "line\nbreak.csv": "line-break.csv",
    "console.csv": "console.csv",
  };
  const before = new Set(readdirSync(join(acme.catalog, "evidence")));
  for (const [index, name] of Object.keys(names).entries()) {
    const file = join(acme.root, name);
    writeFileSync(file, `code,message\nnew_${index},Something happened in case ${index}\n`);
    expect(await codegen(acme, "import", file, "--partial")).toMatchObject({ status: 0 });
  }
  const added = readdirSync(join(acme.catalog, "evidence")).filter((name) => !before.has(name));
  expect(added.sort()).toEqual(Object.values(names).sort());
  expect((await codegen(acme, "lint")).stderr).not.toContain("(files)");
});
