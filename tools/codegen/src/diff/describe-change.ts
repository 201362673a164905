import type { Entry, Translation } from "../catalog/catalog.js";
import { groupBy } from "../std/group-by.js";
import type { Change } from "./change.js";

/** How the parts of a description are written. */
export interface Style {
  /** Writes a name or a value. */
  readonly quote: (text: string) => string;
  /** Writes a code, or a sentence of the catalog. */
  readonly show: (text: string) => string;
}

const PLAIN: Style = { quote: (text) => text, show: (text) => text };

/** Describes changes: one line for each, and one for all that only name an entry. */
export function describeChanges(
  changes: readonly Change[],
  style: Style = PLAIN,
): readonly string[] {
  const { quote } = style;
  const labels = groupBy(changes, (change) => labelOf(change, quote));
  return [...labels].flatMap(([label, group]) =>
    label === undefined
      ? group.map((change) => describeChange(change, style))
      : [`${label}: ${[...new Set(group.map(({ name }) => quote(name)))].join(", ")}`],
  );
}

/**
 * The label of changes of which only the entries are named: what changed is long, and in the
 * catalog. Undefined for any other change.
 */
function labelOf({ name, field, kind }: Change, quote: Style["quote"]): string | undefined {
  if (name === "*") return undefined;
  if (field.startsWith("locales.")) return `texts in ${quote(field.slice("locales.".length))}`;
  const isOfSources = kind === "text-changed" && SOURCED.includes(field);
  return isOfSources ? field : undefined;
}

/** Where entries name their sources. */
const SOURCED = ["sources", "variants", "aliases"];

function describeChange(change: Change, style: Style): string {
  const { name, code } = change;
  const subject = name === "*" ? "the catalog" : `${style.quote(name)} (${style.show(code)})`;
  return `${subject}: ${describeDetails(change, style)}`;
}

function describeDetails({ name, field, before, after, kind }: Change, style: Style): string {
  const { quote } = style;
  if (kind === "code-shared") {
    const others = (after as readonly string[]).filter((other) => other !== name);
    return `shares it with ${others.map(quote).join(", ") || "an error that is not published"}`;
  }
  if (field === "entry") return quote(((after ?? before) as Pick<Translation, "message">).message);
  if (field.startsWith("subsets.") && name !== "*")
    return `${after === null ? "left" : "entered"} the subset ${quote(field.slice("subsets.".length))}`;
  if (field === "retired") return describeRetirement(after, style);
  const [one, other] = [describeValue(before, quote), describeValue(after, quote)];
  if (one === undefined && other === undefined) return `${field} changed`;
  if (one === undefined) return `${nounOf(field, after)} ${other} ${wasOrWere(after)} added`;
  if (other === undefined) return `${nounOf(field, before)} ${one} ${wasOrWere(before)} removed`;
  if (field === "params" && typeof before === "string")
    return `params are read by ${other} instead of ${one}`;
  return `${field} changed from ${one} to ${other}`;
}

function describeRetirement(after: unknown, { quote, show }: Style): string {
  const { reason, replacedBy, sunset } = (after ?? {}) as Partial<NonNullable<Entry["retired"]>>;
  if (reason === undefined) return "no longer retired";
  const successor = replacedBy === undefined ? "" : ` (see ${quote(replacedBy)})`;
  const removal = sunset === undefined ? "" : ` May be removed from ${sunset} on.`;
  return `${show(reason)}${successor}${removal}`;
}

function wasOrWere(value: unknown): string {
  return isOne(value) ? "was" : "were";
}

/** The name of a field, or of one of its items. */
function nounOf(field: string, value: unknown): string {
  return (isOne(value) && NOUNS[field]) || field;
}

const NOUNS: Readonly<Record<string, string>> = {
  aliases: "alias",
  tags: "tag",
  variants: "variant",
};

function isOne(value: unknown): boolean {
  return !Array.isArray(value) || value.length === 1;
}

/** A value in few words; undefined if there is none. */
function describeValue(value: unknown, quote: Style["quote"]): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (Array.isArray(value) && value.length === 0) return undefined;
  if (Array.isArray(value) && value.every((item) => typeof item === "string"))
    return value.map((item) => quote(JSON.stringify(item))).join(", ");
  return quote(JSON.stringify(value));
}
