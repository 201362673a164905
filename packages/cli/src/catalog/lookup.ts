import { entries } from "../generated/entries.js";
import type { EntryInfo } from "./entry-info.js";

/** Returns the entry of a name; undefined where the catalog has none. */
export function entryNamed(name: string): EntryInfo | undefined {
  return entries.find((entry) => entry.name === name);
}

/**
 * Returns the entry that one was renamed to: the same responses have its name now. Undefined for
 * every other entry.
 */
export function successorOf({ code, message, retired }: EntryInfo): EntryInfo | undefined {
  const { replacedBy } = retired ?? {};
  const next = replacedBy === undefined ? undefined : entryNamed(replacedBy);
  return next?.code === code && next.message === message ? next : undefined;
}

/** Returns the entries that responses with a code may mean, by itself or as an alias. */
export function entriesWithCode(code: string): readonly EntryInfo[] {
  return entriesWith((own) => own === code);
}

/** Whether the code of any entry has a form. */
export function hasCodeLike(form: RegExp): boolean {
  return entries.some(({ code }) => form.test(code));
}

/** Returns the entries that responses with a code of a numeric value may mean. */
export function entriesWithNumber(value: number): readonly EntryInfo[] {
  return entriesWith((code) => /^-?\d+$/.test(code) && Number(code) === value);
}

function entriesWith(isMeant: (code: string) => boolean): readonly EntryInfo[] {
  return entries
    .filter(({ code, aliases }) => isMeant(code) || aliases.some(isMeant))
    .filter((entry) => successorOf(entry) === undefined);
}
