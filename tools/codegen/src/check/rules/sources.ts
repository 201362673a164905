import { type Catalog, type Source, tablesOf } from "../../catalog/catalog.js";
import { codeKey } from "../../catalog/code-key.js";
import { successorOf } from "../../catalog/successor.js";
import { quoteForms, withoutFinalStop } from "../../catalog/template.js";
import { getOwn } from "../../std/get-own.js";
import type { Rule } from "../rule.js";

/** Every cited line exists and bears the code and the text that it is cited for; documented entries cite a table. */
export const rule: Rule = {
  name: "sources",
  async check(catalog, report, places) {
    const tables = tablesOf(catalog.manifest);
    for (const table of tables.filter((name) => !Object.hasOwn(catalog.evidence, name))) {
      report(places.manifest(["table"]), `evidence/${table} does not exist`);
    }
    for (const [status, { sources }] of Object.entries(catalog.manifest.wire.statuses ?? {})) {
      for (const [at, source] of sources.entries()) {
        const fault = await faultOf(catalog, source, {
          code: status,
          message: "",
          description: "",
        });
        if (fault !== undefined)
          report(places.manifest(["wire", "statuses", status, "sources", at]), fault);
      }
    }
    const rows = new Map<string, string>();
    for (const [index, entry] of catalog.entries.entries()) {
      const cited = entry.sources.filter(({ document }) => tables.includes(document));
      // A renamed error stands in the same row as the one that took its place.
      const owned = successorOf(entry, catalog.entries) === undefined ? cited : [];
      for (const { document, line, lastLine = line } of owned) {
        const row = `${document}:${line}${lastLine > line ? `-${lastLine}` : ""}`;
        // Rows of several codes may share a line; those of one code where it runs over many, or is all the document.
        const key = JSON.stringify([row, codeKey(entry.code, catalog.manifest.wire)]);
        const owner = rows.get(key);
        const isShared = lastLine > line || getOwn(catalog.evidence, document)?.length === 1;
        if (owner !== undefined && owner !== entry.name && !isShared)
          report(places.entryAt(index, ["sources"]), `${owner} is the entry of ${row}`);
        rows.set(key, entry.name);
      }
      if (tables.length > 0 && entry.documented !== cited.length > 0) {
        const [is, but] = entry.documented
          ? ["documented", "cites no line of"]
          : ["not documented", "cites a line of"];
        report(
          places.entryAt(index, ["sources"]),
          `${entry.name} is ${is}, but ${but} ${tables.join(", ")}`,
        );
      }
      // An entry has the description of the newest table that lists it.
      const newest = tables.findLast((table) => cited.some(({ document }) => document === table));
      const claims = [
        { path: ["sources"], sources: entry.sources, code: entry.code, text: entry.message },
        ...entry.aliases.map(({ code, sources }, at) => ({
          path: ["aliases", at, "sources"],
          sources,
          code,
          text: "",
        })),
        ...entry.variants.map(({ message, sources }, at) => {
          return { path: ["variants", at, "sources"], sources, code: entry.code, text: message };
        }),
      ];
      for (const { path, sources, code, text } of claims) {
        for (const [at, source] of sources.entries()) {
          const isNewest = source.document === newest && path[0] === "sources";
          const claim = { code, message: text, description: isNewest ? entry.description : "" };
          const fault = await faultOf(catalog, source, claim);
          if (fault !== undefined) report(places.entryAt(index, [...path, at]), fault);
        }
      }
    }
  },
};

/** What an entry says of lines that it cites. */
interface Claim {
  readonly code: string;
  readonly message: string;
  readonly description: string;
}

async function faultOf(
  { evidence }: Catalog,
  { document, line, lastLine = line }: Source,
  claim: Claim,
): Promise<string | undefined> {
  const lines = getOwn(evidence, document);
  if (lines === undefined) return `evidence/${document} does not exist`;
  if (lastLine < line) return `the last line, ${lastLine}, is before the first, ${line}`;
  if (lines[lastLine - 1] === undefined)
    return `evidence/${document} has no line ${lastLine}: it has ${lines.length}`;
  const cited = lines.slice(line - 1, lastLine);
  const missing = missingIn(cited.join(" "), claim);
  if (missing === undefined) return undefined;
  // Only where the letters differ: the parsers of HTML and Markdown take long to load.
  const { plainTextsOf } = await import("../../evidence/plain-texts.js");
  for (const text of plainTextsOf(document, cited))
    if (missingIn(text, claim) === undefined) return undefined;
  return `evidence/${document}:${line} (${JSON.stringify(cited.join(" "))}) does not have ${missing}`;
}

/** What of a claim is not in a text. */
function missingIn(text: string, { code, message, description }: Claim): string | undefined {
  if (!hasCode(text, code)) return `the code ${JSON.stringify(code)}`;
  const fits = quoteForms(withoutFinalStop(message)).some((form) =>
    hasInOrder(
      text,
      form.filter((_, at) => at % 2 === 0),
    ),
  );
  if (!fits) return `the text ${JSON.stringify(message)}`;
  return text.includes(description) ? undefined : `the description ${JSON.stringify(description)}`;
}

/** Whether the code stands in a line, and not as the end of a longer one. What follows it may run into it. */
function hasCode(text: string, code: string): boolean {
  for (let at = text.indexOf(code); at >= 0; at = text.indexOf(code, at + 1)) {
    if (at === 0 || !/[\w-]/.test(text[at - 1] ?? "")) return true;
  }
  return false;
}

function hasInOrder(text: string, literals: readonly string[]): boolean {
  let from = 0;
  for (const literal of literals) {
    const at = text.indexOf(literal, from);
    if (at < 0) return false;
    from = at + literal.length;
  }
  return true;
}
