import type { Catalog } from "../../catalog/catalog.js";
import { codeKey } from "../../catalog/code-key.js";
import type { Entry, Source } from "../../catalog/entry.js";
import { tablesOf } from "../../catalog/manifest.js";
import { successorOf } from "../../catalog/successor.js";
import { wireOf } from "../../catalog/wire.js";
import type { Places } from "../../load/places.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import { getOwn } from "../../std/get-own.js";
import { type Claim, checkCitation } from "../check-citation.js";
import type { Report, Rule } from "../rule.js";

/**
 * Every cited line exists and has the code and the text that it is cited for. Documented entries,
 * and no others, cite a table, each a row of its own.
 */
export const rule: Rule = {
  name: "sources",
  async check(catalog, report, places) {
    checkTables(catalog, report, places);
    await checkStatuses(catalog, report, places);
    checkRows(catalog, report, places);
    checkDocumented(catalog, report, places);
    await checkCitations(catalog, report, places);
  },
};

function checkTables({ manifest, evidence }: Catalog, report: Report, places: Places): void {
  for (const table of tablesOf(manifest).filter((name) => !Object.hasOwn(evidence, name))) {
    const hint = didYouMean(table, Object.keys(evidence));
    report(places.manifest(["table"]), `evidence/${table} does not exist`, { hint });
  }
}

async function checkStatuses(catalog: Catalog, report: Report, places: Places): Promise<void> {
  for (const [status, { sources }] of Object.entries(wireOf(catalog.manifest).statuses)) {
    for (const [at, source] of sources.entries()) {
      const fault = await checkCitation(catalog, source, {
        code: status,
        message: "",
        description: "",
      });
      const path = ["wire", "statuses", status, "sources", at];
      const hint = nearestDocument(catalog, source);
      if (fault !== undefined) report(places.manifest(path), fault, { hint });
    }
  }
}

function checkRows(catalog: Catalog, report: Report, places: Places): void {
  const owners = new Map<string, string>();
  for (const [index, entry] of catalog.entries.entries()) {
    // A renamed entry cites the same row as its successor.
    if (successorOf(entry, catalog.entries) !== undefined) continue;
    const code = codeKey(entry.code, wireOf(catalog.manifest));
    for (const source of tableSources(catalog, entry)) {
      const row = rowOf(source);
      // Rows of several codes may share a line.
      const key = JSON.stringify([row, code]);
      const owner = owners.get(key);
      if (owner !== undefined && owner !== entry.name && !holdsManyRows(catalog, source)) {
        report(places.entryAt(index, ["sources"]), `${row} is already cited by ${owner}`, {
          hint: "a row of the table belongs to one entry: cite the row of this one",
        });
      }
      owners.set(key, entry.name);
    }
  }
}

function rowOf({ document, line, lastLine = line }: Source): string {
  return lastLine > line ? `${document}:${line}-${lastLine}` : `${document}:${line}`;
}

/**
 * Whether several rows of one code may be cited so: by many lines at once, or by the one line of a
 * document.
 */
function holdsManyRows({ evidence }: Catalog, { document, line, lastLine = line }: Source) {
  return lastLine > line || getOwn(evidence, document)?.length === 1;
}

function checkDocumented(catalog: Catalog, report: Report, places: Places): void {
  const tables = tablesOf(catalog.manifest).join(", ");
  if (tables === "") return;
  for (const [index, entry] of catalog.entries.entries()) {
    const isCited = tableSources(catalog, entry).length > 0;
    if (isCited === entry.documented) continue;
    const place = places.entryAt(index, ["sources"]);
    if (isCited) {
      report(place, `${entry.name} has documented: false, but cites a line of ${tables}`, {
        hint: "remove documented: false, or the source",
      });
    } else {
      report(place, `${entry.name} is documented, but cites no line of ${tables}`, {
        hint: "cite its row, or say documented: false",
      });
    }
  }
}

/** The sources of an entry that are rows of a table. */
function tableSources({ manifest }: Catalog, { sources }: Entry): readonly Source[] {
  const tables = tablesOf(manifest);
  return sources.filter(({ document }) => tables.includes(document));
}

async function checkCitations(catalog: Catalog, report: Report, places: Places): Promise<void> {
  for (const [index, entry] of catalog.entries.entries()) {
    for (const { path, source, claim } of citationsOf(catalog, entry)) {
      const fault = await checkCitation(catalog, source, claim);
      if (fault === undefined) continue;
      const isWording = fault.startsWith("the text") && path[0] === "sources";
      const isTable = isWording && tablesOf(catalog.manifest).includes(source.document);
      const hint = isTable ? WORDING : nearestDocument(catalog, source);
      report(places.entryAt(index, path), fault, { hint });
    }
  }
}

/** A hint at the document that was meant, where a source names one that does not exist. */
function nearestDocument({ evidence }: Catalog, { document }: Source): string | undefined {
  if (Object.hasOwn(evidence, document)) return undefined;
  return didYouMean(document, Object.keys(evidence));
}

/** The table's wording changes with the table. */
const WORDING =
  "code, message and description are the table's own; another wording that was seen is one of the variants, with its source";

interface Citation {
  /** The path of the source in the entry. */
  readonly path: readonly (string | number)[];
  readonly source: Source;
  readonly claim: Claim;
}

function* citationsOf(catalog: Catalog, entry: Entry): Generator<Citation> {
  const { code, message, description, aliases, variants, sources } = entry;
  // An entry has the description of the newest table that lists it.
  const newest = newestTable(catalog, entry);
  for (const [at, source] of sources.entries()) {
    const described = source.document === newest ? description : "";
    yield { path: ["sources", at], source, claim: { code, message, description: described } };
  }
  for (const [position, alias] of aliases.entries()) {
    const claim = { code: alias.code, message: "", description: "" };
    for (const [at, source] of alias.sources.entries()) {
      yield { path: ["aliases", position, "sources", at], source, claim };
    }
  }
  for (const [position, variant] of variants.entries()) {
    const claim = { code, message: variant.message, description: "" };
    for (const [at, source] of variant.sources.entries()) {
      yield { path: ["variants", position, "sources", at], source, claim };
    }
  }
}

function newestTable(catalog: Catalog, entry: Entry): string | undefined {
  const cited = new Set(tableSources(catalog, entry).map(({ document }) => document));
  return tablesOf(catalog.manifest).findLast((table) => cited.has(table));
}
