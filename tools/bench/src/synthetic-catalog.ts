import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeEntries, type SyntheticEntry } from "./synthetic-entries.js";
import { localText, TAGS } from "./synthetic-texts.js";

/** The size of a synthetic catalog. */
export interface CatalogSize {
  readonly entries: number;
  /** At least one, at most `TAGS.length`. */
  readonly locales: number;
}

/** Codegen's `package.json`. */
export const codegenManifest: string = createRequire(import.meta.url).resolve(
  "@hashkey-errors/codegen/package.json",
);

/** The command line of codegen. */
export const codegenProgram: string = join(dirname(codegenManifest), "bin/codegen.js");

/** Returns the address of one of codegen's modules, since the parts to measure are not exported. */
export function codegenModule(file: string): string {
  return pathToFileURL(join(dirname(codegenManifest), "dist", file)).href;
}

/** Entries for each file: more than a person likes to edit in one. */
const ENTRIES_A_FILE = 250;

/**
 * Writes a synthetic catalog that passes every rule, as `codegen init` and an editor would:
 * entries, evidence and locales. Returns the catalog's folder. The same seed makes the same
 * catalog.
 */
export async function writeCatalog(root: string, size: CatalogSize, seed = 1): Promise<string> {
  writeFileSync(join(root, "package.json"), '{ "name": "synthetic", "type": "module" }');
  const init = ["init", "--id", "synthetic-errors", "--title", "Synthetic API errors"];
  execFileSync(process.execPath, [codegenProgram, ...init], {
    cwd: root,
    stdio: "pipe",
  });
  const folder = join(root, "schemas");
  const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
  const entries = makeEntries(size.entries, seed);
  const evidence = writeEvidence(entries, write);

  rmSync(join(folder, "catalog/errors.yaml"));
  for (let from = 0; from < entries.length; from += ENTRIES_A_FILE) {
    const part = entries.slice(from, from + ENTRIES_A_FILE);
    const name = String(from / ENTRIES_A_FILE + 1).padStart(4, "0");
    write(
      `catalog/part-${name}.yaml`,
      `entries:\n${part.map((entry) => printEntry(entry, evidence)).join("")}`,
    );
  }
  const locales = await makeLocales(entries, size.locales);
  for (const [tag, texts] of locales)
    write(`locales/${tag}.json`, `${JSON.stringify(texts, undefined, 2)}\n`);
  return folder;
}

/** The lines of the evidence that have the code and the text of an entry or of a variant. */
type Evidence = ReadonlyMap<string, { readonly document: string; readonly line: number }>;

/** Writes the table of the documented entries, and the notes for the others and for variants. */
function writeEvidence(
  entries: readonly SyntheticEntry[],
  write: (file: string, text: string) => void,
): Evidence {
  const documents: Record<string, string[]> = {
    "errors.md": ["| code | HTTP | message | description |", "| --- | --- | --- | --- |"],
    "observed.md": ["Observed responses."],
  };
  const places = new Map<string, { document: string; line: number }>();
  const cite = (document: string, keys: readonly string[], line: string) => {
    const lines = documents[document] ?? [];
    lines.push(line);
    for (const key of keys) places.set(key, { document, line: lines.length });
  };
  for (const { code, httpStatus, message, description, documented, ...entry } of entries) {
    // A renamed entry cites the row of its successor.
    const key = JSON.stringify([code, message]);
    if (!places.has(key))
      cite(
        documented ? "errors.md" : "observed.md",
        [key],
        `| ${code} | ${httpStatus} | ${message} | ${description} |`,
      );
    for (const text of entry.variants)
      cite("observed.md", [JSON.stringify([code, text])], `${code}: ${text}`);
    for (const alias of entry.aliases) cite("observed.md", [alias], `${alias}: ${message}`);
  }
  for (const [document, lines] of Object.entries(documents))
    write(`evidence/${document}`, `${lines.join("\n")}\n`);
  return places;
}

function printEntry(entry: SyntheticEntry, evidence: Evidence): string {
  const source = (key: string) => `[${JSON.stringify(evidence.get(key))}]`;
  const { code, message, params, aliases, variants, retired } = entry;
  const lines = [
    `- name: ${entry.name}`,
    `  code: ${JSON.stringify(code)}`,
    `  httpStatus: ${entry.httpStatus}`,
    `  message: ${message}`,
    ...(Object.keys(params).length === 0 ? [] : ["  params:"]),
    ...Object.entries(params).map(([name, param]) => `    ${name}: ${JSON.stringify(param)}`),
    `  description: ${entry.description || '""'}`,
    `  category: ${entry.category}`,
    `  fault: ${entry.fault}`,
    `  outcome: ${entry.outcome}`,
    `  retry: ${entry.retry}`,
    ...(entry.documented ? [] : ["  documented: false"]),
    `  sources: ${source(JSON.stringify([code, message]))}`,
    ...(aliases.length === 0 ? [] : ["  aliases:"]),
    ...aliases.map((alias) => `    - { code: ${alias}, sources: ${source(alias)} }`),
    ...(variants.length === 0 ? [] : ["  variants:"]),
    ...variants.flatMap((text) => [
      `    - message: ${text}`,
      `      sources: ${source(JSON.stringify([code, text]))}`,
    ]),
    ...(retired === undefined ? [] : [`  retired: ${JSON.stringify(retired)}`]),
  ];
  return lines.map((line) => `  ${line}\n`).join("");
}

type Texts = Readonly<Record<string, string>>;

type HashSource = (entry: SyntheticEntry | undefined, texts: Texts) => string;

/** Makes the texts of each locale, up to date with their sources. */
async function makeLocales(
  entries: readonly SyntheticEntry[],
  count: number,
): Promise<readonly (readonly [tag: string, texts: object])[]> {
  const { hashSource } = (await import(codegenModule("catalog/source-hash.js"))) as {
    hashSource: HashSource;
  };
  const textOf = (tag: string, number: number, params: readonly string[]): Texts => ({
    title: localText(tag, number, []),
    message: localText(tag, number, params),
    ...(params.length > 0 && { paramless: localText(tag, number, []) }),
    description: localText(tag, number + 1, []),
  });
  const [sourceTag = ""] = TAGS;
  return TAGS.slice(0, count).map((tag) => {
    const isSource = tag === sourceTag;
    const make = (number: number, entry?: SyntheticEntry, params: readonly string[] = []) => {
      const { message = "", description = "" } = entry ?? {};
      const source = isSource ? { message, description } : textOf(sourceTag, number, params);
      const sourceHash = hashSource(entry, source);
      return { ...textOf(tag, number, params), status: "machine", sourceHash };
    };
    const texts = entries.map((entry, index) => [
      entry.name,
      make(index + 1, entry, Object.keys(entry.params)),
    ]);
    const general = ["INVALID_RESPONSE", "NO_RESPONSE", "NO_RESPONSE_rejected"].map((name) => [
      name,
      make(0),
    ]);
    const outcomeHash = hashSource(undefined, isSource ? {} : outcomesOf(sourceTag));
    const outcomes = { ...outcomesOf(tag), status: "machine", sourceHash: outcomeHash };
    const unrecognized = make(0, undefined, ["code"]);
    const all = [["outcomes", outcomes], ["UNRECOGNIZED", unrecognized], ...general, ...texts];
    return [tag, Object.fromEntries(all)];
  });
}

/** The sentences about what became of a request. */
function outcomesOf(tag: string): Readonly<Record<string, string>> {
  const words = ["rejected", "rejected-after-reconcile", "unknown", "applied"];
  return Object.fromEntries(words.map((word, index) => [word, localText(tag, index, [])]));
}
