import type { Catalog } from "../../catalog/catalog.js";
import { codesOf, type Entry, isErrorEntry } from "../../catalog/entry.js";
import { isIn, overlap, ownersOf, parseSpan, rangesOf, type Span } from "../../catalog/range.js";
import type { Places } from "../../load/places.js";
import { listSome } from "../../std/list-some.js";
import type { Report, Rule } from "../rule.js";

/**
 * The ranges of the files do not overlap, and each file holds only the codes and names of its own.
 */
export const rule: Rule = {
  name: "ranges",
  coversImports: true,
  check(catalog, report, places) {
    const parts = partsOf(catalog);
    checkForms(parts, report, places);
    checkOverlaps(parts, report, places);
    if (parts.length > 0) checkEntries(catalog, parts, report, places);
  },
};

type Kind = "codes" | "names";

/** One line of a range. */
interface Part {
  readonly file: string;
  readonly kind: Kind;
  readonly index: number;
  readonly text: string;
  /** What it means; a text says why it means nothing. */
  readonly span: Span | string;
  /** Who is asked. */
  readonly owner: string;
}

function partsOf(catalog: Catalog): readonly Part[] {
  return rangesOf(catalog.manifest).flatMap(([file, range]) =>
    (["codes", "names"] as const).flatMap((kind) =>
      (range[kind] ?? []).map((text, index) => ({
        file,
        kind,
        index,
        text,
        span: parseSpan(text),
        owner: ownersOf(range).join(", "),
      })),
    ),
  );
}

function placeOf({ file, kind, index }: Part, places: Places) {
  return places.manifest(["ranges", file, kind, index]);
}

function checkForms(parts: readonly Part[], report: Report, places: Places): void {
  for (const part of parts) {
    if (typeof part.span !== "string") continue;
    report(placeOf(part, places), `${quote(part.text)}: ${part.span}`);
  }
}

function checkOverlaps(parts: readonly Part[], report: Report, places: Places): void {
  for (const [index, part] of parts.entries()) {
    const { span, kind } = part;
    if (typeof span === "string") continue;
    const other = parts
      .slice(0, index)
      .find((each) => each.kind === kind && isSpan(each.span) && overlap(each.span, span));
    if (other === undefined) continue;
    const message = `the ${kind} ${quote(part.text)} overlap ${quote(other.text)} of ${other.file}`;
    report(placeOf(part, places), message, { hint: `ask ${other.owner}, or choose others` });
  }
}

function checkEntries(
  catalog: Catalog,
  parts: readonly Part[],
  report: Report,
  places: Places,
): void {
  for (const [index, entry] of catalog.entries.entries()) {
    // Finding the place of an entry parses its file again; its name is known.
    const file = places.fileOf(index);
    if (!isErrorEntry(entry) || (file === undefined && entry.from === undefined)) continue;
    const check = (kind: Kind, text: string, path: readonly (string | number)[]) => {
      const fault =
        file === undefined
          ? findImportedTrespass(parts, entry, kind, text)
          : findTrespass(parts, file, kind, text);
      if (fault !== undefined)
        report(places.entryAt(index, path), fault.message, { hint: fault.hint });
    };
    check("names", entry.name, ["name"]);
    const [code = "", ...aliases] = codesOf(entry);
    check("codes", code, ["code"]);
    for (const [position, alias] of aliases.entries())
      check("codes", alias, ["aliases", position, "code"]);
  }
}

const WORDS = { codes: "code", names: "name" } as const;

/** Why a file must not hold a code or a name. */
function findTrespass(all: readonly Part[], file: string, kind: Kind, text: string) {
  const parts = all.filter((part) => part.kind === kind);
  const own = parts.filter((part) => part.file === file);
  const holders = parts.filter(({ span }) => isSpan(span) && isIn(text, span));
  // A line that means nothing is reported itself.
  if (holders.some((part) => part.file === file) || own.some(({ span }) => !isSpan(span)))
    return undefined;
  const [holder] = holders;
  const what = `the ${WORDS[kind]} ${quote(text)}`;
  if (holder !== undefined) {
    return {
      message: `${what} is in the range ${quote(holder.text)} of ${holder.file}`,
      hint: `move the entry there, or ask ${holder.owner}`,
    };
  }
  const [first] = own;
  if (first === undefined) return undefined;
  const ranges = listSome(
    own.map((part) => part.text),
    5,
  );
  return {
    message: `${what} is not in the ranges of ${file}: ${ranges}`,
    hint:
      kind === "codes"
        ? `codegen next-code ${file} prints a free one; ${first.owner} can widen the range in catalog.yaml`
        : `choose another name; ${first.owner} can widen the range in catalog.yaml`,
  };
}

/** Why an imported entry must not have a code or a name: a file may give it to another one. */
function findImportedTrespass(
  parts: readonly Part[],
  { name, from }: Entry,
  kind: Kind,
  text: string,
) {
  const holder = parts.find(
    (part) => part.kind === kind && isSpan(part.span) && isIn(text, part.span),
  );
  if (holder === undefined) return undefined;
  const { text: range, file, owner } = holder;
  return {
    message: `the ${WORDS[kind]} ${quote(text)} of ${name}, imported from ${from}, is in the range ${quote(range)} of ${file}`,
    hint: `ask ${owner} to narrow the range, or import names without ${name}`,
  };
}

function isSpan(span: Span | string): span is Span {
  return typeof span !== "string";
}

const quote = (text: string) => JSON.stringify(text);
