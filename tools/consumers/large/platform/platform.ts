import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { catalogFiles, type PlatformCatalog, type PlatformError } from "./catalog-files.js";

const bin = fileURLToPath(new URL("../../../codegen/bin/codegen.js", import.meta.url));

/** The package of the common catalog. */
export const COMMON = "@shop/errors-common";

/**
 * The services that are subsets of one catalog, and those with a catalog that imports the common
 * one.
 */
export const SUBSETS = ["orders", "carts", "prices", "stock", "search"] as const;
export const IMPORTERS = ["payments", "shipping", "accounts"] as const;

/** The number of errors of each service of the shop. */
const PER_SERVICE = 60;

const SUNSET = "2999-12-31";

const COMMON_CATALOG: PlatformCatalog = {
  id: "common",
  files: {
    "common.yaml": [
      { name: "LOGIN_REQUIRED", code: "1001" },
      { name: "RATE_EXCEEDED", code: "1002", fields: { retry: "after-delay" } },
      { name: "TENANT_LOCKED", code: "1003" },
      {
        name: "TOKEN_OUTDATED",
        code: "1004",
        fields: { retired: { since: "2.0.0", reason: "No longer sent.", sunset: SUNSET } },
      },
      { name: "SHARD_UNREACHABLE", code: "1900", fields: { audience: "internal" } },
    ],
  },
};

/** The errors of one service of the shop. */
export function errorsOf(service: string, first: number): readonly PlatformError[] {
  return Array.from({ length: PER_SERVICE }, (_, index) => ({
    name: `${service.toUpperCase()}_${["CLOSED", "REFUSED", "MISSING"][index % 3]}_${index}`,
    code: String(first + index),
    ...(index === 0 && { fields: { tags: ["checkout"] } }),
  }));
}

/** The one catalog of five services. Two teams own its files. */
const SHOP_CATALOG: PlatformCatalog = {
  id: "shop",
  files: Object.fromEntries(
    SUBSETS.map((name, index) => [`${name}.yaml`, errorsOf(name, 2000 + 1000 * index)]),
  ),
  manifest: {
    tags: { checkout: { description: "Buying." } },
    ranges: Object.fromEntries(
      SUBSETS.map((name, index) => [
        `catalog/${name}.yaml`,
        {
          owner: index < 2 ? "@shop/checkout" : "@shop/goods",
          codes: [`${2000 + 1000 * index}..${2999 + 1000 * index}`],
        },
      ]),
    ),
    subsets: {
      ...Object.fromEntries(
        SUBSETS.map((name) => [
          name,
          {
            description: `The service for ${name}.`,
            names: [`${name.toUpperCase()}_*`],
            folder: `../../${name}/src/errors`,
          },
        ]),
      ),
      checkout: { description: "Buying.", tags: ["checkout"], folder: "../../checkout/src/errors" },
    },
  },
};

function importerCatalog(service: string, index: number): PlatformCatalog {
  const names = ["LOGIN_REQUIRED", "RATE_EXCEEDED", "TENANT_LOCKED"].slice(index);
  return {
    id: service,
    files: {
      [`${service}.yaml`]: errorsOf(service, 20_000)
        .slice(0, 3)
        .map(({ name, code }) => ({ name, code })),
    },
    manifest: { imports: [{ package: COMMON, ...(index > 0 && { names }) }] },
  };
}

/** The platform in a folder: each service in one of its own, with its catalog in `errors/`. */
export interface Platform {
  readonly root: string;
  read(path: string): string;
  write(path: string, text: string): void;
  /** Replaces a text in a file; it must be there. */
  edit(path: string, from: string, to: string): void;
  /** Runs codegen on the catalog of a service. */
  codegen(
    service: string,
    ...args: string[]
  ): { readonly status: number | null; readonly output: string };
}

/** Writes the catalogs of the platform, with their texts in English. */
export function createPlatform(): Platform {
  const platform = platformIn(mkdtempSync(join(tmpdir(), "platform-")));
  const { root, write, codegen } = platform;
  const catalogs: readonly (readonly [service: string, catalog: PlatformCatalog])[] = [
    ["common", COMMON_CATALOG],
    ["shop", SHOP_CATALOG],
    ...IMPORTERS.map((name, index) => [name, importerCatalog(name, index)] as const),
  ];
  write("package.json", '{ "type": "module" }');
  write(
    "common/errors/package.json",
    JSON.stringify({
      name: COMMON,
      version: "1.0.0",
      exports: {
        "./catalog.json": "./generated/catalog.json",
        "./locales/*.json": "./generated/locales/*.json",
      },
      files: ["generated"],
    }),
  );
  mkdirSync(join(root, "node_modules/@shop"), { recursive: true });
  symlinkSync("../../common/errors", join(root, "node_modules", COMMON));
  for (const [service, catalog] of catalogs) {
    for (const [path, text] of Object.entries(catalogFiles(catalog)))
      write(`${service}/errors/${path}`, text);
    mustRun(codegen(service, "locale", "add", "en"));
    mustRun(codegen(service, "generate"));
  }
  return platform;
}

function mustRun({ status, output }: { readonly status: number | null; readonly output: string }) {
  if (status !== 0) throw new Error(output);
}

/** A platform that is in a folder already. */
export function platformIn(root: string): Platform {
  const read = (path: string) => readFileSync(join(root, path), "utf8");
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  return {
    root,
    read,
    write,
    edit(path, from, to) {
      const text = read(path);
      if (!text.includes(from)) throw new Error(`${path} has no ${from}`);
      write(
        path,
        text.replace(from, () => to),
      );
    },
    codegen(service, ...args) {
      const words = [bin, ...args, "--catalog", `${service}/errors`];
      const { FORCE_COLOR: _, ...env } = process.env;
      const run = spawnSync(process.execPath, words, {
        cwd: root,
        encoding: "utf8",
        env: { ...env, NO_COLOR: "1" },
      });
      return { status: run.status, output: stripVTControlCharacters(run.stdout + run.stderr) };
    },
  };
}
