import type { Catalog } from "../../catalog/catalog.js";
import { codesOf, type Entry, isErrorEntry } from "../../catalog/entry.js";
import { ownersOf, parseSpan, rangesOf, type Span } from "../../catalog/range.js";
import { createSpanFinder, findOverlaps } from "../../catalog/span-index.js";
import type { Places } from "../../load/places.js";
import { groupBy } from "../../std/group-by.js";
import { listSome } from "../../std/list-some.js";
import { findMisnamedRanges } from "../find-misnamed-ranges.js";
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
    if (parts.length === 0) return;
    const misnamed = findMisnamedRanges(catalog, places);
    for (const [file, meant] of misnamed)
      report(
        places.manifest(["ranges", file]),
        `${file} has no entries, and entries of its range are in ${meant}, which has no range`,
        { hint: `write ${meant} in its place, or move the entries` },
      );
    // Each of these entries would be reported once more.
    const others = parts.filter(({ file }) => !misnamed.has(file));
    checkEntries(catalog, indexParts(others), report, places);
  },
};

const KINDS = ["codes", "names"] as const;

type Kind = (typeof KINDS)[number];

/** One line of a range. */
interface Part {
  readonly file: string;
  readonly kind: Kind;
  readonly index: number;
  readonly text: string;
  /** The meaning of the line; a text says why it has none. */
  readonly span: Span | string;
  /** The owner to ask. */
  readonly owner: string;
}

/** A range may have very many owners and lines. */
const SHOWN = 5;

function partsOf(catalog: Catalog): readonly Part[] {
  return rangesOf(catalog.manifest).flatMap(([file, range]) => {
    const owner = listSome(ownersOf(range), SHOWN);
    return KINDS.flatMap((kind) =>
      (range[kind] ?? []).map((text, index) => ({
        file,
        kind,
        index,
        text,
        span: parseSpan(text),
        owner,
      })),
    );
  });
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
  for (const kind of KINDS) {
    const usable = parts.filter(isUsable).filter((part) => part.kind === kind);
    for (const [position, earlier] of findOverlaps(usable.map(({ span }) => span))) {
      const [part, other] = [usable[position], usable[earlier]];
      if (part === undefined || other === undefined) continue;
      const message = `the ${kind} ${quote(part.text)} overlap ${quote(other.text)} of ${other.file}`;
      report(placeOf(part, places), message, { hint: `ask ${other.owner}, or choose others` });
    }
  }
}

/** The lines about codes, or those about names. */
interface Lines {
  /** Returns the first line that a code or a name is in. */
  readonly find: (text: string) => Part | undefined;
  readonly byFile: ReadonlyMap<string, OwnLines>;
}

/** Those of one file. */
interface OwnLines extends Pick<Lines, "find"> {
  /** Whether each line means something; one that does not is reported itself. */
  readonly isUsable: boolean;
  readonly shown: string;
  readonly owner: string;
}

type Ranges = Readonly<Record<Kind, Lines>>;

function indexParts(all: readonly Part[]): Ranges {
  const index = (kind: Kind): Lines => {
    const parts = all.filter((part) => part.kind === kind);
    const files = [...groupBy(parts, ({ file }) => file)];
    return {
      find: createSpanFinder(parts.filter(isUsable)),
      byFile: new Map(files.map(([file, own]) => [file, describe(own)])),
    };
  };
  return { codes: index("codes"), names: index("names") };
}

function describe(own: readonly Part[]): OwnLines {
  const texts = own.map(({ text }) => text);
  return {
    find: createSpanFinder(own.filter(isUsable)),
    isUsable: own.every(isUsable),
    shown: listSome(texts, SHOWN),
    owner: own[0]?.owner ?? "",
  };
}

function checkEntries(catalog: Catalog, ranges: Ranges, report: Report, places: Places): void {
  for (const [index, entry] of catalog.entries.entries()) {
    // Finding the place of an entry parses its file again; its name is known.
    const file = places.fileOf(index);
    if (!isErrorEntry(entry) || (file === undefined && entry.from === undefined)) continue;
    const check = (kind: Kind, text: string, path: readonly (string | number)[]) => {
      const fault =
        file === undefined
          ? findImportedTrespass(ranges[kind], entry, kind, text)
          : findTrespass(ranges[kind], file, kind, text);
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

/** Returns the reason why a file must not hold a code or a name. */
function findTrespass({ find, byFile }: Lines, file: string, kind: Kind, text: string) {
  const own = byFile.get(file);
  if (own?.isUsable === false || own?.find(text) !== undefined) return undefined;
  const holder = find(text);
  const what = `the ${WORDS[kind]} ${quote(text)}`;
  if (holder !== undefined) {
    return {
      message: `${what} is in the range ${quote(holder.text)} of ${holder.file}`,
      hint: `move the entry there, or ask ${holder.owner}`,
    };
  }
  if (own === undefined) return undefined;
  return {
    message: `${what} is not in the ranges of ${file}: ${own.shown}`,
    hint:
      kind === "codes"
        ? `codegen next-code ${file} prints a free one; ${own.owner} can widen the range in catalog.yaml`
        : `choose another name; ${own.owner} can widen the range in catalog.yaml`,
  };
}

/** Returns the reason why an imported entry must not have a code or a name that a file may use. */
function findImportedTrespass({ find }: Lines, { name, from }: Entry, kind: Kind, text: string) {
  const holder = find(text);
  if (holder === undefined) return undefined;
  const { text: range, file, owner } = holder;
  return {
    message: `the ${WORDS[kind]} ${quote(text)} of ${name}, imported from ${from}, is in the range ${quote(range)} of ${file}`,
    hint: `ask ${owner} to narrow the range, or import names without ${name}`,
  };
}

function isUsable(part: Part): part is Part & { readonly span: Span } {
  return typeof part.span !== "string";
}

const quote = (text: string) => JSON.stringify(text);
