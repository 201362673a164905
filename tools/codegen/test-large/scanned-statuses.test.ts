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

/** The part of a report that the test looks at. */
interface Report {
  readonly errors: readonly { readonly name: string; readonly count: number }[];
  readonly read: { readonly successes: number };
}

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

/** The forms in which a response stands in a log. */
const FORMS: Readonly<Record<string, (status: number, body: string) => string>> = {
  "a record": (status, body) =>
    `{"method":"POST","url":"https://api.example.com/x","status":${status},"body":${body}}`,
  "a line": (status, body) => `2026-11-26T09:00:00Z ERROR POST /x ${status} ${body}`,
};

/** The APIs whose HTTP status says whether a request failed, or is the code of some errors. */
const APIS = ["aws", "discord", "github", "grpc-json", "kubernetes", "paypal", "problem-json"];

test.each(APIS)("scan reads a response by its body and its status: %s", async (id) => {
  const root = temporaryFolder("statuses");
  const api = parse(readFileSync(join(apis, `${id}.yaml`), "utf8")) as Api;
  const program = await bundleCommandLine(root, api);
  const failed = api.responses.filter(({ is }) => is !== "success");
  // A code that the catalog does not list is expected by itself.
  const names = failed.map(({ is }) => (typeof is === "string" ? is : "UNRECOGNIZED"));
  for (const [form, write] of Object.entries(FORMS)) {
    const lines = api.responses.map(({ status, body }) => write(status, JSON.stringify(body)));
    const { stdout } = spawnSync(process.execPath, [program, "scan", "-", "--json"], {
      encoding: "utf8",
      input: `${lines.join("\n")}\n`,
    });
    const { errors, read } = JSON.parse(stdout) as Report;
    const found = errors.flatMap(({ name, count }) => Array(count).fill(name));
    expect([form, found.sort()]).toEqual([form, names.sort()]);
    expect([form, read.successes]).toEqual([form, api.responses.length - failed.length]);
  }
});
