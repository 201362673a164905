import { expect, inject, onTestFinished } from "vitest";
import { cell } from "./matrix.js";
import { copyProject } from "./project.js";

const { first, second } = inject("releases");

cell(
  {
    consumer: "A monorepo",
    version: "npm workspaces",
    how: "two copies of the validator, of two releases",
  },
  () => {
    const { succeed, read, write, remove } = copyProject("copies");
    onTestFinished(remove);
    for (const file of ["bot/package.json", "gateway/package.json"])
      write(
        file,
        read(file)
          .replaceAll('"first"', JSON.stringify(first))
          .replaceAll('"second"', JSON.stringify(second)),
      );
    succeed("npm", ["install"]);
    expect(succeed("node", ["gateway/gateway.js"])).toBe("all well\n");
  },
);
