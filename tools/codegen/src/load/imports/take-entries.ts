import { codeKey } from "../../catalog/code-key.js";
import {
  codesOf,
  type Entry,
  type ErrorEntry,
  isErrorEntry,
  wordingsOf,
} from "../../catalog/entry.js";
import { findTextFaults } from "../../catalog/find-text-faults.js";
import type { Import } from "../../catalog/import.js";
import { withReferences } from "../../catalog/part.js";
import { identifiable } from "../../catalog/successor.js";
import { didYouMean } from "../../problem/did-you-mean.js";
import { count } from "../../std/count.js";
import { quoteBriefly } from "../../std/quote-briefly.js";
import type { Published } from "./read-published.js";

/** The reason why a name cannot be imported. */
interface NameFault {
  readonly name: string;
  readonly message: string;
  readonly hint?: string | undefined;
}

/** The entries that an import takes from a catalog. */
export interface Taken {
  readonly entries: readonly ErrorEntry[];
  readonly faults: readonly NameFault[];
}

/** Takes the named errors of a published catalog, or all of them. */
export function takeEntries(
  published: Published,
  { package: from, names }: Import,
  wire: { readonly numericCodes: boolean },
): Taken {
  const errors = published.entries.filter(isErrorEntry);
  const wanted = new Set(names ?? errors.map(({ name }) => name));
  const selected = errors.filter(({ name }) => wanted.has(name));
  const findFault = createNameCheck(published, errors, from);
  return {
    entries: selected.map((entry) => ({
      ...withReferences(entry, (name) => wanted.has(name)),
      from,
    })),
    faults: [
      ...(names ?? []).flatMap((name) => findFault(name) ?? []),
      ...findTorn(selected, errors, wire),
      ...selected.flatMap((entry) => findUnreadable(entry, from)),
    ],
  };
}

/** Returns a function that finds why a name cannot be imported. */
function createNameCheck(
  { entries, imported }: Published,
  errors: readonly ErrorEntry[],
  from: string,
): (name: string) => NameFault | undefined {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  const known = errors.map(({ name }) => name);
  return (name) => {
    const owner = imported.get(name);
    if (owner !== undefined)
      return {
        name,
        message: `${from} imports ${name} from ${owner} itself, and does not pass it on`,
        hint: `import it from ${owner}`,
      };
    const found = byName.get(name);
    if (found === undefined)
      return {
        name,
        message: `${from} has no error ${name}`,
        hint:
          didYouMean(name, known) ?? `it has ${count(known.length, "error")}; see its catalog.json`,
      };
    if (isErrorEntry(found)) return undefined;
    return {
      name,
      message: `${name} of ${from} is not an error but the success row`,
      hint: "remove it: what means success is in wire.success of this catalog",
    };
  };
}

/**
 * Finds the entries whose code another one has that is not imported: responses with that code would
 * be taken for an entry that they do not mean.
 */
function findTorn(
  selected: readonly ErrorEntry[],
  errors: readonly ErrorEntry[],
  wire: { readonly numericCodes: boolean },
): readonly NameFault[] {
  const keysOf = (entry: Entry) => codesOf(entry).map((code) => codeKey(code, wire));
  const names = new Set(selected.map(({ name }) => name));
  const left = new Map<string, string>();
  for (const entry of identifiable(errors))
    if (!names.has(entry.name)) for (const key of keysOf(entry)) left.set(key, entry.name);
  return selected.flatMap((entry) => {
    const other = keysOf(entry).flatMap((key) => left.get(key) ?? [])[0];
    if (other === undefined) return [];
    const message = `${entry.name} has the code ${JSON.stringify(entry.code)}, which ${other} has too: only a text tells them apart`;
    return [{ name: entry.name, message, hint: `add ${other} to names: a code is imported whole` }];
  });
}

/**
 * Finds the texts that no rule of their owner lets pass: the validator would read them otherwise.
 */
function findUnreadable(entry: Entry, from: string): readonly NameFault[] {
  return wordingsOf(entry).flatMap((text) =>
    [...findTextFaults(text)].map(({ message }) => ({
      name: entry.name,
      message: `${entry.name} of ${from} has a text that cannot be read: ${message}`,
      hint: `${quoteBriefly(text)} is changed there`,
    })),
  );
}
