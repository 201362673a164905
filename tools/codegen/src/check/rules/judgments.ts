import type { Catalog } from "../../catalog/catalog.js";
import { type Entry, type ErrorEntry, isErrorEntry } from "../../catalog/entry.js";
import { entriesNamed, successorOf } from "../../catalog/successor.js";
import type { Places } from "../../load/places.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import type { Report, Rule } from "../rule.js";

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

type ReportHere = (message: string, options?: Parameters<Report>[2]) => void;

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
  for (const [index, entry] of entries.entries()) {
    const [successor, ...later] = successorsOf(entry, entries);
    if (successor === undefined) continue;
    // Only a problem needs the place: finding it parses the file again.
    const place = () => places.entryAt(index, ["retired", "replacedBy"]);
    const next = successorOf(later.at(-1) ?? successor, entries);
    if (next !== undefined) {
      const chain = [entry, successor, ...later].map(({ name }) => name);
      report(place(), `replacedBy forms a circle: ${[...chain, next].join(" -> ")}`, {
        hint: "one of them must not be retired",
      });
    }
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

/** The entries that an entry was renamed to, one after the other; each once. */
function successorsOf(entry: Entry, entries: readonly Entry[]): readonly Entry[] {
  const found = new Set<Entry>();
  let name = successorOf(entry, entries);
  while (name !== undefined) {
    const [next] = entriesNamed(entries, name);
    if (next === undefined || next === entry || found.has(next)) break;
    found.add(next);
    name = successorOf(next, entries);
  }
  return [...found];
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
