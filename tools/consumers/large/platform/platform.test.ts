import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { catalogFiles } from "./catalog-files.js";
import {
  COMMON,
  createPlatform,
  errorsOf,
  IMPORTERS,
  type Platform,
  platformIn,
  SUBSETS,
} from "./platform.js";
import { VIOLATIONS } from "./violations.js";

const tsc = join(createRequire(import.meta.url).resolve("typescript/package.json"), "../bin/tsc");
const base = fileURLToPath(new URL("../../../../tsconfig.base.json", import.meta.url));

const SERVICES = [...SUBSETS, ...IMPORTERS];

const platform = createPlatform();
afterAll(() => rmSync(platform.root, { recursive: true, force: true }));

/** The bytes of a minified bundle of code in a folder of the platform. */
async function bundle(folder: string, code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: join(platform.root, folder) },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    charset: "utf8",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

/** Runs code in a folder of the platform, and returns what it exports as `result`. */
async function run(folder: string, code: string): Promise<unknown> {
  const text = await bundle(folder, code);
  const module = await import(`data:text/javascript,${encodeURIComponent(text)}`);
  return module.result;
}

const PARSE = 'export { parseResponse } from "./src/errors/validator/index.js";';

test("each of the eight services compiles against its errors alone", () => {
  const { root, write } = platform;
  for (const service of SERVICES) {
    const own = `${service.toUpperCase()}_CLOSED_0`;
    write(
      `${service}/src/main.ts`,
      `import { matchError, parseResponse } from "./errors/validator/index.js";
import type { ErrorName } from "./errors/types/index.js";

export const name: ErrorName = "${own}";
// @ts-expect-error The name of another service's error.
export const other: ErrorName = "${service === "orders" ? "CARTS" : "ORDERS"}_CLOSED_0";
export function answer(body: unknown): string {
  const result = parseResponse(body);
  return result.kind === "error" ? matchError(result.error, { ${own}: () => "ours", _: (e) => e.code }) : "";
}
`,
    );
  }
  const options = { noEmit: true, isolatedDeclarations: false };
  const include = SERVICES.map((service) => `${service}/src`);
  write("tsconfig.json", JSON.stringify({ extends: base, compilerOptions: options, include }));
  const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", root], { encoding: "utf8" });
  expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
});

test("a subset is bundled to the bytes of a catalog that has its entries alone", async () => {
  const { write, codegen } = platform;
  const alone = catalogFiles({
    id: "shop",
    files: { "orders.yaml": errorsOf("orders", 2000).map(({ name, code }) => ({ name, code })) },
  });
  for (const [path, text] of Object.entries(alone)) write(`alone/errors/${path}`, text);
  expect(codegen("alone", "generate")).toMatchObject({ status: 0 });
  const bytesOf = async (folder: string) => Buffer.byteLength(await bundle(folder, PARSE));
  const [subset, small, whole] = [
    await bytesOf("orders"),
    await bytesOf("alone"),
    await bytesOf("shop"),
  ];
  expect(subset).toBe(small);
  // The other four services have as many errors as this one, of 20 bytes or more each.
  expect(whole - subset).toBeGreaterThan(4 * 60 * 20);
});

test("an error of another service is unrecognized, with its code", async () => {
  const identify = (code: string) =>
    `import { identify } from "./src/errors/validator/index.js"; export const result = [identify("${code}")].map(({ name, code }) => [name, code])[0];`;
  expect(await run("orders", identify("2000"))).toEqual(["ORDERS_CLOSED_0", "2000"]);
  expect(await run("orders", identify("3000"))).toEqual(["UNRECOGNIZED", "3000"]);
  expect(await run("checkout", identify("3000"))).toEqual(["CARTS_CLOSED_0", "3000"]);
  expect(await run("checkout", identify("3001"))).toEqual(["UNRECOGNIZED", "3001"]);
});

test("three services say the common errors in the words of the common catalog", async () => {
  const texts = JSON.parse(platform.read("common/errors/locales/en.json"));
  const said = `import { identify } from "./src/errors/validator/index.js";
import { localize } from "./src/errors/messages/index.js";
import { messages } from "./src/errors/messages/generated/bundles/en.js";
export const result = localize(identify("1003"), messages).message;`;
  for (const service of IMPORTERS)
    expect(await run(service, said)).toBe(texts.TENANT_LOCKED.message);
  expect(await bundle("payments", PARSE)).toContain("tenant locked");
  expect(platform.read("payments/src/errors/types/generated/entries.ts")).toContain(
    `From \\${COMMON}: errors.txt, line 3.`,
  );
});

test("no file that is generated, and none of another service, has the internal error", () => {
  const { root } = platform;
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => !path.startsWith("node_modules"))
    .map((path) => join(root, path))
    .filter((path) => statSync(path).isFile());
  const leaking = files.filter((path) => /SHARD.UNREACHABLE/i.test(readFileSync(path, "utf8")));
  expect(leaking.map((path) => path.slice(root.length + 1)).sort()).toEqual([
    "common/errors/catalog/common.yaml",
    "common/errors/evidence/errors.txt",
    "common/errors/locales/en.json",
  ]);
});

/** A copy of the platform's catalogs, or of all its files, in which something is planted. */
function copyPlatform(isCopied: (path: string) => boolean = isOfCatalog): Platform {
  const root = `${platform.root}-copy`;
  rmSync(root, { recursive: true, force: true });
  cpSync(platform.root, root, { recursive: true, verbatimSymlinks: true, filter: isCopied });
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  return platformIn(root);
}

function isOfCatalog(path: string): boolean {
  return !/[\\/](src|alone)([\\/]|$)/.test(path.slice(platform.root.length));
}

test.each(VIOLATIONS)("%s is reported with what to do", (_, service, plant, message, help) => {
  const planted = copyPlatform();
  expect(planted.codegen(service, "lint")).toMatchObject({ status: 0 });
  plant(planted);
  const { status, output } = planted.codegen(service, "lint");
  expect(status).toBe(1);
  expect(output).toContain(message);
  expect(output).toContain(`help: ${help}`);
});

test("too small a bump fails the gate of the common catalog, and shows in those that import it", () => {
  const planted = copyPlatform(() => true);
  expect(planted.codegen("common", "record")).toMatchObject({ status: 0 });
  expect(planted.codegen("payments", "check")).toMatchObject({ status: 0 });
  expect(planted.codegen("payments", "record")).toMatchObject({ status: 0 });
  planted.edit("common/errors/catalog/common.yaml", '"httpStatus": 400', '"httpStatus": 401');
  planted.write("common/errors/.changeset/small.md", `---\n"${COMMON}": minor\n---\n\nA fix.\n`);
  const { status, output } = planted.codegen("common", "diff", "--check");
  expect(status).toBe(1);
  expect(output).toContain(
    "the catalog changes require a major release, but the pending changesets release a minor version. Run codegen diff --changeset.",
  );
  expect(planted.codegen("common", "generate")).toMatchObject({ status: 0 });
  expect(planted.codegen("payments", "check")).toMatchObject({ status: 1 });
  expect(planted.codegen("payments", "diff").output).toContain(
    "LOGIN_REQUIRED (1001): httpStatus changed from 400 to 401",
  );
});
