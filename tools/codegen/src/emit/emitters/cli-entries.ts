import { type Catalog, type ErrorEntry, isErrorEntry } from "../../catalog/catalog.js";
import { quoteSource } from "../../catalog/quote-source.js";
import type { Emitter } from "../emitter.js";
import { packageFile } from "../generated-file.js";
import { printLiteral } from "../literal.js";

/** Every error as the command line explains it, retired ones included: one a line. */
export const emitter: Emitter = {
  name: "cli-entries",
  from: "catalog",
  emit: (catalog) => {
    if (catalog.manifest.packages.cli === undefined) return [];
    const file = packageFile(catalog, "cli", "entries.ts", "catalog/*.yaml");
    file.importType(["EntryInfo"], "../catalog/entry-info.js");
    file.line();
    file.doc("The errors of the catalog, in its order.");
    file.block(
      "export const entries: readonly EntryInfo[] = [",
      () => {
        for (const entry of catalog.entries.filter(isErrorEntry))
          file.line(`${printLiteral(toInfo(entry, catalog))},`);
      },
      "];",
    );
    return [file.toFile()];
  },
};

function toInfo(entry: ErrorEntry, { evidence }: Catalog): object {
  const { name, code, httpStatus, message, description, params, documented } = entry;
  const { category, fault, outcome, retry, delay, venue, alike, retired } = entry;
  return {
    name,
    code,
    aliases: entry.aliases.map((alias) => alias.code),
    httpStatus,
    message,
    variants: entry.variants.map((variant) => variant.message),
    params,
    description,
    category,
    fault,
    outcome,
    retry,
    documented,
    evidence: entry.sources.slice(0, 1).map((source) => quoteSource(entry, source, evidence)),
    ...(delay !== undefined && { delay }),
    ...(venue !== undefined && { venue }),
    ...(alike !== undefined && { alike }),
    ...(retired !== undefined && { retired }),
  };
}
