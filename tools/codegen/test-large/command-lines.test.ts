import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate, hasErrors } from "@hashkey-errors/codegen";
import { expect, onTestFinished, test } from "vitest";
import { parse } from "yaml";
import { type Api, writeCatalog } from "../test/bodies/write-catalog.js";
import { compile, linkDependencies, NODE } from "../test/build.js";

const apis = fileURLToPath(new URL("../test/bodies/apis", import.meta.url));
const base = fileURLToPath(new URL("../../../tsconfig.base.json", import.meta.url));

test.each(readdirSync(apis))(
  "the command line of an API with the bodies of %s compiles",
  async (file) => {
    const root = mkdtempSync(join(tmpdir(), "command-line-"));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const catalog = join(root, "schemas");
    const api = parse(readFileSync(join(apis, file), "utf8")) as Api;
    writeCatalog(catalog, "other", api, { cli: { folder: "../out/cli" } });
    const { problems } = await generate(catalog);
    expect(hasErrors(problems)).toBe(false);
    writeFileSync(join(root, "package.json"), '{ "type": "module" }');
    linkDependencies({ root });
    const compilerOptions = { noEmit: true, ...NODE };
    const project = { extends: base, compilerOptions, include: ["out"] };
    writeFileSync(join(root, "tsconfig.json"), JSON.stringify(project));
    compile(root);
  },
);
