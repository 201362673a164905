import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "@hashkey-errors/codegen";
import { build } from "esbuild";
import { DESCRIPTION, HOSTILE, type HostileEntry } from "./hostile-entries.js";
import { WIRES } from "./hostile-wires.js";
import type { ParsedResult } from "./judged-row.js";
import type { LogRow } from "./log-rows.js";

/** A catalog of hostile texts, with what codegen generates from it. */
export interface HostileCatalog {
  /** The name of its schema in the engines. */
  readonly schema: string;
  /** Returns the generated SQL for an engine. */
  readSql(file: string): string;
  /** Reads a row with the generated validator. */
  parse(row: LogRow): ParsedResult;
}

const catalogs = new Map<string, Promise<HostileCatalog>>();

/** Returns the catalog whose responses are written in one of several ways; generates it once. */
export function hostileCatalog(wireName: string): Promise<HostileCatalog> {
  const catalog = catalogs.get(wireName) ?? generateCatalog(wireName);
  catalogs.set(wireName, catalog);
  return catalog;
}

async function generateCatalog(wireName: string): Promise<HostileCatalog> {
  const hostile = WIRES[wireName];
  if (hostile === undefined) throw new Error(`no wire ${wireName}`);
  const root = mkdtempSync(join(tmpdir(), "hostile-"));
  process.once("exit", () => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, "spec");
  const write = (file: string, text: string) => {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), text);
  };
  const { wire, toBody } = hostile;
  write("../package.json", '{ "type": "module" }');
  write("catalog.yaml", JSON.stringify({ ...MANIFEST, id: `hostile-${wireName}`, wire }));
  write("catalog/all.yaml", printYaml({ entries: HOSTILE.map(toEntry) }));
  write("evidence/hostile.txt", HOSTILE.map(toEvidence).join("\n"));
  write("evidence/statuses.txt", "429 503");
  write("locales/en.json", "{}");
  const { problems } = await generate(folder);
  const errors = problems.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join("\n"));
  const bundle = join(root, "validator.js");
  const entryPoints = [join(root, "out/validator/index.ts")];
  await build({ entryPoints, outfile: bundle, bundle: true, format: "esm" });
  const { parseResponse } = await import(pathToFileURL(bundle).href);
  return {
    schema: `hostile_${wireName}_errors`,
    readSql: (file) => readFileSync(join(folder, "generated", file), "utf8"),
    parse: ({ code, msg, status }) =>
      parseResponse(toBody(code, msg ?? undefined), { httpStatus: status ?? undefined }),
  };
}

const MANIFEST = {
  title: "Hostile errors",
  description: "Errors whose texts mean something else elsewhere.",
  categories: { all: { status: 400, description: "All of them; it's the only one \\ $$." } },
  errorClass: "HostileError",
  packages: {
    types: { name: "@hostile/types", folder: "../out/types" },
    validator: { name: "@hostile/validator", folder: "../out/validator" },
    messages: { name: "@hostile/messages", folder: "../out/messages" },
  },
  sourceLocale: "en",
  runtime: true,
};

function toEntry(entry: HostileEntry, index: number): object {
  const { name, code, message, variants = [], aliases = [], replacedBy } = entry;
  const sources = [{ document: "hostile.txt", line: index + 1 }];
  const params = [...message.matchAll(/\{([a-z]\w*)\}/gi)].map(([, param = ""]) => param);
  return {
    name,
    code,
    aliases: aliases.map((alias) => ({ code: alias, sources })),
    httpStatus: null,
    message,
    variants: variants.map((variant) => ({ message: variant, sources })),
    params: Object.fromEntries(params.map((param) => [param, { meaning: "Any", example: "7" }])),
    description: DESCRIPTION,
    category: "all",
    fault: "client",
    outcome: index % 2 === 0 ? "rejected" : "unknown",
    retry: index % 2 === 0 ? "after-fix" : "after-reconcile",
    documented: false,
    sources,
    ...(replacedBy && { retired: { since: "1.0.0", reason: "Renamed.", replacedBy } }),
  };
}

/** JSON is YAML; what nobody sees in an editor has to be escaped. */
function printYaml(value: object): string {
  return JSON.stringify(value).replaceAll(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A line that has all that an entry says. */
function toEvidence({ code, message, variants = [], aliases = [] }: HostileEntry): string {
  return [code, ...aliases, message, ...variants].join(" ");
}
