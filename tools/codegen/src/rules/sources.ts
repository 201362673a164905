import type { Catalog, Source } from "../catalog.js";
import { successorOf } from "../renamed.js";
import type { Rule } from "../rule.js";
import { quoteForms, withoutFinalStop } from "../template.js";

/** Every cited line exists and bears the code and the text that it is cited for; documented entries cite the table. */
export const rule: Rule = {
  name: "sources",
  check(catalog, report, places) {
    const { table } = catalog.manifest;
    if (table !== undefined && catalog.evidence[table] === undefined) {
      report(places.manifest(["table"]), `evidence/${table} does not exist`);
    }
    const rows = new Map<number, string>();
    for (const [index, entry] of catalog.entries.entries()) {
      const isRenamed = successorOf(entry, catalog.entries) !== undefined;
      const row = isRenamed
        ? undefined
        : entry.sources.find(({ document }) => document === table)?.line;
      const owner = row === undefined ? undefined : rows.get(row);
      if (owner !== undefined)
        report(places.entryAt(index, ["sources"]), `${owner} is the entry of ${table}:${row}`);
      if (row !== undefined) rows.set(row, entry.name);
      const cited = entry.sources.some(({ document }) => document === table);
      if (table !== undefined && entry.documented !== cited) {
        const [is, but] = entry.documented
          ? ["documented", "cites no line of"]
          : ["not documented", "cites a line of"];
        report(places.entryAt(index, ["sources"]), `${entry.name} is ${is}, but ${but} ${table}`);
      }
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
          const fault = faultOf(
            catalog,
            source,
            code,
            text,
            source.document === table ? entry.description : "",
          );
          if (fault !== undefined) report(places.entryAt(index, [...path, at]), fault);
        }
      }
    }
  },
};

function faultOf(
  { evidence }: Catalog,
  { document, line }: Source,
  code: string,
  message: string,
  description: string,
): string | undefined {
  const lines = evidence[document];
  if (lines === undefined) return `evidence/${document} does not exist`;
  const text = lines[line - 1];
  if (text === undefined) return `evidence/${document} has no line ${line}: it has ${lines.length}`;
  const where = `evidence/${document}:${line} (${JSON.stringify(text)})`;
  if (!hasCode(text, code)) return `${where} does not have the code ${JSON.stringify(code)}`;
  const fits = quoteForms(withoutFinalStop(message)).some((form) =>
    hasInOrder(
      text,
      form.filter((_, at) => at % 2 === 0),
    ),
  );
  if (!fits) return `${where} does not have the text ${JSON.stringify(message)}`;
  if (!text.includes(description))
    return `${where} does not have the description ${JSON.stringify(description)}`;
  return undefined;
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
