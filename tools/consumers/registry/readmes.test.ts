import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, onTestFinished, test } from "vitest";
import { fetched } from "./fetched.js";
import { copyProject } from "./project.js";

const { folder: repository } = inject("releases");

test.each(["packages/types", "packages/validator", "packages/messages", "schemas"])(
  "the README of %s leads from an empty folder to its printed result",
  (folder) => {
    const readme = readFileSync(join(repository, folder, "README.md"), "utf8");
    const [, install = ""] = /```sh\n(npm install .*)\n```/.exec(readme) ?? [];
    const [, code = ""] = /```ts\n([\s\S]*?)```/.exec(readme) ?? [];
    const promised = [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, text]) => text);
    expect(promised.length).toBeGreaterThan(0);

    const { succeed, write, remove } = copyProject(undefined);
    onTestFinished(remove);
    write("package.json", '{ "type": "module" }');
    // The command of the README, unchanged.
    const [command = "", ...args] = install.split(" ");
    succeed(command, args);
    write("answer.ts", code);
    const options = [
      "--module",
      "nodenext",
      "--target",
      "es2022",
      "--strict",
      "--resolveJsonModule",
      "--skipDefaultLibCheck",
    ];
    succeed(process.execPath, [fetched("typescript-7", "bin/tsc"), ...options, "answer.ts"]);
    const printed = succeed("node", ["--disable-warning=ExperimentalWarning", "answer.js"]);
    expect(printed.trimEnd().split("\n")).toEqual(promised);
  },
);
