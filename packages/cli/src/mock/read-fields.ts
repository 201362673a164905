import type { Members } from "../json/members.js";
import type { Report } from "./reply.js";

/** The longest wait: an hour. */
const LONGEST_MS = 3_600_000;

/** Returns a mapping's members; reports anything else, and members that nobody knows. */
export function readMembers(
  value: unknown,
  known: readonly string[] | undefined,
  where: string,
  report: Report,
): Members | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    report(where, `expected a mapping, found ${quote(value)}`);
    return undefined;
  }
  const unknown = Object.keys(value).filter((key) => known?.includes(key) === false);
  for (const key of unknown)
    report(
      where,
      `unknown member ${quote(key)}: expected ${known?.length ? `one of ${known.join(", ")}` : "none"}`,
    );
  return value as Members;
}

/** Returns a whole number from 0, which headers have as text. */
export function readCount(value: unknown, where: string, report: Report): number | undefined {
  if (value === undefined) return undefined;
  const count = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
  if (Number.isInteger(count) && (count as number) >= 0 && (count as number) <= LONGEST_MS)
    return count as number;
  report(where, `expected a whole number up to ${LONGEST_MS}, found ${quote(value)}`);
  return undefined;
}

/** Returns true or false, which headers have as text. */
export function readFlag(value: unknown, where: string, report: Report): boolean | undefined {
  if (value === undefined) return undefined;
  if (typeof value === "boolean") return value;
  if (value === "true" || value === "false") return value === "true";
  report(where, `expected true or false, found ${quote(value)}`);
  return undefined;
}

/** Returns a list of texts; one text is a list of one. */
export function readTexts(value: unknown, where: string, report: Report): readonly string[] {
  const list = Array.isArray(value) ? value : [value];
  if (list.length > 0 && list.every((text) => typeof text === "string" && text !== "")) return list;
  report(where, `expected a text or a list of texts, found ${quote(value)}`);
  return [];
}

/** Prints a value as it is quoted in a problem. */
export function quote(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
