import type { Catalog } from "../../catalog/catalog.js";
import { type Entry, type ErrorEntry, isErrorEntry } from "../../catalog/entry.js";
import { entriesNamed, successorOf } from "../../catalog/successor.js";
import type { Places } from "../../load/places.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import type { Report, ReportHere, Rule } from "../rule.js";

/**
 * Outcome and retry fit each other, and a cautious retry is explained. A retired entry names an
 * existing replacement; a renamed one has passed on everything it was identified by.
 */
export const rule: Rule = {
  name: "judgments",
  check(catalog, report, places) {
    for (const [index, entry] of catalog.entries.entries()) {
      const place = () => places.entryAt(index, ["retry"]);
      if (isErrorEntry(entry)) checkRetry(entry, (...problem) => report(place(), ...problem));
    }
    checkReplacements(catalog, report, places);
    checkSuccessors(catalog, report, places);
  },
};

function checkRetry({ outcome, retry, notes }: ErrorEntry, report: ReportHere): void {
  if (outcome === "unknown" && retry !== "after-reconcile") {
    report(
      `outcome unknown requires retry after-reconcile, not ${retry}: a retry could execute the request twice`,
    );
  }
  if (outcome === "applied" && retry !== "never" && retry !== "after-reconcile") {
    report(
      `outcome applied requires retry never or after-reconcile, not ${retry}: the request was carried out`,
    );
  }
  if (outcome === "rejected" && retry === "after-reconcile" && notes === undefined) {
    report("outcome rejected with retry after-reconcile needs a reason", {
      hint: "say in notes what is uncertain, for example that an earlier request may have been executed",
    });
  }
}

function checkReplacements(catalog: Catalog, report: Report, places: Places): void {
  // The replacement may be one of the entries that could not be read.
  if (!catalog.complete) return;
  const known = catalog.entries.map(({ name }) => name);
  const names = new Set(known);
  for (const [index, { name, retired }] of catalog.entries.entries()) {
    const replacement = retired?.replacedBy;
    if (replacement === undefined) continue;
    const place = () => places.entryAt(index, ["retired", "replacedBy"]);
    if (replacement === name) report(place(), `${name} cannot replace itself`);
    else if (!names.has(replacement)) {
      const hint = didYouMean(replacement, known, name);
      report(place(), `${replacement} is not an entry of the catalog`, { hint });
    }
  }
}

function checkSuccessors({ entries }: Catalog, report: Report, places: Places): void {
  const next = new Map<Entry, Entry>();
  for (const entry of entries) {
    const [successor] = entriesNamed(entries, successorOf(entry, entries) ?? "");
    if (successor !== undefined && successor !== entry) next.set(entry, successor);
  }
  const endless = findEndless(next);
  for (const [index, entry] of entries.entries()) {
    const successor = next.get(entry);
    if (successor === undefined) continue;
    // Only a problem needs the place: finding it parses the file again.
    const place = () => places.entryAt(index, ["retired", "replacedBy"]);
    if (endless.has(entry))
      report(place(), `replacedBy forms a circle: ${printChain(entry, next)}`, {
        hint: "one of them must not be retired",
      });
    const hint = `${successor.name} now gets the responses of ${entry.name}: copy it there with its sources`;
    for (const message of lackingVariants(entry, successor)) {
      report(place(), `${successor.name} lacks the variant ${quote(message)} of ${entry.name}`, {
        hint,
      });
    }
    for (const code of lackingAliases(entry, successor)) {
      report(place(), `${successor.name} lacks the alias ${quote(code)} of ${entry.name}`, {
        hint,
      });
    }
  }
}

/** The entry that each renamed entry was renamed to. */
type Successors = ReadonlyMap<Entry, Entry>;

/** Finds the entries from which renames lead on without end. */
function findEndless(next: Successors): ReadonlySet<Entry> {
  const known = new Set<Entry>();
  const endless = new Set<Entry>();
  for (const start of next.keys()) {
    const path = new Set<Entry>();
    let entry: Entry | undefined = start;
    while (entry !== undefined && !known.has(entry)) {
      known.add(entry);
      path.add(entry);
      entry = next.get(entry);
    }
    if (entry === undefined || !(path.has(entry) || endless.has(entry))) continue;
    for (const one of path) endless.add(one);
  }
  return endless;
}

/** A circle may have very many entries. */
const SHOWN = 10;

/** Prints the names from an entry on, until one is repeated. */
function printChain(start: Entry, next: Successors): string {
  const chain: Entry[] = [];
  let entry: Entry | undefined = start;
  while (entry !== undefined && !chain.includes(entry)) {
    if (chain.length === SHOWN) return `${printNames(chain)} -> ...`;
    chain.push(entry);
    entry = next.get(entry);
  }
  return printNames(entry === undefined ? chain : [...chain, entry]);
}

function printNames(chain: readonly Entry[]): string {
  return chain.map(({ name }) => name).join(" -> ");
}

function lackingVariants({ variants }: Entry, successor: Entry): readonly string[] {
  const known = new Set(successor.variants.map(({ message }) => message));
  return variants.map(({ message }) => message).filter((message) => !known.has(message));
}

function lackingAliases({ aliases }: Entry, successor: Entry): readonly string[] {
  const known = new Set(successor.aliases.map(({ code }) => code));
  return aliases.map(({ code }) => code).filter((code) => !known.has(code));
}

const quote = (text: string) => JSON.stringify(text);
