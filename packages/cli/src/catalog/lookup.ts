import { entries } from "../generated/entries.js";
import type { EntryInfo } from "./entry-info.js";

/** Returns the entry of a name; undefined where the catalog has none. */
export function entryNamed(name: string): EntryInfo | undefined {
  return entries.find((entry) => entry.name === name);
}

/** Returns the entries that bear a code, by itself or as an alias. */
export function entriesWithCode(code: string): readonly EntryInfo[] {
  return entries.filter((entry) => entry.code === code || entry.aliases.includes(code));
}

/** Whether the code of any entry has a form. */
export function hasCodeLike(form: RegExp): boolean {
  return entries.some(({ code }) => form.test(code));
}

/** Returns the entries whose code has a numeric value. */
export function entriesWithNumber(value: number): readonly EntryInfo[] {
  const isSame = (code: string) => /^-?\d+$/.test(code) && Number(code) === value;
  return entries.filter(({ code, aliases }) => [code, ...aliases].some(isSame));
}
