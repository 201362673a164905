import type { Catalog } from "../../catalog/catalog.js";
import { codeKey, successKeys } from "../../catalog/code-key.js";
import { codesOf, type Entry } from "../../catalog/entry.js";
import { rangesOf } from "../../catalog/range.js";
import { wireOf } from "../../catalog/wire.js";
import type { Places } from "../../load/places.js";
import { count } from "../../std/count.js";
import { listSome } from "../../std/list-some.js";
import type { Report, Rule } from "../rule.js";

/**
 * Imported entries share no name and no code with the catalog's own, or with each other's packages;
 * and the catalog has the categories, venues and locales that they need.
 */
export const rule: Rule = {
  name: "imports",
  coversImports: true,
  check(catalog, report, places) {
    if (catalog.imports === undefined) return;
    checkClashes(catalog, report, places);
    checkSuccess(catalog, report, places);
    checkWords(catalog, report, places);
    checkTexts(catalog, report, places);
  },
};

/** An entry, its index in the catalog, and one of its codes. */
interface Indexed {
  readonly entry: Entry;
  readonly index: number;
  readonly code: string;
}

function checkClashes(catalog: Catalog, report: Report, places: Places): void {
  const namesakes = new Set<number>();
  const byName = new Map<string, Indexed>();
  for (const [index, entry] of catalog.entries.entries()) {
    const one = { entry, index, code: entry.code };
    const other = byName.get(entry.name);
    byName.set(entry.name, other ?? one);
    if (other === undefined || other.entry.from === entry.from) continue;
    namesakes.add(index);
    reportClash([other, one], "name", catalog, report, places);
  }
  const wire = wireOf(catalog.manifest);
  const byCode = new Map<string, Indexed>();
  for (const [index, entry] of catalog.entries.entries()) {
    for (const code of codesOf(entry)) {
      const key = codeKey(code, wire);
      const other = byCode.get(key);
      byCode.set(key, other ?? { entry, index, code });
      if (other !== undefined && !namesakes.has(index) && haveClash(other, { entry, index, code }))
        reportClash([other, { entry, index, code }], "code", catalog, report, places);
    }
  }
}

/**
 * Whether two entries may not have their codes. Within one catalog, its own rules have checked
 * that; but the codes of an imported one may be the same number only here.
 */
function haveClash({ entry: one, code }: Indexed, { entry: other, code: also }: Indexed): boolean {
  return one.from !== other.from || (other.from !== undefined && code !== also);
}

/** Reports a clash at the catalog's own entry; of two imported ones at the later import. */
function reportClash(
  [earlier, later]: readonly [Indexed, Indexed],
  field: "name" | "code",
  catalog: Catalog,
  report: Report,
  places: Places,
): void {
  const isOwn = earlier.entry.from === undefined;
  const [one, other] = isOwn ? [earlier, later] : [later, earlier];
  const ownerOf = ({ entry }: Indexed) => entry.from ?? `this catalog, ${catalog.manifest.id},`;
  const describe = (each: Indexed) => `${each.entry.name} of ${ownerOf(each)}`;
  const both = `${describe(one)} and ${describe(other)}`;
  const sameCode =
    one.code === other.code
      ? `have the same code, ${quote(one.code)}`
      : `have the codes ${quote(one.code)} and ${quote(other.code)}, which are the same number`;
  const message =
    field === "code"
      ? `${both} ${sameCode}`
      : `${ownerOf(one)} and ${ownerOf(other)} both have an entry named ${one.entry.name}`;
  const hint = isOwn
    ? ownHint(one, other, field, hasRange(catalog, places.fileOf(one.index)))
    : `leave one of them out of names, or ask the owner of one for another ${field}`;
  report(places.entryAt(one.index, [field]), message, { hint });
}

/** The file of an entry, if it has a range to choose another code from. */
function hasRange({ manifest }: Catalog, file: string | undefined): string | undefined {
  return rangesOf(manifest).find(([name, { codes }]) => name === file && codes !== undefined)?.[0];
}

function ownHint(
  { entry: own }: Indexed,
  { entry: imported }: Indexed,
  field: "name" | "code",
  file: string | undefined,
): string {
  const without = `import names without ${imported.name}`;
  if (own.name === imported.name && own.code === imported.code)
    return `if both are the same error, remove it here, with its texts; otherwise ${without}`;
  const next =
    field === "name" || file === undefined ? "" : ` (codegen next-code ${file} prints a free one)`;
  return `choose another ${field} here${next}, or ${without}`;
}

function checkSuccess({ entries, manifest }: Catalog, report: Report, places: Places): void {
  const wire = wireOf(manifest);
  const keys = successKeys(wire);
  for (const [index, entry] of entries.entries()) {
    if (entry.from === undefined) continue;
    const code = codesOf(entry).find((each) => keys.has(codeKey(each, wire)));
    if (code === undefined) continue;
    const message = `the code ${quote(code)} of ${entry.name}, imported from ${entry.from}, means success here: it is listed in wire.success`;
    report(places.entryAt(index), message, {
      hint: `import names without ${entry.name}, or remove the code from wire.success in catalog.yaml`,
    });
  }
}

/** Reports the categories and venues that the manifest lacks, once for each package. */
function checkWords(catalog: Catalog, report: Report, places: Places): void {
  const { entries, imports = [], manifest } = catalog;
  const seen = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    if (entry.from === undefined || entry.kind === "success") continue;
    const { from, name, category, venue } = entry;
    const lacks = (kind: "category" | "venue", word: string, known: object, line: string) => {
      const key = JSON.stringify([from, kind, word]);
      if (Object.hasOwn(known, word) || seen.has(key)) return;
      seen.add(key);
      const message = `${name}, imported from ${from}, has the ${kind} "${word}", which catalog.yaml lacks`;
      report(places.entryAt(index), message, { hint: `add to catalog.yaml: ${line}` });
    };
    const owner = imports.find((each) => each.package === from);
    const { status = 500, description = "..." } = owner?.categories[category] ?? {};
    lacks(
      "category",
      category,
      manifest.categories,
      `categories: { ${category}: { status: ${status}, description: ${quote(description)} } }`,
    );
    if (venue !== undefined)
      lacks("venue", venue, manifest.venues ?? {}, `venues: { ${venue}: "..." }`);
  }
}

/** A package may lack very many texts. */
const SHOWN = 5;

/** Reports the texts that the owners of imported entries lack, once for each package and locale. */
function checkTexts(
  { entries, imports = [], locales, manifest }: Catalog,
  report: Report,
  places: Places,
): void {
  for (const { tag, translations } of locales) {
    for (const { package: from } of imports) {
      const missing = [...entries.entries()].filter(
        ([, entry]) => entry.from === from && !Object.hasOwn(translations, entry.name),
      );
      const [first] = missing;
      if (first === undefined) continue;
      const names = listSome(
        missing.map(([, { name }]) => name),
        SHOWN,
      );
      const isSource = tag === manifest.sourceLocale;
      report(
        places.entryAt(first[0]),
        `${count(missing.length, "text is", "texts are")} missing in ${tag} of ${from}: ${names}`,
        {
          severity: "warning",
          isAdvice: !isSource,
          hint: `ask its owner for them; until then, readers get ${isSource ? "the API's own message" : "their next language"}`,
        },
      );
    }
  }
}

const quote = (text: string) => JSON.stringify(text);
