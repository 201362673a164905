import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate, hasErrors } from "@hashkey-errors/codegen";
import { build } from "rolldown";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type Api, writeCatalog } from "../test/bodies/write-catalog.js";
import { linkDependencies } from "../test/build.js";
import { temporaryFolder } from "../test/temporary-folder.js";

const apis = fileURLToPath(new URL("../test/bodies/apis", import.meta.url));

/** Bundles the command line of an API, which removes its types, and returns its path. */
async function bundleCommandLine(root: string, api: Api): Promise<string> {
  const catalog = join(root, "schemas");
  writeCatalog(catalog, "other", api, { cli: { folder: "../out/cli" } });
  const { problems } = await generate(catalog);
  expect(hasErrors(problems)).toBe(false);
  writeFileSync(join(root, "package.json"), '{ "type": "module", "version": "1.0.0" }');
  linkDependencies({ root });
  const file = join(root, "dist/cli.mjs");
  await build({
    input: join(root, "out/cli/cli.ts"),
    output: { file, codeSplitting: false },
    platform: "node",
    resolve: { extensionAlias: { ".js": [".ts"] } },
    tsconfig: false,
  });
  return file;
}

test.each(["discord", "github", "problem-json", "shopify"])(
  "scan reads a record with a status by its body where the status may be the code: %s",
  async (id) => {
    const root = temporaryFolder("statuses");
    const api = parse(readFileSync(join(apis, `${id}.yaml`), "utf8")) as Api;
    const program = await bundleCommandLine(root, api);
    const records = api.responses.map(({ status, body }) =>
      JSON.stringify({ method: "POST", url: "https://api.example.com/x", status, body }),
    );
    const { stdout } = spawnSync(process.execPath, [program, "scan", "-", "--json"], {
      encoding: "utf8",
      input: `${records.join("\n")}\n`,
    });
    const { errors } = JSON.parse(stdout) as { errors: readonly { readonly name: string }[] };
    const names = api.responses.map(({ is }) => is).filter((is) => is !== "success");
    // A code that the catalog does not list is expected by itself.
    const wanted = names.map((is) => (typeof is === "string" ? is : "UNRECOGNIZED"));
    expect(errors.map(({ name }) => name).sort()).toEqual([...new Set(wanted)].sort());
  },
);
